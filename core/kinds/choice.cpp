#include "core/kinds/kinds.h"
#include "core/translatable.h"

namespace atlas::kinds {

TaskKind choice()
{
    return {.name = "choice",
            .title = QT_TRANSLATE_NOOP("TaskKind", "Multiple choice"),
            .help =
                QT_TRANSLATE_NOOP("TaskKind", "Choose the right one of several options, with or without a picture."),
            .requiredFields = {"choice"},
            .optionalFields = {"question", "text", "image"},
            .head = HeadForm::PerInput,
            .inputsPerSample = 0,
            .inputs = [](const Sample &sample) {
                std::vector<ModelInput> inputs;
                const std::string &goal = sample.question.empty() ? sample.text : sample.question;
                for (const std::string &choice : sample.choices) {
                    inputs.push_back({.text = goal.empty() ? choice : goal,
                                      .textPair = goal.empty() ? std::string() : choice,
                                      .image = sample.image ? &*sample.image : nullptr});
                }
                return inputs;
            }};
}

}  // namespace atlas::kinds
