#include "engine/embedders/image_encoder.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/embedders/efficientnet_lite.h"
#include "engine/tensor/pickle_state_dict.h"

#include <torch/types.h>

namespace atlas::engine {

std::unique_ptr<ImageEncoder> loadImageEncoder(const std::filesystem::path &file)
{
    StateDict tensors = loadPickledStateDict(file, HalfAs::Float);
    // The classifier of ImageNet's names is not ours; the counters only serve training.
    std::erase_if(tensors, [](const auto &entry) {
        return entry.first.starts_with("_fc.") || entry.first.ends_with(".num_batches_tracked");
    });
    KeyChecker checker(tensors);
    EfficientNetLite::askFor(checker);
    KeyReport report;
    checker.finish(report);
    throwUnlessSound(report, file.string(), "EfficientNet-Lite0",
                     say(QT_TRANSLATE_NOOP("Sentence", "Get the published file again.")));
    StateDictWeights weights(tensors);
    return std::make_unique<EfficientNetLite>(weights);
}

}  // namespace atlas::engine
