// Texts that say nothing, or are not what they were.

#include "core/translatable.h"
#include "storage/quality/checks/checks.h"
#include "storage/quality/checks/listed.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace atlas::storage::checks {
namespace {

/// All that a sample says, its options included.
std::string wordsOf(const Sample &sample)
{
    std::string words = sample.text + sample.text2 + sample.question;
    for (const std::string &choice : sample.choices) {
        words += choice;
    }
    return words;
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// UTF-8 that was read as another encoding and written again, or letters that were lost.
bool isGarbled(std::string_view text)
{
    constexpr std::array<std::string_view, 6> kSigns{
        "\uFFFD",                                        // replacement character
        "\u00C3\u00A9", "\u00C3\u00BC", "\u00E2\u20AC",  // Ã©, Ã¼, â€: UTF-8 read as CP1252
        "\u7E67\u7E32", "\u8B41",                        // 繧縲, 譁: UTF-8 read as CP932
    };
    return std::ranges::any_of(kSigns, [text](std::string_view sign) { return text.find(sign) != text.npos; });
}

std::vector<Finding> blank(const QualityData &data)
{
    return unverified(data, [](const Sample &sample) { return !sample.image && isBlank(wordsOf(sample)); });
}

std::vector<Finding> garbled(const QualityData &data)
{
    return unverified(data, [](const Sample &sample) { return isGarbled(wordsOf(sample)); });
}

/// Outside Tukey's far fences of log length: quartiles +- 3 times their distance, at least a factor of 4.
std::vector<Finding> oddLengths(const QualityData &data)
{
    constexpr std::size_t kEnough = 40;
    constexpr double kFences = 3;
    const double leastSpread = std::log(4.0) / kFences;
    std::vector<double> lengths;
    for (const Sample &sample : data.samples) {
        if (!sample.text.empty()) {
            lengths.push_back(std::log(static_cast<double>(sample.text.size())));
        }
    }
    if (lengths.size() < kEnough) {
        return {};
    }
    std::ranges::sort(lengths);
    const double lower = lengths[lengths.size() / 4];
    const double upper = lengths[3 * lengths.size() / 4];
    const double spread = std::max(upper - lower, leastSpread);
    return unverified(data, [=](const Sample &sample) {
        const double length = std::log(static_cast<double>(std::max<std::size_t>(1, sample.text.size())));
        return !sample.text.empty() && (length < lower - kFences * spread || length > upper + kFences * spread);
    });
}

}  // namespace

std::vector<QualityCheck> texts()
{
    return {
        {.name = "blank-texts",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Empty texts"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "%n samples say nothing."),
         .help = QT_TRANSLATE_NOOP("QualityCheck", "There is nothing to learn from. Remove them."),
         .level = ProblemLevel::Warning,
         .oneByOne = true,
         .fixes = {"remove", "verify"},
         .find = blank},
        {.name = "garbled",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Garbled texts"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "%n texts hold letters that no language has."),
         .help = QT_TRANSLATE_NOOP("QualityCheck", "They were saved in one encoding and read in another. Import them "
                                                   "again from the source, or skip them."),
         .level = ProblemLevel::Warning,
         .oneByOne = true,
         .fixes = {"skip", "verify"},
         .find = garbled},
        {.name = "odd-lengths",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Texts of unusual length"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "%n texts are far shorter or longer than the others."),
         .help =
             QT_TRANSLATE_NOOP("QualityCheck", "Often a heading, a whole page or a slip of the import. Look at them."),
         .level = ProblemLevel::Info,
         .oneByOne = true,
         .fixes = {"skip", "verify"},
         .find = oddLengths},
    };
}

}  // namespace atlas::storage::checks
