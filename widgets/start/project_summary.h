#pragma once

#include "widgets/work_queue.h"

#include <QImage>
#include <QObject>
#include <QString>
#include <QVector>

namespace atlas::widgets {

/// What a project's card says about it.
struct ProjectSummary {
    QString folder;
    QString name;
    bool found = false;  ///< the folder is there and opens
    QString problem;     ///< why it does not open
    qint64 changedUs = 0;
    qint64 samples = 0;
    int tasks = 0;
    QString bestRun;           ///< empty = no finished run
    double bestAccuracy = 0;   ///< average accuracy after the last task
    QVector<QImage> pictures;  ///< up to four small ones
};

/// Reads one project read-only.  Blocks.
ProjectSummary readProjectSummary(const QString &folder);

/// Reads summaries one after the other on a thread of its own.
class SummaryReader final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void read(const QStringList &folders);  ///< does not block

Q_SIGNALS:
    void ready(const ProjectSummary &summary);

private:
    WorkQueue m_worker;
};

}  // namespace atlas::widgets
