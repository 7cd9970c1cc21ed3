#pragma once

#include "core/run_record.h"
#include "widgets/frame/theme.h"

#include <QAbstractTableModel>

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace atlas::widgets {

/// Runs as a table, newest first. Changes come as they are: rows are inserted, removed and updated, never all anew,
/// so that selection and scroll position stay.
class RunModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Strategy, Seed, Status, Progress, Time, kColumns };
    enum Role { UuidRole = Qt::UserRole, ProgressRole, StatusRole };

    using Clock = std::function<std::int64_t()>;
    explicit RunModel(Clock clock, QObject *parent = nullptr);

    void setRuns(const std::vector<RunRecord> &runs);
    void setProgress(const QString &uuid, double fraction, const QString &what);
    void setStatus(const QString &uuid, RunStatus status, const QString &message);
    /// Which versions of its data each run learned from, in words, by uuid.
    void setLearnedFrom(std::map<std::string, std::string> data);
    void setAsking(const QString &uuid, bool asking);  ///< the run waits for a person's answer
    void tick();                                       ///< times of runs that are being trained have gone on

    const RunRecord *run(const QString &uuid) const;
    const RunRecord *at(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &uuid) const;
    const std::vector<RunRecord> &runs() const { return m_runs; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    int rowOf(const std::string &uuid) const;
    void changed(int row);
    QString text(const RunRecord &run, int column) const;
    theme::Role roleOf(const RunRecord &run) const;

    Clock m_clock;
    std::vector<RunRecord> m_runs;
    std::map<std::string, std::string> m_data;
    std::set<std::string> m_asking;  ///< uuids of runs that wait for an answer
};

}  // namespace atlas::widgets
