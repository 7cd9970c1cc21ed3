#pragma once

#include "core/run_table.h"
#include "core/run_view.h"
#include "storage/run_notes.h"
#include "widgets/frame/keeps_place.h"
#include "widgets/frame/page.h"

#include <QPointer>

class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace atlas::widgets {

class CompareBar;
class CompareCharts;
class CompareModel;
class RunInspector;
class RunTableView;
class Sheet;

/// Runs beside each other: a table that is there at once, a pinned baseline, and charts of what is ticked. Where nobody
/// asked for runs, a few are ticked at first, so that there is something to see.
/// open(): uuids of runs (QStringList): they are ticked, the first is pinned.
class ComparePage final : public Page, public KeepsPlace {
    Q_OBJECT

public:
    explicit ComparePage(const PageServices &services, QWidget *parent = nullptr);

    QWidget *toolbar() override;
    QWidget *inspector() override;
    void open(const QVariant &argument) override;
    QList<QPair<QString, QString>> keys() const override;
    QVariant place() const override;
    void goBackTo(const QVariant &place) override;

    /// Writes everything the compared runs measured as a job. "*.csv" or "*.json".
    void exportTo(const QString &file);
    RunView view() const;
    void setView(const RunView &view);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void sessionChanged(Session *session) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeContent();
    void makeToolbar();
    void addKeys();
    void refreshLater();
    void read();
    void readSettings();
    void showTable(RunTable table);
    void begin();  ///< ticks a few runs, once, where nothing was asked for
    void ticksMoved();
    void arranged();
    void selectAgain();
    void selectionMoved();
    void drawSoon();
    void draw();
    QString measuredSignature() const;

    void pinChosen();
    void showRenamed(qint64 run, const QString &before, const QString &after);
    void chooseColumns();
    void showFilterHelp();
    void chooseExport();
    void decide();
    QStringList exported() const;  ///< what is ticked and pinned, else what is selected
    void readViews();
    void fillViews(const std::vector<storage::SavedView> &views);
    void nameView();
    void saveView(const QString &name);
    void removeView(const QString &name);
    void changeSaved(std::function<void(storage::RunNotes &)> change);

    CompareModel *m_model;
    QWidget *m_toolbar;
    RunInspector *m_inspector;
    CompareBar *m_bar = nullptr;
    RunTableView *m_table = nullptr;
    QStackedWidget *m_tableOrNone = nullptr;
    CompareCharts *m_charts = nullptr;
    QToolButton *m_group = nullptr;
    QToolButton *m_views = nullptr;
    QMenu *m_viewMenu = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_decide = nullptr;
    QTimer *m_refresh;
    QTimer *m_drawSoon;
    QPointer<Sheet> m_sheet;
    QStringList m_wanted;  ///< uuids to compare as soon as the table is there
    QString m_wantedPin;   ///< what they are told against then
    QStringList m_begun;   ///< what the page has ticked by itself, while nobody changed it
    QStringList m_selected;
    QString m_measured;    ///< of what is drawn
    bool m_begins = true;  ///< nothing was asked for yet
    bool m_stale = true;
};

}  // namespace atlas::widgets
