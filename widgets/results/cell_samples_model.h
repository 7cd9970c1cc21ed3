#pragma once

#include "core/answer_changes.h"
#include "core/sample.h"
#include "core/task.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QSet>

#include <unordered_map>

namespace atlas::widgets {

class Session;

enum class AnswerFilter { Flipped, Wrong, All };

/// The test samples behind one cell, as they are answered and as they were. What a sample holds is read in pages when
/// it is looked at.
/// Threads: GUI thread; does not block.
class CellSamplesModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit CellSamplesModel(QObject *parent = nullptr);

    void setSource(Session *session, const Task &task, std::vector<AnsweredSample> samples);
    void setFilter(AnswerFilter filter);
    AnswerFilter filter() const { return m_filter; }
    const std::vector<AnsweredSample> &all() const { return m_all; }
    std::int64_t count(AnswerFilter filter) const;

    const AnsweredSample &answered(int row) const { return m_all[m_rows[std::size_t(row)]]; }
    /// nullptr while it is being read (dataChanged follows) or when it is gone.
    const Sample *sample(int row) const;
    QString answer(int classIndex, const Sample *sample = nullptr) const;  ///< a class as people read it
    QString words(int row) const;                                          ///< the sample's own text, or empty
    std::vector<std::int64_t> ids() const;                                 ///< of the rows there are

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole and AccessibleTextRole: all that is known of the sample, as sentences.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void fill();
    void wantPage(int page) const;

    QPointer<Session> m_session;
    Task m_task;
    std::vector<AnsweredSample> m_all;
    std::vector<std::size_t> m_rows;  ///< places in m_all
    AnswerFilter m_filter = AnswerFilter::All;
    mutable std::unordered_map<std::int64_t, Sample> m_loaded;
    mutable QSet<int> m_wanted;  ///< pages that were asked for
    int m_generation = 0;
};

/// "lost", "found", "wrong", "right".
QString changeWord(AnswerChange change);

}  // namespace atlas::widgets
