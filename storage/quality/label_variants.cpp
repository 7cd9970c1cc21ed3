#include "storage/quality/label_variants.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>

namespace atlas::storage {
namespace {

/// Without blanks at the ends, one for several inside.
icu::UnicodeString collapsed(const icu::UnicodeString &text)
{
    icu::UnicodeString result;
    bool blank = false;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 character = text.char32At(i);
        if (u_isUWhiteSpace(character)) {
            blank = !result.isEmpty();
            continue;
        }
        if (blank) {
            result.append(UChar32{' '});
            blank = false;
        }
        result.append(character);
    }
    return result;
}

}  // namespace

std::string foldedName(const std::string &name)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *form = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
    const icu::UnicodeString folded = U_SUCCESS(status) ? form->normalize(text, status) : text;
    std::string result;
    collapsed(folded).toUTF8String(result);
    return result == "yes" ? "true" : result == "no" ? "false" : result;
}

std::vector<std::vector<std::string>> labelVariants(const std::vector<std::string> &names)
{
    std::map<std::string, std::vector<std::string>> spellings;
    for (const std::string &name : names) {
        spellings[foldedName(name)].push_back(name);
    }
    std::vector<std::vector<std::string>> groups;
    for (auto &[folded, group] : spellings) {
        std::ranges::sort(group);
        group.erase(std::unique(group.begin(), group.end()), group.end());
        if (group.size() > 1) {
            groups.push_back(std::move(group));
        }
    }
    std::ranges::sort(groups);
    return groups;
}

}  // namespace atlas::storage
