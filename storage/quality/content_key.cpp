#include "storage/quality/content_key.h"

#include "core/hash.h"

namespace atlas::storage {

std::string contentKey(const Sample &sample)
{
    // Every part with its length before it, so that no two samples write the same text.
    Sha256 hash;
    const auto add = [&](const std::string &part) { hash.add(std::to_string(part.size()) + ":" + part); };
    add(sample.image ? sample.image->sha256 : std::string());
    add(sample.image2 ? sample.image2->sha256 : std::string());
    add(sample.text);
    add(sample.text2);
    add(sample.question);
    for (const std::string &choice : sample.choices) {
        add(choice);
    }
    return hash.hex();
}

}  // namespace atlas::storage
