#include "storage/task_builder.h"

#include "core/error.h"
#include "core/scores.h"
#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "storage/natural_order.h"
#include "storage/query.h"
#include "storage/sample_loader.h"
#include "storage/sample_query.h"
#include "storage/task_filter.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace atlas::storage {
namespace {

Sentence placeOf(const Sample &sample)
{
    return sample.source.empty() ? say(QT_TRANSLATE_NOOP("Sentence", "sample %1"), sample.id) : sample.source;
}

Sentence inWords(LabelForm form)
{
    switch (form) {
    case LabelForm::Single: return say(QT_TRANSLATE_NOOP("Sentence", "single"));
    case LabelForm::Multi: return say(QT_TRANSLATE_NOOP("Sentence", "multi"));
    case LabelForm::Soft: return say(QT_TRANSLATE_NOOP("Sentence", "soft"));
    }
    return {};
}

void checkFields(const TaskKind &kind, const std::vector<Sample> &samples)
{
    std::int64_t lacking = 0;
    std::string firstField;
    Sentence firstPlace;
    for (const Sample &sample : samples) {
        const std::string field = missingField(kind, sample);
        if (!field.empty() && ++lacking == 1) {
            firstField = field;
            firstPlace = placeOf(sample);
        }
    }
    if (lacking > 0) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP(
                    "Sentence",
                    "%1 of %2 labelled samples lack a field that the kind \"%3\" needs; the first lacks \"%4\" (%5)."),
                lacking, samples.size(), kind.name, firstField, firstPlace),
            say(QT_TRANSLATE_NOOP("Sentence", "Choose another kind, or import the data again with that field.")));
    }
}

LabelForm formOf(const TaskKind &kind, const Dataset &dataset, const std::vector<Sample> &samples)
{
    const Sample *several = nullptr;
    for (const Sample &sample : samples) {
        if (std::ranges::any_of(sample.labels, [](const Label &label) { return label.weight != 1.0; })) {
            return LabelForm::Soft;
        }
        if (several == nullptr && sample.labels.size() > 1) {
            several = &sample;
        }
    }
    if (dataset.multiLabel && kind.head == HeadForm::Concatenate) {
        return LabelForm::Multi;
    }
    if (several != nullptr) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "%1 has %2 labels, but the dataset \"%3\" takes one label a sample."),
                placeOf(*several), several->labels.size(), dataset.name),
            say(QT_TRANSLATE_NOOP("Sentence", "Leave one label, or import the data with --multi-label.")));
    }
    return LabelForm::Single;
}

/// For the kind with one score per input, the classes are the places of the options.
std::vector<std::string> optionClasses(const std::vector<Sample> &samples)
{
    std::size_t most = 0;
    for (const Sample &sample : samples) {
        for (const Label &label : sample.labels) {
            const bool number = !label.name.empty() && label.name.size() < 6 &&
                                label.name.find_first_not_of("0123456789") == std::string::npos;
            if (!number || std::stoul(label.name) >= sample.choices.size()) {
                throw Error(ErrorCode::BadInput,
                            say(QT_TRANSLATE_NOOP(
                                    "Sentence", "%1: the right option is \"%2\", expected a number from 0 to %3 - 1."),
                                placeOf(sample), label.name, sample.choices.size()),
                            say(QT_TRANSLATE_NOOP("Sentence", "Correct the label, or import the data again.")));
            }
        }
        most = std::max(most, sample.choices.size());
    }
    std::vector<std::string> classes;
    for (std::size_t i = 0; i < most; ++i) {
        classes.push_back(std::to_string(i));
    }
    return classes;
}

std::vector<std::string> labelClasses(const std::vector<Sample> &samples)
{
    std::set<std::string> names;
    for (const Sample &sample : samples) {
        for (const Label &label : sample.labels) {
            names.insert(label.name);
        }
    }
    std::vector<std::string> classes(names.begin(), names.end());
    std::ranges::sort(classes, naturalLess);
    return classes;
}

void checkSplits(const TaskDraft &draft)
{
    for (const auto &[split, option] : {std::pair{Split::Train, QT_TRANSLATE_NOOP("Sentence", "train")},
                                        {Split::Validation, QT_TRANSLATE_NOOP("Sentence", "validation")},
                                        {Split::Test, QT_TRANSLATE_NOOP("Sentence", "test")}}) {
        if (std::ranges::find(draft.splits, split) == draft.splits.end()) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "The split \"%1\" would be empty: there are %2 labelled samples, and "
                                                  "those that share a group, a picture or a text stay together."),
                    say(option), draft.samples.size()),
                say(QT_TRANSLATE_NOOP("Sentence",
                                      "Label or import more samples, or raise the share of that split above zero.")));
        }
    }
}

}  // namespace

std::vector<std::int64_t> learnableIds(Connection &connection, std::int64_t dataset, const SampleFilter &filter)
{
    SampleFilter labelled = filter;
    labelled.withoutLabels.push_back("");
    labelled.order = SampleOrder::Imported;
    labelled.only.reset();
    std::vector<std::int64_t> ids = querySampleIds(connection, dataset, labelled);
    // What people do not agree on, or set aside, is nothing to learn from.
    std::unordered_set<std::int64_t> open;
    Query query(connection, "SELECT id FROM sample WHERE dataset_id = ? AND removed = 0 AND review IN (3, 4)");
    query.bind(dataset);
    while (query.step()) {
        open.insert(query.integer(0));
    }
    std::erase_if(ids, [&](std::int64_t id) { return open.contains(id); });
    return ids;
}

