#pragma once

#include "widgets/compare/compare_model.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;

namespace atlas::widgets {

class ScatterChart;

/// Runs in the plane of two figures: those that no other beats in both, and the rest faded.
class ParetoPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ParetoPanel(const CompareModel *model, QWidget *parent = nullptr);

    /// `styles`: of the compared ones, by their first uuid; the others are drawn in the first style.
    void setLines(std::vector<ComparedLine> compared, const std::map<QString, int> &styles);
    void setHighlight(const QStringList &uuids);

Q_SIGNALS:
    void lookedAt(const QStringList &uuids);
    void chosen(const QStringList &uuids);  ///< clicked

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void drawLater();  ///< at once where it is seen
    void draw();

    const CompareModel *m_model;

    QComboBox *m_across;
    QComboBox *m_up;
    QComboBox *m_size;
    QCheckBox *m_everything;
    QWidget *m_choices;
    ScatterChart *m_chart;
    std::vector<ComparedLine> m_compared;
    std::vector<ComparedLine> m_drawn;
    std::map<QString, int> m_styles;
    bool m_stale = true;
};

}  // namespace atlas::widgets
