#pragma once

#include "core/comparison.h"
#include "widgets/compare/compare_model.h"

#include <QPointer>
#include <QWidget>

#include <map>

class QLabel;
class QPushButton;

namespace atlas::widgets {

class PlainTable;
class Session;

/// Whether the compared lines answer the same test samples better or worse than the baseline, in words, and in which
/// settings they differ. A few lines are told at once, more when asked for.
class DifferencePanel final : public QWidget {
    Q_OBJECT

public:
    explicit DifferencePanel(const CompareModel *model, QWidget *parent = nullptr);

    void setSession(Session *session);
    void setLines(std::vector<ComparedLine> lines);
    void forget();  ///< results have changed: nothing that was computed counts any more

    static constexpr int kAtOnce = 5;  ///< lines beside the baseline

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// The runs of the baseline and of the line.
    using Key = std::pair<std::vector<std::int64_t>, std::vector<std::int64_t>>;

    void look();
    void compute();
    void show(const std::vector<std::pair<Key, GroupDifference>> &differences);
    void showDifferences();
    void showSettings();
    std::vector<Key> missing() const;

    const CompareModel *m_model;
    QPointer<Session> m_session;
    QLabel *m_words;
    QPushButton *m_compute;
    PlainTable *m_tasks;
    PlainTable *m_settings;
    std::vector<ComparedLine> m_lines;
    std::map<Key, GroupDifference> m_known;
    bool m_computing = false;
    bool m_stale = true;
};

}  // namespace atlas::widgets
