#include "core/kinds/kinds.h"
#include "core/translatable.h"

namespace atlas::kinds {

TaskKind image()
{
    return {.name = "image",
            .title = QT_TRANSLATE_NOOP("TaskKind", "Pictures"),
            .help = QT_TRANSLATE_NOOP("TaskKind", "Sort pictures into classes."),
            .requiredFields = {"image"},
            .optionalFields = {},
            .head = HeadForm::Concatenate,
            .inputsPerSample = 1,
            .inputs = [](const Sample &sample) -> std::vector<ModelInput> {
                return {{.text = {}, .textPair = {}, .image = &*sample.image}};
            }};
}

}  // namespace atlas::kinds
