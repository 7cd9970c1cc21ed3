#include "widgets/frame/tour.h"

#include "storage/run_store.h"

#include "widgets/frame/theme.h"
#include "widgets/frame/workspace.h"
#include "widgets/session.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kWidth = 368;
constexpr int kDistance = 12;  ///< between the card and what it points at
constexpr int kSettleMs = 60;  ///< a page that was just shown lays itself out

QString translated(const char *text)
{
    return QCoreApplication::translate("Tour", text);
}

/// A frame around something, through which the mouse goes.
class Outline final : public QWidget {
public:
    explicit Outline(QWidget *parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme::color(theme::Role::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    }
};

}  // namespace

Tour::Tour(Workspace &workspace, int step, QWidget *window)
    : QFrame(window), m_workspace(workspace), m_outline(new Outline(window)), m_title(theme::groupTitle({}, this)),
      m_text(theme::bodyText({}, this)), m_waiting(theme::caption({}, this)), m_number(theme::caption({}, this)),
      m_stop(new QPushButton(tr("Stop"), this)), m_back(new QPushButton(tr("Back"), this)),
      m_next(new QPushButton(this))
{
    setObjectName(QStringLiteral("tour"));
    theme::makeCard(this);
    m_title->setObjectName(QStringLiteral("tourTitle"));
    m_title->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("tourText"));
    m_waiting->setObjectName(QStringLiteral("tourWaiting"));
    m_stop->setObjectName(QStringLiteral("tourStop"));
    m_back->setObjectName(QStringLiteral("tourBack"));
    m_next->setObjectName(QStringLiteral("tourNext"));
    m_stop->setToolTip(tr("End the tour (Esc); it can be taken again from the settings"));
    theme::makeQuiet(m_stop);
    theme::makePrimary(m_next);
    m_number->setWordWrap(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, 12);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_waiting);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(m_number, 1);
    row->addWidget(m_stop);
    row->addWidget(m_back);
    row->addWidget(m_next);
    layout->addSpacing(4);
    layout->addLayout(row);

    for (const TourStep &candidate : tourSteps()) {
        if (*candidate.page == '\0' || workspace.page(QLatin1String(candidate.page))) {
            m_steps.push_back(candidate);
        }
    }
    connect(m_stop, &QPushButton::clicked, this, &Tour::stop);
    connect(m_back, &QPushButton::clicked, this, [this] { show(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_step + 1 < count() ? show(m_step + 1) : stop(); });
    connect(workspace.session(), &Session::runsChanged, this, &Tour::countFinished);
    window->installEventFilter(this);
    countFinished();
    show(std::clamp(step, 0, count() - 1));
}

Tour::~Tour()
{
    delete m_outline;
}

void Tour::show(int step)
{
    m_step = step;
    const TourStep &now = m_steps[std::size_t(step)];
    if (*now.page != '\0') {
        m_workspace.openPage(QLatin1String(now.page));
    }
    m_back->setEnabled(step > 0);
    m_next->setText(step + 1 < count() ? tr("Next") : tr("Done"));
    m_stop->setVisible(step + 1 < count());
    m_number->setText(tr("%1 of %2").arg(step + 1).arg(count()));
    showWords();
    QWidget::show();
    m_outline->show();
    m_next->setFocus();
    QTimer::singleShot(kSettleMs, this, &Tour::place);
    Q_EMIT stepChanged(step);
}

void Tour::showWords()
{
    const TourStep &now = m_steps[std::size_t(m_step)];
    m_title->setText(translated(now.title));
    m_text->setText(translated(now.text));
    m_waiting->setText(tr("No run is finished yet. This page fills by itself as soon as one is."));
    m_waiting->setVisible(now.needsRuns && m_finished == 0);
    setAccessibleName(QStringLiteral("%1. %2").arg(m_title->text(), m_text->text()));
    place();
}

void Tour::countFinished()
{
    m_workspace.session()->read(
        this,
        [](storage::Connection &connection) {
            const std::vector<RunRecord> runs = storage::RunStore(connection).list();
            return int(std::count_if(runs.begin(), runs.end(),
                                     [](const RunRecord &run) { return run.status == RunStatus::Finished; }));
        },
        [this](int finished) {
            m_finished = finished;
            showWords();
        });
}

QWidget *Tour::target() const
{
    auto *widget = window()->findChild<QWidget *>(QLatin1String(m_steps[std::size_t(m_step)].target));
    return widget && widget->isVisible() ? widget : nullptr;
}

/// Beside the target where there is room, else below it; always whole inside the window.
void Tour::place()
{
    const QRect room = window()->rect().adjusted(theme::kGap, theme::kGap, -theme::kGap, -theme::kGap);
    const int wide = std::min(kWidth, room.width());
    layout()->activate();
    const int high = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(wide) : sizeHint().height();
    QRect card(0, 0, wide, high);
    const QWidget *at = target();
    m_outline->setVisible(at != nullptr);
    if (at) {
        const QRect around(at->mapTo(window(), QPoint()), at->size());
        m_outline->setGeometry(around.adjusted(-3, -3, 3, 3).intersected(window()->rect()));
        card.moveTopLeft(around.right() + kDistance + wide <= room.right()
                             ? QPoint(around.right() + kDistance, around.top())
                             : QPoint(around.right() - wide, around.bottom() + kDistance));
    } else {
        card.moveCenter(room.center());
    }
    card.moveLeft(std::clamp(card.left(), room.left(), std::max(room.left(), room.right() - wide + 1)));
    card.moveTop(std::clamp(card.top(), room.top(), std::max(room.top(), room.bottom() - high + 1)));
    setGeometry(card);
    m_outline->raise();
    raise();
}

void Tour::stop()
{
    hide();
    m_outline->hide();
    if (Page *page = m_workspace.currentPage()) {
        page->setFocus();
    }
    deleteLater();
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize) {
        QTimer::singleShot(0, this, &Tour::place);
    }
    return QFrame::eventFilter(watched, event);
}

void Tour::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        stop();
    } else {
        QFrame::keyPressEvent(event);
    }
}

}  // namespace atlas::widgets
