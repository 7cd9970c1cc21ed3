#pragma once

#include <QTableView>

namespace atlas::widgets {

class TargetsModel;

/// Targets, as high as they are many and as wide as the page. Figures are never cut; what is asked and why it came out
/// so share the rest, and tell what was cut in a tooltip. Columns without content are left out.
class TargetsTable final : public QTableView {
    Q_OBJECT

public:
    explicit TargetsTable(TargetsModel *model, QWidget *parent = nullptr);

    void fit();  ///< after the targets changed

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void measure();
    void share();  ///< the width among the columns

    TargetsModel *m_model;
    QList<int> m_needs;  ///< by column: what shows all of it
};

}  // namespace atlas::widgets
