#pragma once

#include <QTableView>

namespace atlas::widgets {

class CompareModel;

/// The table of runs. The baseline's row stays in sight when the table is scrolled.
/// Keys: Space ticks, Right and Left unfold and fold runs that differ in their seed alone.
class RunTableView final : public QTableView {
    Q_OBJECT

public:
    explicit RunTableView(CompareModel *model, QWidget *parent = nullptr);

    QStringList selectedRuns() const;  ///< uuids, in the order of the table
    void toggleTicks();                ///< of what is selected

Q_SIGNALS:
    void lookedAt(const QStringList &uuids);  ///< the row under the pointer, else the current one; empty = none
    void opened(const QString &uuid);         ///< double click or Enter
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;

private:
    void layColumns();
    void layBaseline();

    CompareModel *m_model;
    QTableView *m_baseline;  ///< the first row once more, over the top of the table
};

}  // namespace atlas::widgets
