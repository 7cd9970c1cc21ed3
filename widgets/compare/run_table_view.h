#pragma once

#include <QTableView>

#include <map>
#include <string>
#include <vector>

namespace atlas::widgets {

class CompareModel;

/// The table of runs. Its columns share the room there is: they grow, and shrink a little, before the table is
/// scrolled; one that was dragged keeps its width. The baseline's row stays in sight when the table is scrolled. Keys:
/// Space ticks, Right and Left unfold and fold runs that differ in their seed alone.
class RunTableView final : public QTableView {
    Q_OBJECT

public:
    explicit RunTableView(CompareModel *model, QWidget *parent = nullptr);

    QStringList selectedRuns() const;  ///< uuids, in the order of the table
    void toggleTicks();                ///< of what is selected

Q_SIGNALS:
    void lookedAt(const QStringList &uuids);  ///< the row under the pointer, else the current one that is selected
    void opened(const QString &uuid);         ///< double click or Enter
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;  ///< of the header, to know who changes widths
    bool viewportEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;

private:
    QStringList chosenRow() const;
    void measureColumns();
    void layColumns();
    void layBaseline();

    CompareModel *m_model;
    std::vector<int> m_natural;            ///< pixels that each column would have
    std::map<std::string, int> m_dragged;  ///< by the column's id
    bool m_laying = false;
    bool m_dragging = false;
    bool m_anew = true;      ///< other columns or rows: what was measured before counts no more
    QTableView *m_baseline;  ///< the first row once more, over the top of the table
};

}  // namespace atlas::widgets
