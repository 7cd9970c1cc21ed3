#pragma once

#include "engine/starter/starter_config.h"

namespace atlas::engine {

/// The two published networks that the starter's joint weights were trained on.
/// multilingual-e5-small, 4-bit (MIT), and EfficientNet-Lite0 (Apache-2.0).
inline PinnedFile knownTextEmbedder()
{
    return {"e5-small-q4.bin", "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"};
}

inline PinnedFile knownImageEmbedder()
{
    return {"efficientnet-lite0-57934424.pth", "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"};
}

}  // namespace atlas::engine
