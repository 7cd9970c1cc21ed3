#include "widgets/frame/top_bar.h"

#include "widgets/frame/command_search.h"
#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

namespace atlas::widgets {

namespace {
constexpr int kHeight = 56;
constexpr int kSearchWidth = 200;
constexpr int kProjectWidth = 220;
constexpr int kNarrow = 1180;  ///< below, the page's toolbar needs what search and name can spare
constexpr int kNarrowSearch = 88;
constexpr int kNarrowProject = 112;
}  // namespace

TopBar::TopBar(QWidget *parent)
    : QFrame(parent), m_project(new QToolButton(this)), m_menu(new QMenu(this)), m_toolbars(new QStackedWidget(this)),
      m_none(new QWidget(m_toolbars)), m_search(new CommandSearch(this)), m_inspector(new QToolButton(this))
{
    setObjectName(QStringLiteral("topBar"));
    setProperty("bar", true);
    setFixedHeight(kHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kGap, 0, theme::kMargin, 0);
    layout->setSpacing(theme::kGap);

    m_project->setObjectName(QStringLiteral("projectButton"));
    m_project->setFont(theme::groupFont());
    m_project->setPopupMode(QToolButton::InstantPopup);
    m_project->setMenu(m_menu);
    m_project->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_project->setLayoutDirection(Qt::RightToLeft);  // the arrow stands after the name
    m_project->setIcon(QIcon(QStringLiteral(":/icons/chevron-down.svg")));
    m_project->setIconSize(QSize(12, 12));
    m_project->setFixedHeight(theme::kControlHeight + 4);
    m_project->setMaximumWidth(kProjectWidth);
    m_project->setToolTip(tr("This project: open another, make a new one, close it"));

    m_search->setFixedWidth(kSearchWidth);
    theme::makeIconButton(m_inspector, QStringLiteral("inspector"), tr("Show or fold the inspector"),
                          QStringLiteral("F9"));
    m_inspector->setObjectName(QStringLiteral("inspectorSwitch"));
    m_inspector->setCheckable(true);
    m_toolbars->addWidget(m_none);

    layout->addWidget(m_project);
    layout->addWidget(m_toolbars, 1);
    layout->addWidget(m_search);
    layout->addWidget(m_inspector);
}

void TopBar::setProjectName(const QString &name)
{
    m_name = name;
    m_project->setAccessibleName(tr("Project %1").arg(name));
    showName();
}

void TopBar::showName()
{
    const int wide = width() < kNarrow ? kNarrowProject : kProjectWidth;
    m_project->setText(m_project->fontMetrics().elidedText(m_name, Qt::ElideMiddle, wide - 40));
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_search->setFixedWidth(width() < kNarrow ? kNarrowSearch : kSearchWidth);
    showName();
}

void TopBar::addToolbar(QWidget *toolbar)
{
    m_toolbars->addWidget(toolbar);
}

void TopBar::setCurrentToolbar(QWidget *toolbar)
{
    m_toolbars->setCurrentWidget(toolbar ? toolbar : m_none);
}

}  // namespace atlas::widgets
