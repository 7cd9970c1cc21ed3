#include "widgets/start/start_page.h"

#include "widgets/frame/banner.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/flow_layout.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/tour_steps.h"
#include "widgets/start/project_card.h"
#include "widgets/start/recent_projects.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {

constexpr int kContentWidth = 1232;

QPushButton *bigButton(const QString &name, const QString &icon, const QString &title, const QString &toolTip,
                       QWidget *parent)
{
    auto *button = new QPushButton(title, parent);
    button->setObjectName(name);
    button->setIcon(theme::icon(icon));
    button->setIconSize(QSize(theme::kIconSize, theme::kIconSize));
    button->setToolTip(toolTip);
    button->setMinimumWidth(128);
    return button;
}

}  // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent), m_banner(new Banner(this)), m_cards(new QWidget),
      m_flow(new FlowLayout(m_cards, theme::kMargin)), m_recent(new QStackedWidget(this)),
      m_recentTitle(theme::groupTitle(tr("Recent projects"), this))
{
    setObjectName(QStringLiteral("startPage"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_banner);
    m_banner->setObjectName(QStringLiteral("startBanner"));
    m_banner->hide();
    connect(m_banner, &Banner::dismissed, m_banner, &QWidget::hide);

    auto *middle = new QHBoxLayout;
    auto *column = new QWidget(this);
    column->setMaximumWidth(kContentWidth);
    auto *down = new QVBoxLayout(column);
    down->setContentsMargins(48, 56, 48, 0);
    down->setSpacing(theme::kGap);
    middle->addStretch(1);
    middle->addWidget(column, 100);
    middle->addStretch(1);
    outer->addLayout(middle, 1);

    auto *head = new QHBoxLayout;
    head->setSpacing(theme::kGap);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    QFont large = theme::pageFont();
    large.setPixelSize(28);
    auto *title = theme::pageTitle(tr("Atlas Workbench"), column);
    title->setFont(large);
    words->addWidget(title);
    auto *promise = theme::caption(tr("Label data, teach a model task after task, and see what it keeps."), column);
    promise->setFont(theme::bodyFont());
    words->addWidget(promise);
    head->addLayout(words, 1);
    head->addWidget(makeActions(), 0, Qt::AlignBottom);
    down->addLayout(head);
    down->addSpacing(theme::kGroupGap + theme::kGap);
    m_offer = makeOffer();
    down->addWidget(m_offer);
    down->addWidget(m_recentTitle);
    down->addSpacing(4);

    auto *scroll = new QScrollArea(column);
    scroll->setAccessibleName(tr("Recent projects"));
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_cards);
    auto *none = new EmptyState(column);
    none->setContent({.icon = QStringLiteral("atlas"),
                      .title = tr("No projects yet"),
                      .text = tr("A project holds your data, the tasks made of it and the models trained on them. "
                                 "Make one, or drop a folder of pictures anywhere on this window."),
                      .primary = tr("New project"),
                      .onPrimary = [this] { Q_EMIT newWanted(); },
                      .secondary = tr("or open the demo"),
                      .onSecondary = [this] { Q_EMIT demoRequested(); }});
    m_recent->addWidget(scroll);
    m_recent->addWidget(none);
    down->addWidget(m_recent, 1);
    connect(&m_reader, &SummaryReader::ready, this, &StartPage::showSummary);
}

QWidget *StartPage::makeActions()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    auto *settings = new QToolButton(box);
    settings->setObjectName(QStringLiteral("startSettings"));
    theme::makeIconButton(settings, QStringLiteral("settings"), tr("Settings"));
    settings->setToolTip(tr("Appearance, language and help"));
    auto *demo = bigButton(QStringLiteral("startDemo"), QStringLiteral("media-playback-start"), tr("Demo"),
                           tr("Makes a small project from drawn data and trains it in about two minutes"), box);
    auto *open = bigButton(QStringLiteral("startOpen"), QStringLiteral("document-open"), tr("Open…"),
                           tr("Open a project folder (Ctrl+O)"), box);
    auto *make = bigButton(QStringLiteral("startNew"), QStringLiteral("list-add"), tr("New project…"),
                           tr("Make a new, empty project (Ctrl+N)"), box);
    make->setIcon(theme::icon(QStringLiteral("list-add"), Qt::white));
    theme::makePrimary(make);
    row->addWidget(settings);
    row->addWidget(demo);
    row->addWidget(open);
    row->addWidget(make);
    connect(settings, &QToolButton::clicked, this, [this, settings] { Q_EMIT settingsWanted(settings); });
    connect(demo, &QPushButton::clicked, this, &StartPage::demoRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(make, &QPushButton::clicked, this, &StartPage::newWanted);
    return box;
}

QWidget *StartPage::makeOffer()
{
    auto *card = theme::card(this);
    card->setObjectName(QStringLiteral("tourOffer"));
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(theme::kMargin, 12, theme::kMargin, 12);
    row->setSpacing(theme::kGap);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(theme::groupTitle(tr("New here?"), card));
    words->addWidget(theme::caption(tr("A tour of a few minutes leads through all pages of a demo project, which is "
                                       "trained meanwhile."),
                                    card));
    row->addLayout(words, 1);
    auto *decline = new QPushButton(tr("Not now"), card);
    decline->setObjectName(QStringLiteral("tourDecline"));
    decline->setToolTip(tr("The tour can be taken later from the settings"));
    theme::makeQuiet(decline);
    auto *take = new QPushButton(tr("Take the tour"), card);
    take->setObjectName(QStringLiteral("tourTake"));
    row->addWidget(decline);
    row->addWidget(take);
    connect(take, &QPushButton::clicked, this, &StartPage::tourWanted);
    connect(decline, &QPushButton::clicked, this, [this] {
        setTourAnswered();
        m_offer->hide();
    });
    return card;
}

void StartPage::refresh()
{
    m_offer->setVisible(offersTour());
    qDeleteAll(m_cardOf);
    m_cardOf.clear();
    const QStringList folders = RecentProjects::folders();
    for (const QString &folder : folders) {
        auto *card = new ProjectCard(folder, m_cards);
        card->setObjectName(QStringLiteral("project.") + QFileInfo(folder).completeBaseName());
        m_flow->addWidget(card);
        m_cardOf.insert(folder, card);
        connect(card, &QAbstractButton::clicked, this, [this, folder] { Q_EMIT projectChosen(folder); });
        connect(
            card, &ProjectCard::removeWanted, this,
            [this, folder] {
                RecentProjects::remove(folder);
                refresh();
            },
            Qt::QueuedConnection);
        card->show();
    }
    m_recentTitle->setVisible(!folders.isEmpty());
    m_recent->setCurrentIndex(folders.isEmpty() ? 1 : 0);
    m_reader.read(folders);
}

void StartPage::showSummary(const ProjectSummary &summary)
{
    if (ProjectCard *card = m_cardOf.value(summary.folder)) {
        card->setSummary(summary);
    }
}

void StartPage::showOpening(const QString &folder)
{
    m_banner->setContent({.role = theme::Role::Neutral,
                          .text = tr("Opening %1…").arg(QFileInfo(folder).completeBaseName()),
                          .dismissable = false});
}

void StartPage::showError(const QString &message, const QString &hint)
{
    m_banner->setContent(
        {.role = theme::Role::Bad, .text = hint.isEmpty() ? message : message + QLatin1Char(' ') + hint});
}

}  // namespace atlas::widgets
