#pragma once

#include "widgets/charts/line_series.h"
#include "widgets/train/live_series.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QTimer;

namespace atlas::widgets {

class JobList;
class LineChart;
class Session;
class StoredLine;
class TrainingService;

/// Loss, validation and gates of one run while it learns: read from the database, then fed live. Shows the task that
/// is being learned, or the one that was chosen.
class LiveCharts : public QWidget {
    Q_OBJECT

public:
    explicit LiveCharts(TrainingService *training, QWidget *parent = nullptr);

    void setSession(Session *session, JobList *jobs);
    void setRun(const RunRecord &run);  ///< reads its curves; an empty uuid shows nothing
    QString runUuid() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void read();
    void readData();
    void drawLater();
    void draw();
    LineSeries line(const QString &name, int style, const SeriesKey &key, const std::string &task) const;
    void fillTasks();
    void layCharts();  ///< all three where there is room, else the chosen one
    std::string shownTask() const;
    std::string dataOf(const std::string &task) const;
    void drawLoss(const std::string &task);
    void drawValidation(const std::string &task);
    void drawGates(const std::string &task);

    Session *m_session = nullptr;
    JobList *m_jobs = nullptr;
    RunRecord m_run;
    LiveSeries m_series;
    std::map<SeriesKey, std::shared_ptr<StoredLine>> m_stored;  ///< long curves, of which m_series has the outline
    std::map<std::string, std::string> m_data;                  ///< by task: the version of the data it is learned from
    QComboBox *m_task;
    QComboBox *m_which;
    QWidget *m_below = nullptr;
    LineChart *m_loss;
    LineChart *m_validation;
    LineChart *m_gates;
    QTimer *m_timer;
    std::string m_latestTask;
    int m_ticket = 0;
};

}  // namespace atlas::widgets
