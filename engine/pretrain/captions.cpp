#include "engine/pretrain/captions.h"

namespace atlas::engine {
namespace {

constexpr const char *kPlace = "{}";
constexpr std::size_t kPlaceLength = 2;

Caption fill(const PicturePart::Caption &caption, const PicturePart::Class &item)
{
    const std::size_t at = caption.pattern.find(kPlace);
    return {caption.pattern.substr(0, at), item.words.at(caption.language), caption.pattern.substr(at + kPlaceLength)};
}

}  // namespace

Caption drawCaption(const PicturePart &part, std::size_t classIndex, Random &random)
{
    return fill(random.oneOf(part.captions), part.classes[classIndex]);
}

std::vector<std::string> allCaptions(const PicturePart &part)
{
    std::vector<std::string> captions;
    for (const PicturePart::Caption &caption : part.captions) {
        for (const PicturePart::Class &item : part.classes) {
            captions.push_back(fill(caption, item).text());
        }
    }
    return captions;
}

}  // namespace atlas::engine
