// What is odd about the classes themselves.

#include "core/task_kind.h"
#include "core/translatable.h"
#include "storage/quality/checks/checks.h"
#include "storage/quality/label_variants.h"

#include <algorithm>

namespace atlas::storage::checks {
namespace {

constexpr std::int64_t kFew = 10;
constexpr double kUneven = 10;

/// Options of a choice are places, not classes.
bool hasClasses(const QualityData &data)
{
    return taskKind(data.dataset.kind).head != HeadForm::PerInput;
}

std::vector<std::int64_t> carriers(const QualityData &data, const std::string &name)
{
    std::vector<std::int64_t> ids;
    for (const Sample &sample : data.samples) {
        if (std::ranges::find(sample.labels, name, &Label::name) != sample.labels.end()) {
            ids.push_back(sample.id);
        }
    }
    return ids;
}

std::vector<Finding> spellings(const QualityData &data)
{
    std::vector<Finding> findings;
    std::vector<std::string> names;
    for (const LabelClass &one : data.classes) {
        names.push_back(one.name);
    }
    for (const std::vector<std::string> &group :
         hasClasses(data) ? labelVariants(names) : decltype(labelVariants(names))()) {
        std::vector<LabelClass> classes;
        for (const LabelClass &one : data.classes) {
            if (std::ranges::find(group, one.name) != group.end()) {
                classes.push_back(one);
            }
        }
        std::ranges::stable_sort(classes, std::greater<>(), &LabelClass::count);
        Finding finding;
        std::string words;
        for (const LabelClass &one : classes) {
            finding.classes.push_back(one.id);
            words += (words.empty() ? "\u201c" : ", \u201c") + one.name + "\u201d";
            std::ranges::copy(carriers(data, one.name), std::back_inserter(finding.samples));
        }
        finding.words = {words};
        findings.push_back(std::move(finding));
    }
    return findings;
}

/// A class per finding, with those who carry it.
template <typename Wanted>
std::vector<Finding> eachClass(const QualityData &data, Wanted wanted)
{
    std::vector<Finding> findings;
    for (const LabelClass &one : data.classes) {
        if (hasClasses(data) && wanted(one)) {
            findings.push_back({.samples = carriers(data, one.name),
                                .classes = {one.id},
                                .words = {one.name, std::to_string(one.count)},
                                .key = {}});
        }
    }
    return findings;
}

std::vector<Finding> empty(const QualityData &data)
{
    return eachClass(data, [](const LabelClass &one) { return one.count == 0; });
}

std::vector<Finding> few(const QualityData &data)
{
    return eachClass(data, [](const LabelClass &one) { return one.count > 0 && one.count < kFew; });
}

std::vector<Finding> uneven(const QualityData &data)
{
    const auto most = std::ranges::max_element(data.classes, {}, &LabelClass::count);
    if (most == data.classes.end()) {
        return {};
    }
    return eachClass(data, [&](const LabelClass &one) {
        return one.count >= kFew && kUneven * static_cast<double>(one.count) < static_cast<double>(most->count);
    });
}

}  // namespace

std::vector<QualityCheck> classes()
{
    return {
        {.name = "spellings",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Spellings of one class"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "%1 are probably one class."),
         .help = QT_TRANSLATE_NOOP("QualityCheck", "Two names of one thing are learned as two things. Merge them."),
         .level = ProblemLevel::Warning,
         .oneByOne = false,
         .fixes = {"merge", "keep"},
         .find = spellings},
        {.name = "few",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Classes with few samples"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "\u201c%1\u201d has only %2 samples."),
         .help =
             QT_TRANSLATE_NOOP("QualityCheck", "Fewer than ten samples are hard to learn from and harder to test on. "
                                               "Label more of them, or delete the class."),
         .level = ProblemLevel::Warning,
         .oneByOne = false,
         .fixes = {"keep", "delete-class"},
         .find = few},
        {.name = "uneven",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Rare classes"),
         .sentence =
             QT_TRANSLATE_NOOP("QualityCheck", "\u201c%1\u201d has %2 samples, less than a tenth of the largest "
                                               "class."),
         .help = QT_TRANSLATE_NOOP("QualityCheck", "Training weighs rare classes up by itself. Read the F1 score, not "
                                                   "the accuracy, and label more of them where you can."),
         .level = ProblemLevel::Info,
         .oneByOne = false,
         .fixes = {"keep"},
         .find = uneven},
        {.name = "empty-classes",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Empty classes"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "No sample carries \u201c%1\u201d."),
         .help = QT_TRANSLATE_NOOP("QualityCheck", "A class without samples is in no task. Delete it, or let it stand "
                                                   "for what is still to come."),
         .level = ProblemLevel::Info,
         .oneByOne = false,
         .fixes = {"delete-class", "keep"},
         .find = empty},
    };
}

}  // namespace atlas::storage::checks
