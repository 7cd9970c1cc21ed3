#include "widgets/data/quality_review.h"

#include "widgets/charts/format.h"
#include "widgets/data/labeller.h"
#include "widgets/data/quality_panel.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/training_service.h"

#include <algorithm>

namespace atlas::widgets {

namespace {
constexpr std::size_t kMostSuggesters = 12;  ///< runs in the menu, the newest
}

QualityReview::QualityReview(SampleModel *model, SampleBrowser *browser, Labeller *labeller, QObject *parent)
    : QObject(parent), m_model(model), m_browser(browser), m_labeller(labeller), m_panel(new QualityPanel),
      m_watcher(new QualityWatcher(this))
{
    connect(m_watcher, &QualityWatcher::found, this, [this](const auto &findings) { take(*findings); });
    connect(m_watcher, &QualityWatcher::postponed, m_panel, &QualityPanel::setUnchecked);
    connect(m_panel, &QualityPanel::checksWanted, m_watcher, &QualityWatcher::lookNow);
    connect(m_watcher, &QualityWatcher::failed, this, &QualityReview::failed);
    connect(m_panel, &QualityPanel::shown, this, &QualityReview::showFinding);
    connect(m_panel, &QualityPanel::fixWanted, this, &QualityReview::fix);
    connect(m_panel, &QualityPanel::insightWanted, this, &QualityReview::lookAtData);
    connect(m_panel, &QualityPanel::suggestionsWanted, this, &QualityReview::suggestWith);
}

void QualityReview::setServices(JobList *jobs, TrainingService *training)
{
    m_jobs = jobs;
    m_training = training;
}

void QualityReview::setSource(Session *session, const Dataset &dataset)
{
    const bool same = m_session == session && m_dataset.id == dataset.id;
    if (m_session && m_session != session) {
        m_session->disconnect(this);
    }
    if (session && m_session != session) {
        connect(session, &Session::runsChanged, this, &QualityReview::readSuggesters);
    }
    m_session = session;
    m_dataset = dataset;
    m_panel->setWritable(m_labeller->canWrite());
    if (same) {
        m_watcher->look();
        return;
    }
    m_panel->setFindings({});
    m_panel->setUnchecked();
    Q_EMIT findingsChanged({});
    Q_EMIT counted(0, 0);
    m_watcher->setSource(session, dataset.id);
    showInsight(std::nullopt);
    readInsight();
    m_suggesters.clear();
    m_panel->setSuggesters({});
    readSuggesters();
}

bool QualityReview::active() const
{
    return m_active;
}

void QualityReview::leave()
{
    m_panel->leave();
}

void QualityReview::take(const QualityWatcher::Findings &findings)
{
    int serious = 0;
    int all = 0;
    for (const storage::CheckFindings &one : findings) {
        const auto count = int(one.check->oneByOne ? one.findings.front().samples.size() : one.findings.size());
        all += count;
        serious += one.check->level == storage::ProblemLevel::Info ? 0 : count;
    }
    m_panel->setFindings(findings);
    Q_EMIT findingsChanged(findings);
    Q_EMIT counted(serious, all);
}

void QualityReview::showFinding()
{
    const storage::Finding *finding = m_panel->finding();
    if (!finding || finding->samples.empty()) {  // a class without samples has none to show
        m_shown.clear();
        if (std::exchange(m_active, false)) {
            Q_EMIT left();
        }
        return;
    }
    if (m_active && m_shown == finding->samples) {
        return;
    }
    m_active = true;
    m_shown = finding->samples;
    storage::SampleFilter filter;
    filter.only = m_shown;
    m_model->setFilter(filter);
}

void QualityReview::accept(bool other)
{
    m_panel->fix(other ? 1 : 0);
}

void QualityReview::fix(const QString &name, const std::vector<storage::Finding> &findings, bool all)
{
    const storage::QualityFix &fix = storage::qualityFix(name.toStdString());
    storage::FixRequest request{findings, {}};
    if (all) {
        m_labeller->fix(fix.name, std::move(request));
        m_panel->leave();
        return;
    }
    if (!m_panel->check()->oneByOne) {
        m_labeller->fix(fix.name, std::move(request));
        m_panel->settleFinding();
        return;
    }
    const QList<int> rows = m_browser->chosenRows();
    request.only = m_model->ids(rows);
    if (request.only.empty()) {
        return;
    }
    const int next = rows.last() + 1 < m_model->rowCount() ? rows.last() + 1 : rows.first() - 1;
    Q_EMIT keepWanted(m_model->idAt(next));
    m_labeller->fix(fix.name, request);
    m_panel->settle(request.only);
}

void QualityReview::lookAtData()
{
    if (!m_training || !m_jobs || m_dataset.id == 0) {
        return;
    }
    follow(m_training->inspect(m_dataset.id, this));
}

bool QualityReview::canLook() const
{
    return m_training && m_jobs && m_labeller->canWrite();
}

void QualityReview::suggestWith(int suggester)
{
    if (canLook() && m_dataset.id != 0 && suggester < int(m_suggesters.size())) {
        const storage::SuggestingRun &one = m_suggesters[std::size_t(suggester)];
        follow(m_training->suggest(m_dataset.id, QString::fromStdString(one.run.uuid),
                                   QString::fromStdString(one.task.name), this));
    }
}

void QualityReview::follow(Job *job)
{
    connect(job, &Job::finished, this, [this, dataset = m_dataset.id] {
        if (m_session) {
            Q_EMIT m_session->samplesChanged(dataset);
        }
        Q_EMIT suggested();
        readInsight();
    });
    m_jobs->add(job);
}

void QualityReview::readSuggesters()
{
    if (!m_session || m_dataset.id == 0 || !m_training) {
        return;
    }
    m_session->read(
        this,
        [dataset = m_dataset.id, assets = m_session->project().assetFolder()](storage::Connection &connection) {
            return std::pair(dataset, storage::suggestingRuns(connection, assets, dataset));
        },
        [this](std::pair<std::int64_t, std::vector<storage::SuggestingRun>> answer) {
            if (answer.first != m_dataset.id) {
                return;
            }
            m_suggesters = std::move(answer.second);
            m_suggesters.resize(std::min(m_suggesters.size(), kMostSuggesters));
            QList<QPair<QString, QString>> entries;
            for (const storage::SuggestingRun &one : m_suggesters) {
                const QString run = QString::fromStdString(one.run.name);
                const QString task = QString::fromStdString(one.task.name);
                entries.append({one.score
                                    ? tr("Suggest with %1 (task %2, %3)").arg(run, task, format::percent(*one.score))
                                    : tr("Suggest with %1 (task %2)").arg(run, task),
                                tr("Finished on %1, judged by %2 test samples. Answers for every sample without a "
                                   "label; labels stay as they are.")
                                    .arg(format::dateTime(one.run.endedUs), format::count(one.n))});
            }
            m_panel->setSuggesters(entries);
        });
}

void QualityReview::readInsight()
{
    if (!m_session || m_dataset.id == 0) {
        return;
    }
    m_session->read(
        this,
        [dataset = m_dataset.id](storage::Connection &connection) {
            return std::pair(dataset, storage::InsightStore(connection).record(dataset));
        },
        [this](const std::pair<std::int64_t, std::optional<storage::InsightRecord>> &answer) {
            if (answer.first == m_dataset.id) {
                showInsight(answer.second);
            }
        });
}

void QualityReview::showInsight(const std::optional<storage::InsightRecord> &record)
{
    QString words = record ? tr("Looked at on %1 with %2, from %3 labels.")
                                 .arg(format::dateTime(record->atUs), QString::fromStdString(record->source),
                                      format::count(record->labelled))
                           : tr("Labels that look wrong, strays and suggestions come from a look at the data, by "
                                "what is labelled so far.");
    if (record && !record->suggestedBy.empty()) {
        words +=
            QLatin1Char(' ') +
            tr("Suggestions for what has no label are from run %1.").arg(QString::fromStdString(record->suggestedBy));
    }
    m_panel->setInsight(words, canLook());
    Q_EMIT insightChanged(record.has_value());
}

}  // namespace atlas::widgets
