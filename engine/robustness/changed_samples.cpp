#include "engine/robustness/changed_samples.h"

#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/on_threads.h"
#include "engine/training/labels.h"
#include "engine/training/run_folder.h"
#include "engine/training/seeds.h"
#include "pictures/picture_decoder.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace atlas::engine {
namespace {

bool has(const std::vector<std::string> &fields, const char *field)
{
    return std::ranges::find(fields, field) != fields.end();
}

cv::Mat pixelsOf(const std::filesystem::path &file, const std::string &name)
{
    pictures::DecodedPicture picture = pictures::decodePictureFile(file);
    if (picture.fault != pictures::Fault::None) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The picture of sample %1 cannot be read: %2."), name, file.string()),
            say(QT_TRANSLATE_NOOP(
                "Sentence",
                "See the Quality panel; correct the sample or remove it from the task. Nothing was measured.")));
    }
    return picture.rgb;
}

/// Without loss, and fast rather than small.
std::vector<unsigned char> png(const cv::Mat &rgb)
{
    cv::Mat bgr;
    cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
    std::vector<unsigned char> bytes;
    cv::imencode(".png", bgr, bytes, {cv::IMWRITE_PNG_COMPRESSION, 1});
    return bytes;
}

AssetRef changedPicture(const AssetRef &asset, const Perturbation &perturbation, double strength, Draws draws,
                        const std::filesystem::path &file, const std::string &name)
{
    const cv::Mat changed = perturbation.picture(pixelsOf(asset.path, name), strength, draws);
    const std::vector<unsigned char> bytes = png(changed);
    writeFileAtomically(file, std::as_bytes(std::span(bytes)), Durable::BySync);
    return {
        .sha256 = sha256(std::as_bytes(std::span(bytes))), .path = file, .width = changed.cols, .height = changed.rows};
}

}  // namespace

PassingFolder::PassingFolder(const std::filesystem::path &parent)
    : m_path((parent.empty() ? std::filesystem::temp_directory_path() : parent) / ("atlas-robustness-" + makeUuid()))
{
    makeFolder(m_path);
}

PassingFolder::~PassingFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

bool changesKind(const Perturbation &perturbation, const TaskKind &kind)
{
    if (perturbation.picture != nullptr || perturbation.attacked == Attacked::Pixels) {
        return has(kind.requiredFields, "image") || has(kind.optionalFields, "image");
    }
    if (perturbation.text != nullptr) {
        return std::ranges::any_of(std::array{"text", "text2", "question"}, [&](const char *field) {
            return has(kind.requiredFields, field) || has(kind.optionalFields, field);
        });
    }
    return true;
}

std::vector<Sample> changedSamples(const std::vector<Sample> &samples, const Perturbation &perturbation,
                                   double strength, std::uint64_t seed, const std::filesystem::path &folder,
                                   int threads, const std::stop_token &stop)
{
    std::vector<Sample> changed = samples;
    onThreads(changed.size(), threads, [&](std::size_t i) {
        throwIfStopped(stop);
        Sample &sample = changed[i];
        const auto draws = [&](const char *part) {
            return Draws(deriveSeed(seed, {perturbation.info.name, std::to_string(sample.id), part}));
        };
        if (perturbation.picture != nullptr) {
            int part = 0;
            for (std::optional<AssetRef> *asset : {&sample.image, &sample.image2}) {
                ++part;
                if (*asset) {
                    const std::filesystem::path file =
                        folder / (std::to_string(i) + "-" + std::to_string(part) + ".png");
                    *asset = changedPicture(**asset, perturbation, strength, draws(part == 1 ? "image" : "image2"),
                                            file, sampleName(sample));
                }
            }
        }
        if (perturbation.text != nullptr) {
            for (const auto &[field, name] :
                 {std::pair{&sample.text, "text"}, {&sample.text2, "text2"}, {&sample.question, "question"}}) {
                if (!field->empty()) {
                    *field = perturbation.text(*field, strength, draws(name));
                }
            }
        }
    });
    return changed;
}

std::string thumbnailPng(const std::filesystem::path &file)
{
    constexpr int kSide = 256;
    cv::Mat rgb = pixelsOf(file, file.filename().string());
    if (const double scale = double(kSide) / std::max(rgb.rows, rgb.cols); scale < 1) {
        cv::resize(rgb, rgb, {}, scale, scale, cv::INTER_AREA);
    }
    const std::vector<unsigned char> bytes = png(rgb);
    return {bytes.begin(), bytes.end()};
}

}  // namespace atlas::engine
