#pragma once

#include "widgets/start/project_summary.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace atlas::widgets {

class Banner;
class FlowLayout;
class ProjectCard;

/// What is shown while no project is open: recent projects, New, Open, Demo.
class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void refresh();  ///< reads the list of recent projects and their summaries again
    void showOpening(const QString &folder);
    void showError(const QString &message, const QString &hint);

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void demoRequested();
    void tourWanted();
    void settingsWanted(QWidget *button);  ///< a menu at that button
    void projectChosen(const QString &folder);

private:
    QWidget *makeActions();
    QWidget *makeOffer();
    void showSummary(const ProjectSummary &summary);

    SummaryReader m_reader;
    Banner *m_banner;
    QWidget *m_cards;
    FlowLayout *m_flow;
    QStackedWidget *m_recent;
    QLabel *m_recentTitle;
    QWidget *m_offer;  ///< of the tour, until it is taken or declined
    QHash<QString, ProjectCard *> m_cardOf;
};

}  // namespace atlas::widgets
