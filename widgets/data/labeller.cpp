#include "widgets/data/labeller.h"

#include "widgets/data/sample_columns.h"
#include "widgets/session.h"

#include <algorithm>

namespace atlas::widgets {

namespace {

bool carries(const Sample &sample, const std::string &name)
{
    return std::any_of(sample.labels.begin(), sample.labels.end(),
                       [&name](const Label &label) { return label.name == name; });
}

ReviewState stateOf(const std::vector<Label> &labels)
{
    return labels.empty() ? ReviewState::Unlabelled : ReviewState::Labelled;
}

std::vector<storage::SampleLabels> toggled(const std::vector<Sample> &samples, const std::string &name)
{
    const bool all =
        std::all_of(samples.begin(), samples.end(), [&name](const Sample &sample) { return carries(sample, name); });
    std::vector<storage::SampleLabels> changes;
    for (const Sample &sample : samples) {
        std::vector<Label> labels = sample.labels;
        if (all) {
            std::erase_if(labels, [&name](const Label &label) { return label.name == name; });
        } else if (!carries(sample, name)) {
            labels.push_back({name, 1.0});
        }
        changes.push_back({sample.id, labels, stateOf(labels)});
    }
    return changes;
}

}  // namespace

Labeller::Labeller(QObject *parent) : QObject(parent)
{
    m_undo.setUndoLimit(0);  // unlimited
}

void Labeller::setSource(Session *session, const Dataset &dataset)
{
    if (m_session != session || m_dataset.id != dataset.id) {
        m_undo.clear();
    }
    m_session = session;
    m_dataset = dataset;
}

bool Labeller::canWrite() const
{
    return m_session && !m_session->readOnly() && m_dataset.id != 0;
}

void Labeller::label(std::vector<std::int64_t> ids, const std::string &name)
{
    if (!canWrite() || ids.empty()) {
        return;
    }
    LabelEdit edit = [name](const std::vector<Sample> &samples) {
        std::vector<storage::SampleLabels> changes;
        for (const Sample &sample : samples) {
            changes.push_back({sample.id, {{name, 1.0}}, ReviewState::Labelled});
        }
        return changes;
    };
    if (m_dataset.multiLabel) {
        edit = [name](const std::vector<Sample> &samples) { return toggled(samples, name); };
    }
    const QString text =
        tr("Label %n sample(s): %1", nullptr, int(ids.size())).arg(labelTitle(taskKind(m_dataset.kind), name));
    m_undo.push(new LabelCommand(this, std::move(ids), std::move(edit), text));
}

void Labeller::unlabel(std::vector<std::int64_t> ids)
{
    if (!canWrite() || ids.empty()) {
        return;
    }
    const QString text = tr("Unlabel %n sample(s)", nullptr, int(ids.size()));
    m_undo.push(new LabelCommand(
        this, std::move(ids),
        [](const std::vector<Sample> &samples) {
            std::vector<storage::SampleLabels> changes;
            for (const Sample &sample : samples) {
                changes.push_back({sample.id, {}, ReviewState::Unlabelled});
            }
            return changes;
        },
        text));
}

void Labeller::review(std::vector<std::int64_t> ids, ReviewState state)
{
    if (!canWrite() || ids.empty()) {
        return;
    }
    const QString text = tr("Mark %n sample(s): %1", nullptr, int(ids.size())).arg(reviewTitle(state));
    m_undo.push(new LabelCommand(
        this, std::move(ids),
        [state](const std::vector<Sample> &samples) {
            const bool all = std::all_of(samples.begin(), samples.end(),
                                         [state](const Sample &sample) { return sample.review == state; });
            std::vector<storage::SampleLabels> changes;
            for (const Sample &sample : samples) {
                // A sample without a label has nothing that could be verified.
                const bool keep = state == ReviewState::Verified && sample.labels.empty();
                changes.push_back(
                    {sample.id, sample.labels, keep ? sample.review : (all ? stateOf(sample.labels) : state)});
            }
            return changes;
        },
        text));
}

void Labeller::note(std::int64_t sample, const std::string &before, const std::string &after)
{
    if (canWrite() && before != after) {
        m_undo.push(new NoteCommand(this, sample, before, after));
    }
}

void Labeller::apply(std::vector<std::int64_t> ids, Write write)
{
    if (!m_session) {
        return;
    }
    m_session->write(
        this,
        [assets = m_session->project().assetFolder(), actor = m_session->actor().toStdString(), ids = std::move(ids),
         write = std::move(write)](storage::Connection &connection) {
            storage::SampleStore store(connection, assets);
            write(store, actor);
            return store.load(ids);
        },
        [this, dataset = m_dataset.id](const std::vector<Sample> &samples) {
            Q_EMIT changed(samples);
            if (m_session) {
                Q_EMIT m_session->samplesChanged(dataset);
            }
        },
        [this](const Error &error) {
            Q_EMIT failed(QString::fromStdString(error.message()), QString::fromStdString(error.hint()));
        });
}

}  // namespace atlas::widgets
