#include "widgets/frame/job_row.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace atlas::widgets {

namespace {
constexpr int kSteps = 1000;
constexpr int kBarWidth = 180;
constexpr double kEnoughToGuess = 0.02;  // of the work, before a time left is worth saying
}  // namespace

JobRow::JobRow(Job *job, QWidget *parent)
    : QWidget(parent), m_job(job), m_icon(new QLabel(this)), m_title(new QLabel(job->title(), this)),
      m_what(theme::caption({}, this)), m_bar(new QProgressBar(this)), m_percent(new QLabel(this)),
      m_left(theme::caption({}, this)), m_pause(new QToolButton(this)), m_stop(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    m_title->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(false);
    m_what->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_what->setObjectName(QStringLiteral("jobWhat"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setRange(0, 0);
    m_percent->setMinimumWidth(52);
    m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_left->setWordWrap(false);
    m_left->setMinimumWidth(96);
    m_icon->hide();
    m_pause->setObjectName(QStringLiteral("jobPause"));
    m_stop->setObjectName(QStringLiteral("jobStop"));
    theme::makeIconButton(m_pause, QStringLiteral("media-playback-pause"), tr("Pause"));
    theme::makeIconButton(m_stop, QStringLiteral("window-close"), tr("Stop"));
    m_pause->setVisible(job->canPause());

    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_what, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_percent);
    layout->addWidget(m_left);
    layout->addWidget(m_pause);
    layout->addWidget(m_stop);

    m_since.start();
    connect(job, &Job::progressed, this, &JobRow::showProgress);
    connect(job, &Job::failed, this, &JobRow::showFailure);
    connect(job, &Job::finished, this, [this] { showEnd(tr("Done"), true); });
    connect(job, &Job::cancelled, this, [this] { showEnd(tr("Stopped"), false); });
    connect(m_pause, &QToolButton::clicked, this, &JobRow::togglePause);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_bar->isVisibleTo(this)) {
            m_stop->setEnabled(false);
            m_what->setText(tr("Stopping…"));
            m_job->cancel();
        } else {
            Q_EMIT dismissed();
        }
    });
}

void JobRow::showProgress(double fraction, const QString &what)
{
    m_what->setText(what);
    m_what->setToolTip(what);
    if (fraction < 0) {
        m_bar->setRange(0, 0);
        m_percent->clear();
        m_left->clear();
        return;
    }
    m_bar->setRange(0, kSteps);
    m_bar->setValue(int(fraction * kSteps));
    m_percent->setText(format::percent(fraction));
    if (m_firstFraction < 0) {
        m_firstFraction = fraction;
        m_since.restart();
    }
    const double done = fraction - m_firstFraction;
    const bool guess = done > kEnoughToGuess && !m_paused;
    m_left->setText(guess
                        ? tr("%1 left").arg(format::duration(double(m_since.elapsed()) / 1000 * (1 - fraction) / done))
                        : QString());
}

void JobRow::togglePause()
{
    m_paused = !m_paused;
    if (m_paused) {
        m_job->pause();
    } else {
        m_firstFraction = -1;  // the pause is not time that the work takes
        m_job->resume();
    }
    m_left->setText(m_paused ? tr("Paused") : QString());
    theme::makeIconButton(m_pause,
                          m_paused ? QStringLiteral("media-playback-start") : QStringLiteral("media-playback-pause"),
                          m_paused ? tr("Go on") : tr("Pause"));
}

void JobRow::showEnd(const QString &words, bool good)
{
    const theme::Role role = good ? theme::Role::Good : theme::Role::Neutral;
    m_icon->setPixmap(theme::icon(good ? QStringLiteral("dialog-ok-apply") : QStringLiteral("media-playback-stop"),
                                  theme::textColor(role))
                          .pixmap(QSize(theme::kIconSize, theme::kIconSize), devicePixelRatioF()));
    m_icon->show();
    m_what->setText(words);
    for (QWidget *widget : {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_percent),
                            static_cast<QWidget *>(m_left), static_cast<QWidget *>(m_pause)}) {
        widget->hide();
    }
    m_stop->setEnabled(true);
    theme::makeIconButton(m_stop, QStringLiteral("window-close"), tr("Dismiss"));
}

void JobRow::showFailure(const QString &message, const QString &hint)
{
    const QString words = hint.isEmpty() ? message : message + QLatin1Char(' ') + hint;
    showEnd(words, false);
    m_icon->setPixmap(theme::icon(QStringLiteral("data-error"), theme::textColor(theme::Role::Bad))
                          .pixmap(QSize(theme::kIconSize, theme::kIconSize), devicePixelRatioF()));
    m_what->setWordWrap(true);
    m_what->setToolTip(words);
    QPalette colours = m_what->palette();
    colours.setColor(QPalette::WindowText, theme::textColor(theme::Role::Bad));
    m_what->setPalette(colours);
    m_what->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

}  // namespace atlas::widgets
