#pragma once

#include "widgets/results/run_figures.h"

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace atlas::widgets {

/// One large figure with its name, what it stands on and how it compares.
class FigureTile : public QFrame {
    Q_OBJECT

public:
    explicit FigureTile(QWidget *parent = nullptr);

    void setFigure(const RunFigure &figure);
    QString value() const;
    void setCompact(bool compact);  ///< name and value in one line, the rest is the tooltip's

private:
    void showParts();

    QBoxLayout *m_layout;
    RunFigure m_figure;
    bool m_compact = false;
    QLabel *m_name;
    QLabel *m_value;
    QLabel *m_detail;
    QLabel *m_rival;
};

}  // namespace atlas::widgets
