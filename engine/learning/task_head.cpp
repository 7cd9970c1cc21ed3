#include "engine/learning/task_head.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/learning/head.h"
#include "engine/learning/linear_classifier.h"
#include "engine/learning/summary_head.h"

#include <algorithm>
#include <array>

namespace atlas::engine {
namespace {

struct FormOfHead {
    std::string name;
    std::vector<std::string> parts;
    std::unique_ptr<TaskHead> (*make)(const std::string &task, const HeadShape &shape, at::Generator &generator);
};

const FormOfHead &formOf(const std::string &name)
{
    static const std::array forms{
        FormOfHead{
            kMlpHead,
            {"fc1.weight", "fc1.bias", "ln.weight", "ln.bias", "fc2.weight", "fc2.bias"},
            [](const std::string &task, const HeadShape &shape, at::Generator &generator) -> std::unique_ptr<TaskHead> {
                return std::make_unique<Head>(task, shape.inputs(), shape.outputs, generator);
            }},
        FormOfHead{kLinearHead,
                   {"mean", "scale", "weight", "bias"},
                   [](const std::string &task, const HeadShape &shape, at::Generator &) -> std::unique_ptr<TaskHead> {
                       return std::make_unique<LinearClassifier>(task, shape.inputs(), shape.outputs);
                   }},
        FormOfHead{kSummaryHead,
                   {"fc1.weight", "fc1.bias", "ln.weight", "ln.bias", "fc2.weight", "fc2.bias", "mean", "scale",
                    "weight", "bias", "columns"},
                   [](const std::string &task, const HeadShape &shape, at::Generator &generator)
                       -> std::unique_ptr<TaskHead> { return std::make_unique<SummaryHead>(task, shape, generator); }}};
    const auto found = std::ranges::find(forms, name, &FormOfHead::name);
    if (found == forms.end()) {
        throw Error(ErrorCode::Damaged, say(QT_TRANSLATE_NOOP("Sentence", "The head form \"%1\" is unknown."), name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Use the program that wrote it, or a newer one.")));
    }
    return *found;
}

}  // namespace

std::unique_ptr<TaskHead> makeTaskHead(const std::string &form, const std::string &task, const HeadShape &shape,
                                       at::Generator &generator)
{
    return formOf(form).make(task, shape, generator);
}

const std::vector<std::string> &taskHeadParts(const std::string &form)
{
    return formOf(form).parts;
}

}  // namespace atlas::engine
