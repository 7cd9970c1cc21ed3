#include "core/kinds/kinds.h"
#include "core/translatable.h"

namespace atlas::kinds {

TaskKind text()
{
    return {.name = "text",
            .title = QT_TRANSLATE_NOOP("TaskKind", "Texts"),
            .help = QT_TRANSLATE_NOOP("TaskKind", "Sort texts, or pairs of texts, into classes."),
            .requiredFields = {"text"},
            .optionalFields = {"text2"},
            .head = HeadForm::Concatenate,
            .inputsPerSample = 1,
            .inputs = [](const Sample &sample) -> std::vector<ModelInput> {
                return {{.text = sample.text, .textPair = sample.text2, .image = nullptr}};
            }};
}

}  // namespace atlas::kinds
