#include "storage/versions/restore_version.h"

#include "storage/dataset_store.h"
#include "storage/edit_journal.h"
#include "storage/query.h"
#include "storage/sample_store.h"

#include <algorithm>
#include <unordered_map>

namespace atlas::storage {
namespace {

/// Brings classes back to how they were. Those that the version does not have go last, when no sample bears them any
/// more, so that the history of samples tells of them by their names.
class ClassRestorer {
public:
    ClassRestorer(Connection &connection, const DataState &now, const DataState &then) : m_connection(connection)
    {
        if (now.classes == then.classes) {
            return;
        }
        m_then = then.classes;
        for (const ClassState &one : now.classes) {
            if (std::ranges::find(m_then, one.id, &ClassState::id) == m_then.end()) {
                m_gone.push_back(one);
            }
        }
    }

    void bring()
    {
        // Names are set free first: the version may have given one to another class.
        std::erase_if(m_gone, [this](const ClassState &one) {
            const bool wanted = std::ranges::find(m_then, one.name, &ClassState::name) != m_then.end();
            if (wanted) {
                DatasetStore(m_connection).hideClass(one.id);
            }
            return wanted;
        });
        for (const ClassState &one : m_then) {
            Query(m_connection, "UPDATE label_class SET name = ?1 || ' (removed ' || id || ')' "
                                "WHERE id = ?2 AND name <> ?1")
                .bind(one.name, one.id)
                .run();
        }
        for (std::size_t i = 0; i < m_then.size(); ++i) {
            Query(m_connection, "UPDATE label_class SET removed = 0, name = ?1, position = ?2 "
                                "WHERE id = ?3 AND (removed <> 0 OR name <> ?1 OR position <> ?2)")
                .bind(m_then[i].name, i, m_then[i].id)
                .run();
        }
    }

    void hideOthers()
    {
        for (const ClassState &one : m_gone) {
            DatasetStore(m_connection).hideClass(one.id);
        }
    }

private:
    Connection &m_connection;
    std::vector<ClassState> m_then;  ///< empty where there is nothing to do
    std::vector<ClassState> m_gone;
};

class SampleRestorer {
public:
    SampleRestorer(Connection &connection, const DataState &then, const std::string &actor)
        : m_store(connection, {}), m_classes(then.classes), m_actor(actor)
    {
        for (std::size_t i = 0; i < m_classes.size(); ++i) {
            m_places.emplace(m_classes[i].id, i);
        }
    }

    void takeOut(std::int64_t sample) { m_store.setRemoved(sample, true, m_actor); }

    void set(std::int64_t sample, const SampleState &state)
    {
        m_store.setRemoved(sample, false, m_actor);
        m_store.setSplit(sample, state.split, m_actor);
        std::map<std::size_t, double> labels;  // in the order of classes, as labels are read
        for (const auto &[id, weight] : state.labels) {
            labels.emplace(m_places.at(id), weight);
        }
        SampleLabels change{sample, {}, state.review};
        for (const auto &[place, weight] : labels) {
            change.labels.push_back({m_classes[place].name, weight});
        }
        m_store.setLabels(std::span(&change, 1), m_actor);
    }

private:
    SampleStore m_store;
    const std::vector<ClassState> &m_classes;
    std::unordered_map<std::int64_t, std::size_t> m_places;
    const std::string &m_actor;
};

}  // namespace

std::vector<std::int64_t> restoreVersion(Connection &connection, const Dataset &dataset, const DataVersion &version,
                                         const std::string &actor)
{
    DataVersions versions(connection);
    const DataState now = readDataState(connection, dataset.id);
    const DataState then = versions.stateOf(version);
    if (now == then) {
        return {};
    }
    const std::string key = versionKey(version.ref);
    versions.keep(dataset.id, now, {.name = {}, .note = "Before going back to " + key}, actor);
    const std::string title = version.ref.name.empty() ? key : key + " (" + version.ref.name + ")";
    return EditJournal(connection, dataset.id).record(edit::kGoBack, title, actor, [&](ChangeRecorder &) {
        ClassRestorer classes(connection, now, then);
        classes.bring();
        SampleRestorer restorer(connection, then, actor);
        for (const auto &[id, state] : now.samples) {
            if (!then.samples.contains(id)) {
                restorer.takeOut(id);
            }
        }
        for (const auto &[id, state] : then.samples) {
            const auto current = now.samples.find(id);
            if (current == now.samples.end() || current->second != state) {
                restorer.set(id, state);
            }
        }
        classes.hideOthers();
    });
}

}  // namespace atlas::storage
