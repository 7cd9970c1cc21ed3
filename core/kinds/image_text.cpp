#include "core/kinds/kinds.h"
#include "core/translatable.h"

namespace atlas::kinds {

TaskKind imageText()
{
    return {.name = "image-text",
            .title = QT_TRANSLATE_NOOP("TaskKind", "Questions about a picture"),
            .help = QT_TRANSLATE_NOOP("TaskKind", "Answer a question about a picture, or judge a statement about it."),
            .requiredFields = {"image", "question"},
            .optionalFields = {},
            .head = HeadForm::Concatenate,
            .inputsPerSample = 1,
            .inputs = [](const Sample &sample) -> std::vector<ModelInput> {
                return {{.text = sample.question, .textPair = {}, .image = &*sample.image}};
            }};
}

}  // namespace atlas::kinds
