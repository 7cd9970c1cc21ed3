// Pictures in which little can be seen, by what was measured at import. Only told: whether a picture is too dark for
// its purpose is for people to say.

#include "core/translatable.h"
#include "storage/quality/checks/checks.h"
#include "storage/quality/checks/listed.h"

#include <algorithm>

namespace atlas::storage::checks {
namespace {

using atlas::pictures::PictureMeasures;

constexpr int kSmall = 16;  // pixels
constexpr int kStrip = 5;   // times as long as wide
constexpr std::size_t kEnoughToCompare = 20;

/// What is true of most pictures is how these pictures are (line drawings are empty, night shots are dark): nothing
/// that a person would want to go through.
bool usual(std::size_t found, std::size_t pictures)
{
    return pictures >= kEnoughToCompare && 2 * found > pictures;
}

/// Those whose measure is below a limit, the worst first, as one finding; none where most pictures are so.
auto below(double PictureMeasures::*measure, double least)
{
    return [=](const QualityData &data) {
        std::vector<std::pair<double, std::int64_t>> found;
        std::size_t pictures = 0;
        std::size_t low = 0;
        for (const Sample &sample : data.samples) {
            const auto known = sample.image ? data.measures.find(sample.image->sha256) : data.measures.end();
            if (known == data.measures.end()) {
                continue;
            }
            ++pictures;
            if (known->second.*measure < least) {
                ++low;
                if (sample.review != ReviewState::Verified) {
                    found.emplace_back(known->second.*measure, sample.id);
                }
            }
        }
        return usual(low, pictures) ? std::vector<Finding>() : lowestFirst(std::move(found));
    };
}

std::vector<Finding> oddSizes(const QualityData &data)
{
    return unverified(data, [](const Sample &sample) {
        if (!sample.image) {
            return false;
        }
        const int shorter = std::min(sample.image->width, sample.image->height);
        const int longer = std::max(sample.image->width, sample.image->height);
        return shorter < kSmall || longer > kStrip * shorter;
    });
}

constexpr const char *kLook =
    QT_TRANSLATE_NOOP("QualityCheck", "What cannot be seen cannot be learned. Skip what is of "
                                      "no use, verify what is as it should be.");

}  // namespace

std::vector<QualityCheck> pictures()
{
    const auto check = [](const char *name, const char *title, const char *sentence,
                          std::function<std::vector<Finding>(const QualityData &)> find) {
        return QualityCheck{.name = name,
                            .title = title,
                            .sentence = sentence,
                            .help = kLook,
                            .level = ProblemLevel::Info,
                            .oneByOne = true,
                            .fixes = {"skip", "verify"},
                            .find = std::move(find)};
    };
    return {
        check("dark", QT_TRANSLATE_NOOP("QualityCheck", "Dark pictures"),
              QT_TRANSLATE_NOOP("QualityCheck", "%n pictures are dark."),
              below(&PictureMeasures::dark, atlas::pictures::kDarkest)),
        check("pale", QT_TRANSLATE_NOOP("QualityCheck", "Almost white pictures"),
              QT_TRANSLATE_NOOP("QualityCheck", "%n pictures are almost white."),
              below(&PictureMeasures::light, atlas::pictures::kLightest)),
        check("blurred", QT_TRANSLATE_NOOP("QualityCheck", "Blurred pictures"),
              QT_TRANSLATE_NOOP("QualityCheck", "%n pictures are blurred."),
              below(&PictureMeasures::sharpness, atlas::pictures::kLeastSharpness)),
        check("blank-pictures", QT_TRANSLATE_NOOP("QualityCheck", "Almost empty pictures"),
              QT_TRANSLATE_NOOP("QualityCheck", "%n pictures show next to nothing."),
              below(&PictureMeasures::information, atlas::pictures::kLeastInformation)),
        check("odd-sizes", QT_TRANSLATE_NOOP("QualityCheck", "Tiny pictures and strips"),
              QT_TRANSLATE_NOOP("QualityCheck", "%n pictures are tiny, or thin strips."), oddSizes),
    };
}

}  // namespace atlas::storage::checks
