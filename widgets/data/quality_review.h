#pragma once

#include "core/task.h"
#include "storage/quality/insight_store.h"
#include "storage/quality/suggesting_runs.h"
#include "widgets/data/quality_watcher.h"

namespace atlas::widgets {

class Job;
class JobList;
class Labeller;
class QualityPanel;
class SampleBrowser;
class SampleModel;
class TrainingService;

/// Going through what the checks found: the panel beside the samples, the samples of the finding that is shown, and
/// what becomes of them. Also asks the engine for a look at the data.
class QualityReview final : public QObject {
    Q_OBJECT

public:
    QualityReview(SampleModel *model, SampleBrowser *browser, Labeller *labeller, QObject *parent);

    QualityPanel *panel() const { return m_panel; }
    void setServices(JobList *jobs, TrainingService *training);
    void setSource(Session *session, const Dataset &dataset);
    /// Whether a finding decides which samples are shown.
    bool active() const;
    void leave();
    void accept(bool other);  ///< the first or the second fix of what is shown
    void lookAtData();
    bool canLook() const;

Q_SIGNALS:
    void counted(int serious, int all);  ///< findings that are errors or warnings; all
    void left();                         ///< the filter decides again which samples are shown
    void insightChanged(bool known);
    void suggested();  ///< labels for samples of the dataset
    void findingsChanged(const std::vector<atlas::storage::CheckFindings> &findings);
    void failed(const QString &message, const QString &hint);
    void keepWanted(qint64 sample);  ///< stays current when the list is read again

private:
    void take(const QualityWatcher::Findings &findings);
    void showFinding();
    void fix(const QString &name, const std::vector<storage::Finding> &findings, bool all);
    void suggestWith(int suggester);
    void follow(Job *job);  ///< of the engine, which finds out something about the dataset
    void readInsight();
    void readSuggesters();
    void showInsight(const std::optional<storage::InsightRecord> &record);

    SampleModel *m_model;
    SampleBrowser *m_browser;
    Labeller *m_labeller;
    QualityPanel *m_panel;
    QualityWatcher *m_watcher;
    JobList *m_jobs = nullptr;
    TrainingService *m_training = nullptr;
    QPointer<Session> m_session;
    Dataset m_dataset;
    std::vector<storage::SuggestingRun> m_suggesters;
    std::vector<std::int64_t> m_shown;  ///< samples of the finding that is shown
    bool m_active = false;
};

}  // namespace atlas::widgets
