#pragma once

#include "widgets/charts/chart_table.h"
#include "widgets/charts/plot_look.h"

#include <QFrame>
#include <QPicture>

class QCustomPlot;
class QLabel;
class QMenu;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace atlas::widgets {

class Banner;

/// A chart with all that every chart offers: a sentence as its title, what it stands on (n) below, its numbers as a
/// table, copies of picture and data, export to PNG, PDF and CSV, and its content in words for screen readers.
/// Threads: GUI thread.
class ChartView : public QFrame {
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);
    ~ChartView() override;

    void setTitle(const QString &sentence);
    QString title() const;
    void setSubtitle(const QString &text);  ///< what is shown and over how many samples
    QString subtitle() const;
    void setTerm(const QString &label);  ///< what the tooltip of its title explains, see withTerm()
    void setCompact(bool compact);       ///< a smaller title, for charts in a row

    /// Every number behind the picture, unrounded.
    virtual ChartTable table() const = 0;
    /// The content in words; the accessible description.
    virtual QString summary() const = 0;

    bool tableShown() const;
    void showTable(bool shown);
    void copyPicture();
    void copyData();
    QImage picture();
    /// The chart without its title, black on white, drawn for `size` pixels at 96 to the inch: for pages of paper.
    QPicture vectors(QSize size);
    /// More rows than can be held go to a CSV file as a job (ChartRows::start).
    /// Errors: see saveChart.
    void save(const QString &file);

    QSize sizeHint() const override { return {480, 320}; }
    QSize minimumSizeHint() const override { return {240, 180}; }

protected:
    QCustomPlot &plot() const { return *m_plot; }
    QMenu &menu() const;  ///< what the chart offers, for what one kind of chart has besides
    /// To be called when the data changed: table, words and picture follow.
    void refresh();
    /// A short remark at the right of the subtitle ("zoomed", "drawn 2,400 of 1,000,000 points").
    void setNote(const QString &note);

    virtual void restyle(const PlotLook &look) = 0;  ///< colours and fonts of everything in the plot
    virtual void resetView() = 0;                    ///< whole data in view

    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addActions();
    void showTips();
    void makeRoom();
    void setLook(const PlotLook &look);
    void chooseFile();
    template <typename Work>
    auto onPaper(Work work);

    QCustomPlot *m_plot;
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_note;
    QString m_term;
    QToolButton *m_tableButton;
    QToolButton *m_menuButton;
    QStackedWidget *m_stack;
    QTableView *m_table;
    ChartTableModel *m_model;
    Banner *m_problem;
    bool m_styled = false;
};

}  // namespace atlas::widgets
