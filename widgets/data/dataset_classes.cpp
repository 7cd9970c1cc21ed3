#include "widgets/data/dataset_classes.h"

#include "core/task_kind.h"

#include <charconv>

namespace atlas::widgets {

namespace {

constexpr int kLeastOptions = 2;
constexpr int kMostOptions = 64;

int optionOf(const std::string &name)
{
    int option = -1;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), option);
    const bool whole = error == std::errc() && end == name.data() + name.size();
    return whole && option < kMostOptions ? option : -1;
}

}  // namespace

std::vector<storage::LabelClass> labelChoices(const Dataset &dataset, std::vector<storage::LabelClass> classes)
{
    if (taskKind(dataset.kind).head != HeadForm::PerInput) {
        return classes;
    }
    std::vector<storage::LabelClass> options(kLeastOptions);
    for (const storage::LabelClass &one : classes) {
        const int option = optionOf(one.name);
        if (option < 0) {
            continue;
        }
        if (option >= int(options.size())) {
            options.resize(std::size_t(option) + 1);
        }
        options[std::size_t(option)] = one;
    }
    for (std::size_t i = 0; i < options.size(); ++i) {
        options[i].name = std::to_string(i);
        options[i].position = int(i);
    }
    return options;
}

}  // namespace atlas::widgets