// Copies of one picture stay together, whatever is asked about it; without pictures, copies of the whole text.
std::vector<std::string> bondsOf(const Sample &sample)
{
    std::vector<std::string> bonds;
    if (!sample.group.empty()) {
        bonds.push_back("group " + sample.group);
    }
    for (const auto &image : {sample.image, sample.image2}) {
        if (image) {
            bonds.push_back("picture " + image->sha256);
        }
    }
    if (!sample.image && !sample.image2) {
        bonds.push_back("text " + sample.text + '\0' + sample.text2 + '\0' + sample.question);
    }
    return bonds;
}

std::vector<int> labelStrata(const std::vector<Sample> &samples, const std::vector<std::string> &classes)
{
    std::unordered_map<std::string, int> index;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        index[classes[i]] = static_cast<int>(i);
    }
    std::vector<std::int64_t> counts(classes.size(), 0);
    for (const Sample &sample : samples) {
        for (const Label &label : sample.labels) {
            ++counts[static_cast<std::size_t>(index.at(label.name))];
        }
    }
    std::vector<int> strata;
    strata.reserve(samples.size());
    for (const Sample &sample : samples) {
        const auto best = std::ranges::min_element(sample.labels, {}, [&](const Label &label) {
            const int i = index.at(label.name);
            return std::tuple(-label.weight, counts[static_cast<std::size_t>(i)], i);
        });
        strata.push_back(index.at(best->name));
    }
    return strata;
}

TaskDraft draftTask(Connection &connection, const std::filesystem::path &assets, const Dataset &dataset,
                    const TaskRequest &request)
{
    TaskDraft draft;
    draft.kind = request.kind.empty() ? dataset.kind : request.kind;
    const TaskKind &kind = taskKind(draft.kind);
    // As it will be kept, so that the next version is made of the same kind of samples.
    const SampleFilter filter = readFilter(connection, keptFilter(connection, dataset.id, request.filter));
    const std::vector<Sample> samples =
        SampleLoader(connection, assets).load(learnableIds(connection, dataset.id, filter));
    checkFields(kind, samples);
    draft.labelForm = formOf(kind, dataset, samples);
    draft.classes = kind.head == HeadForm::PerInput ? optionClasses(samples) : labelClasses(samples);
    if (draft.classes.size() < 2) {
        throw Error(
            ErrorCode::BadInput,
            filterText(filter).empty()
                ? say(QT_TRANSLATE_NOOP("Sentence", "The dataset \"%1\" has %2 labelled samples of %3 classes; a task "
                                                    "needs at least two classes."),
                      dataset.name, samples.size(), draft.classes.size())
                : say(QT_TRANSLATE_NOOP("Sentence", "The dataset \"%1\" has %2 labelled samples of %3 classes that the "
                                                    "filter lets through; a task needs at least two classes."),
                      dataset.name, samples.size(), draft.classes.size()),
            say(QT_TRANSLATE_NOOP("Sentence", "Label samples of another class, or import more data.")));
    }
    draft.metric = score(request.metric.empty() ? defaultScore(draft.labelForm) : request.metric).name;

    draft.strata = labelStrata(samples, draft.classes);
    std::vector<SplitItem> items;
    items.reserve(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        items.push_back({samples[i].split, draft.strata[i], bondsOf(samples[i])});
        draft.samples.push_back(samples[i].id);
    }
    draft.splits = assignSplits(items, {request.validationShare, request.testShare, request.seed});
    checkSplits(draft);
    return draft;
}

TaskDraft draftVersion(Connection &connection, const std::filesystem::path &assets, const Task &older)
{
    TaskDraft draft;
    draft.kind = older.kind;
    draft.labelForm = older.labelForm;
    draft.metric = older.metric;
    const TaskKind &kind = taskKind(older.kind);
    Query kept(connection, "SELECT data_filter FROM task WHERE id = ?");
    kept.bind(older.id).first();
    const std::vector<Sample> samples =
        SampleLoader(connection, assets)
            .load(learnableIds(connection, older.datasetId, readFilter(connection, kept.text(0))));
    checkFields(kind, samples);
    const LabelForm form =
        formOf(kind, {.name = older.dataset, .kind = {}, .multiLabel = older.labelForm == LabelForm::Multi}, samples);
    if (form != older.labelForm) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP(
                    "Sentence",
                    "The labels of the dataset \"%1\" are of the form %2 now, but the task \"%3\" was made for %4."),
                older.dataset, inWords(form), older.name, inWords(older.labelForm)),
            say(QT_TRANSLATE_NOOP("Sentence", "Correct the new labels, or make a new task of the dataset.")));
    }
    draft.classes = older.classes;
    for (const std::string &name : kind.head == HeadForm::PerInput ? optionClasses(samples) : labelClasses(samples)) {
        if (std::ranges::find(draft.classes, name) == draft.classes.end()) {
            draft.classes.push_back(name);
        }
    }
    std::map<std::int64_t, Split> before;
    Query query(connection, "SELECT sample_id, split FROM task_sample WHERE task_id = ?");
    query.bind(older.id);
    while (query.step()) {
        before[query.integer(0)] = static_cast<Split>(query.integer(1));
    }
    Query shares(connection, "SELECT validation_share, test_share, seed, version FROM task WHERE id = ?");
    shares.bind(older.id).first();
    draft.strata = labelStrata(samples, draft.classes);
    std::vector<SplitItem> items;
    std::vector<bool> known;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto found = before.find(samples[i].id);
        known.push_back(found != before.end());
        items.push_back({known.back() ? found->second : samples[i].split, draft.strata[i], bondsOf(samples[i])});
        draft.samples.push_back(samples[i].id);
    }
    draft.splits =
        extendSplits(items, known,
                     {shares.real(0), shares.real(1),
                      std::bit_cast<std::uint64_t>(shares.integer(2)) + 2 * std::uint64_t(shares.integer(3))});
    checkSplits(draft);
    return draft;
}

}  // namespace atlas::storage
