#pragma once

#include "widgets/results/run_figures.h"

#include <QFrame>

class QLabel;

namespace atlas::widgets {

/// One large figure with its name, what it stands on and how it compares.
class FigureTile : public QFrame {
    Q_OBJECT

public:
    explicit FigureTile(QWidget *parent = nullptr);

    void setFigure(const RunFigure &figure);
    QString value() const;

private:
    QLabel *m_name;
    QLabel *m_value;
    QLabel *m_detail;
    QLabel *m_rival;
};

}  // namespace atlas::widgets
