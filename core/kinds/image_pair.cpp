#include "core/kinds/kinds.h"
#include "core/translatable.h"

namespace atlas::kinds {

TaskKind imagePair()
{
    return {.name = "image-pair",
            .title = QT_TRANSLATE_NOOP("TaskKind", "Pairs of pictures"),
            .help = QT_TRANSLATE_NOOP("TaskKind", "Compare two pictures, with or without a statement about them."),
            .requiredFields = {"image", "image2"},
            .optionalFields = {"question"},
            .head = HeadForm::Concatenate,
            .inputsPerSample = 2,
            .inputs = [](const Sample &sample) -> std::vector<ModelInput> {
                return {{.text = sample.question, .textPair = {}, .image = &*sample.image},
                        {.text = sample.question, .textPair = {}, .image = &*sample.image2}};
            }};
}

}  // namespace atlas::kinds
