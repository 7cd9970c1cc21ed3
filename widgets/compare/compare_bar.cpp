#include "widgets/compare/compare_bar.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {

constexpr int kAfterTypingMs = 60;
constexpr int kFieldWidth = 520;

QString wordsOf(const RunFilterProblem &problem)
{
    QString words = QCoreApplication::translate("RunFilter", problem.text);
    words.replace(QStringLiteral("%2"), QString::fromStdString(problem.instead));
    return words.replace(QStringLiteral("%1"), QString::fromStdString(problem.what));
}

QString helpText()
{
    QString rows;
    for (const RunFilterHelp &help : RunFilter::help()) {
        rows += QStringLiteral("<tr><td><code>%1</code>&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(QString::fromUtf8(help.example).toHtmlEscaped(),
                         QCoreApplication::translate("RunFilter", help.text).toHtmlEscaped());
    }
    return QStringLiteral("<table>%1</table>").arg(rows);
}

}  // namespace

CompareBar::CompareBar(QWidget *parent)
    : QWidget(parent), m_field(new QLineEdit(this)), m_count(theme::caption({}, this)),
      m_problem(theme::bodyText({}, this)), m_start(theme::caption({}, this)), m_baseline(theme::caption({}, this)),
      m_pin(new QPushButton(tr("Pin as baseline"), this)), m_unpin(new QPushButton(tr("Unpin"), this)),
      m_soon(new QTimer(this))
{
    m_field->setObjectName(QStringLiteral("runFilter"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setPlaceholderText(tr("Filter:  strategy:atlas  accuracy>80%  -tag:old  words  ( / )"));
    m_field->setToolTip(helpText());
    m_field->setClearButtonEnabled(true);
    m_field->setMaximumWidth(kFieldWidth);
    m_field->addAction(theme::icon(QStringLiteral("view-filter"), theme::color(theme::Role::Neutral)),
                       QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    auto *help = new QToolButton(this);
    help->setObjectName(QStringLiteral("filterHelp"));
    help->setText(QStringLiteral("?"));
    help->setAutoRaise(true);
    help->setAccessibleName(tr("How to write a filter"));
    help->setToolTip(tr("How to write a filter"));
    connect(help, &QToolButton::clicked, this, &CompareBar::helpWanted);
    m_count->setObjectName(QStringLiteral("runCount"));
    m_count->setWordWrap(false);
    m_problem->setObjectName(QStringLiteral("runFilterProblem"));
    m_problem->hide();
    m_start->setObjectName(QStringLiteral("startWords"));
    m_start->setToolTip(tr("Runs of one recipe differ in their seed alone"));
    m_start->hide();
    m_baseline->setObjectName(QStringLiteral("baselineName"));
    m_baseline->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_pin->setObjectName(QStringLiteral("pinBaseline"));
    m_pin->setToolTip(tr("Tell the others against the chosen run; it stays on top (P)"));
    m_unpin->setObjectName(QStringLiteral("unpinBaseline"));
    m_unpin->setToolTip(tr("Tell no run against another"));
    theme::makeQuiet(m_unpin);
    connect(m_pin, &QPushButton::clicked, this, &CompareBar::pinWanted);
    connect(m_unpin, &QPushButton::clicked, this, &CompareBar::unpinWanted);

    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(m_field, 4);
    row->addWidget(help);
    row->addWidget(m_count);
    row->addWidget(m_baseline, 3);
    row->addWidget(m_unpin);
    row->addWidget(m_pin);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    layout->addWidget(m_start);
    setBaseline({});

    m_soon->setSingleShot(true);
    m_soon->setInterval(kAfterTypingMs);
    connect(m_soon, &QTimer::timeout, this, &CompareBar::apply);
    connect(m_field, &QLineEdit::textChanged, m_soon, qOverload<>(&QTimer::start));
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        apply();
        if (m_wrong) {
            selectProblem();
        } else {
            Q_EMIT left();
        }
    });
}

QString CompareBar::text() const
{
    return m_field->text();
}

void CompareBar::setText(const QString &text)
{
    m_field->setText(text);
    apply();
}

void CompareBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void CompareBar::apply()
{
    m_soon->stop();
    RunFilter filter = RunFilter::parse(m_field->text().toStdString());
    m_wrong = filter.problem();
    m_problem->setVisible(m_wrong.has_value());
    if (m_wrong) {
        const QString before = QString::fromUtf8(m_field->text().toUtf8().left(qsizetype(m_wrong->at)));
        m_problem->setText(tr("At character %1: %2").arg(before.size() + 1).arg(wordsOf(*m_wrong)));
        QPalette colours = m_problem->palette();
        colours.setColor(QPalette::WindowText, theme::textColor(theme::Role::Bad));
        m_problem->setPalette(colours);
        return;
    }
    Q_EMIT filterChanged(&filter);
}

void CompareBar::selectProblem()
{
    const QByteArray bytes = m_field->text().toUtf8();
    const qsizetype begin = QString::fromUtf8(bytes.left(qsizetype(m_wrong->at))).size();
    const qsizetype length = QString::fromUtf8(bytes.mid(qsizetype(m_wrong->at), qsizetype(m_wrong->length))).size();
    m_field->setSelection(int(begin), int(length));
}

void CompareBar::setCounts(std::size_t matching, std::size_t all, int settingsLeft)
{
    const QString runs = matching == all
                             ? tr("%n run(s)", nullptr, int(all))
                             : tr("%1 of %2 runs").arg(format::count(qint64(matching)), format::count(qint64(all)));
    m_count->setText(settingsLeft > 0 ? tr("%1; %n more settings differ", nullptr, settingsLeft).arg(runs) : runs);
    m_count->setToolTip(settingsLeft > 0 ? tr("Show them with Columns") : QString());
}

void CompareBar::setBaseline(const QString &name)
{
    m_baseline->setText(name.isEmpty() ? QString() : tr("Against %1: ▲ better, ▼ worse").arg(name));
    m_unpin->setVisible(!name.isEmpty());
}

void CompareBar::setCanPin(bool can)
{
    m_pin->setEnabled(can);
}

void CompareBar::setStart(const QString &words)
{
    m_start->setText(words);
    m_start->setVisible(!words.isEmpty());
}

bool CompareBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Escape) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace atlas::widgets
