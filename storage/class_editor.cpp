#include "storage/class_editor.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/curation.h"
#include "storage/dataset_store.h"
#include "storage/opinions.h"
#include "storage/query.h"

#include <algorithm>

namespace atlas::storage {

ClassEditor::ClassEditor(Connection &connection, const Dataset &dataset, std::string actor)
    : m_connection(connection), m_dataset(dataset), m_actor(std::move(actor))
{
}

void ClassEditor::step(const std::string &what, const std::string &detail, const std::function<void()> &work)
{
    EditJournal(m_connection, m_dataset.id).record(what, detail, m_actor, [&](ChangeRecorder &) { work(); });
}

LabelClass ClassEditor::get(std::int64_t id)
{
    for (LabelClass &known : DatasetStore(m_connection).classes(m_dataset.id)) {
        if (known.id == id) {
            return known;
        }
    }
    throw Error(ErrorCode::NotFound,
                say(QT_TRANSLATE_NOOP("Sentence", "The class is not there any more. Nothing was changed.")));
}

std::vector<std::int64_t> ClassEditor::carriers(std::int64_t id)
{
    Query query(m_connection, "SELECT l.sample_id FROM sample_label l JOIN sample s ON s.id = l.sample_id "
                              "WHERE l.class_id = ? AND s.removed = 0 ORDER BY l.sample_id");
    query.bind(id);
    std::vector<std::int64_t> samples;
    while (query.step()) {
        samples.push_back(query.integer(0));
    }
    return samples;
}

void ClassEditor::replaceLabel(std::int64_t sample, const std::string &from, const std::string &into)
{
    SampleLabels change{sample, LabelRows(m_connection).read(sample), ReviewState::Labelled};
    Query query(m_connection, "SELECT review, labelled_by FROM sample WHERE id = ?");
    query.bind(sample).first();
    change.review = static_cast<ReviewState>(query.integer(0));
    change.by = query.text(1);  // who changes what classes there are has not judged the samples
    const auto labelOf = [&change](const std::string &name) {
        return std::ranges::find(change.labels, name, &Label::name);
    };
    const auto old = labelOf(from);
    if (old == change.labels.end()) {
        return;
    }
    const double weight = old->weight;
    change.labels.erase(old);
    if (const auto known = labelOf(into); known != change.labels.end()) {
        known->weight = std::min(known->weight + weight, std::max({1.0, known->weight, weight}));
    } else if (!into.empty()) {
        change.labels.push_back({into, weight});
    }
    if (change.labels.empty()) {
        change.review = ReviewState::Unlabelled;
    }
    SampleStore(m_connection, {}).setLabels(std::span(&change, 1), m_actor);
}

void ClassEditor::add(const std::string &name)
{
    DatasetStore datasets(m_connection);
    datasets.prepareClass(m_dataset.id, name);
    step(edit::kAddClass, name, [&] { datasets.ensureClass(m_dataset.id, name); });
}

void ClassEditor::rename(std::int64_t id, const std::string &name)
{
    const LabelClass old = get(id);
    if (name.empty()) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "A class needs a name. Nothing was changed.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give one.")));
    }
    if (old.name == name) {
        return;
    }
    for (const LabelClass &known : DatasetStore(m_connection).classes(m_dataset.id)) {
        if (known.name == name) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "There is a class \"%1\" already. Nothing was changed."), name),
                say(QT_TRANSLATE_NOOP("Sentence", "Merge the two classes instead, or choose another name.")));
        }
    }
    step(edit::kRenameClass, old.name + " → " + name,
         [&] { Query(m_connection, "UPDATE label_class SET name = ? WHERE id = ?").bind(name, id).run(); });
}

void ClassEditor::merge(std::span<const std::int64_t> from, std::int64_t into)
{
    const LabelClass target = get(into);
    std::vector<LabelClass> merged;
    std::string names;
    for (const std::int64_t id : from) {
        if (id != into) {
            merged.push_back(get(id));
            names += (names.empty() ? "" : ", ") + merged.back().name;
        }
    }
    step(edit::kMergeClasses, names + " → " + target.name, [&] {
        for (const LabelClass &one : merged) {
            for (const std::int64_t sample : carriers(one.id)) {
                replaceLabel(sample, one.name, target.name);
            }
            replaceInOpinions(m_connection, m_dataset.id, one.id, into);
            DatasetStore(m_connection).hideClass(one.id);
        }
    });
}

void ClassEditor::split(std::int64_t id, std::span<const std::int64_t> samples, const std::string &name)
{
    const LabelClass old = get(id);
    DatasetStore(m_connection).prepareClass(m_dataset.id, name);
    step(edit::kSplitClass, old.name + " → " + name, [&] {
        for (const std::int64_t sample : samples) {
            replaceLabel(sample, old.name, name);
        }
        DatasetStore(m_connection).ensureClass(m_dataset.id, name);
    });
}

void ClassEditor::remove(std::int64_t id)
{
    const LabelClass old = get(id);
    step(edit::kDeleteClass, old.name, [&] {
        for (const std::int64_t sample : carriers(id)) {
            replaceLabel(sample, old.name, {});
        }
        replaceInOpinions(m_connection, m_dataset.id, id, std::nullopt);
        DatasetStore(m_connection).hideClass(id);
    });
}

void ClassEditor::move(std::int64_t id, int position)
{
    const std::string name = get(id).name;
    std::vector<std::int64_t> order;
    for (const LabelClass &known : DatasetStore(m_connection).classes(m_dataset.id)) {
        if (known.id != id) {
            order.push_back(known.id);
        }
    }
    order.insert(order.begin() + std::clamp<std::ptrdiff_t>(position, 0, std::ssize(order)), id);
    step(edit::kMoveClass, name, [&] {
        for (std::size_t i = 0; i < order.size(); ++i) {
            Query(m_connection, "UPDATE label_class SET position = ?1 WHERE id = ?2 AND position <> ?1")
                .bind(i, order[i])
                .run();
        }
    });
}

void ClassEditor::setKey(std::int64_t id, const std::string &key)
{
    const std::string name = get(id).name;
    step(edit::kClassKey, name + ": " + key, [&] {
        Query(m_connection, "UPDATE label_class SET key = '' WHERE dataset_id = ? AND key = ? AND id <> ?")
            .bind(m_dataset.id, key, id)
            .run();
        Query(m_connection, "UPDATE label_class SET key = ?1 WHERE id = ?2 AND key <> ?1").bind(key, id).run();
    });
}

}  // namespace atlas::storage
