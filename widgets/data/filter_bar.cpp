#include "widgets/data/filter_bar.h"

#include "widgets/charts/format.h"
#include "widgets/data/filter_parser.h"
#include "widgets/frame/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>
#include <QToolButton>

namespace atlas::widgets {

namespace {
constexpr int kAfterTypingMs = 250;
constexpr int kFieldWidth = 420;
}  // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent), m_field(new QLineEdit(this)), m_count(theme::caption({}, this)),
      m_problem(theme::caption({}, this)), m_groupTitle(theme::groupTitle({}, this)), m_order(new QComboBox(this)),
      m_undo(new QToolButton(this)), m_redo(new QToolButton(this)), m_soon(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kMargin, theme::kGap, theme::kMargin, theme::kGap);
    row->setSpacing(theme::kMargin);
    m_field->setObjectName(QStringLiteral("filterField"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setPlaceholderText(tr("Filter:  label:defect  -verified  words  ( / )"));
    m_field->setToolTip(tr("Words look in texts, names and labels. label:NAME, -label:NAME, label:none, split:test, "
                           "verified, -verified, disputed, skipped, unlabelled"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaximumWidth(kFieldWidth);
    m_field->addAction(theme::icon(QStringLiteral("view-filter"), theme::color(theme::Role::Neutral)),
                       QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("filterCount"));
    m_count->setWordWrap(false);
    m_problem->setWordWrap(false);
    m_problem->setObjectName(QStringLiteral("filterProblem"));
    m_groupTitle->setObjectName(QStringLiteral("groupTitle"));
    m_order->setObjectName(QStringLiteral("sampleOrder"));
    m_order->setAccessibleName(tr("Order"));
    m_order->setToolTip(tr("The order of the samples"));
    const auto addOrder = [this](const QString &title, storage::SampleOrder order, const QString &help) {
        m_order->addItem(title, int(order));
        m_order->setItemData(m_order->count() - 1, help, Qt::ToolTipRole);
    };
    using storage::SampleOrder;
    addOrder(tr("As imported"), SampleOrder::Imported, tr("In the order of the import"));
    addOrder(tr("By label"), SampleOrder::Label, tr("Class by class"));
    addOrder(tr("Least sure first"), SampleOrder::LeastSure,
             tr("Unlabelled samples whose suggestion is the most doubtful: a label teaches most there"));
    addOrder(tr("Most diverse first"), SampleOrder::MostDiverse,
             tr("Unlabelled samples, each as unlike those before it as can be: a good beginning"));
    addOrder(tr("Doubtful labels first"), SampleOrder::Doubtful,
             tr("Labelled samples whose label the others contradict most"));
    setInsight(false);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(m_problem);
    row->addStretch(1);
    row->addWidget(m_groupTitle);
    row->addWidget(m_order);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(0);
    steps->addWidget(m_undo);
    steps->addWidget(m_redo);
    row->addLayout(steps);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_redo->setObjectName(QStringLiteral("redoButton"));
    m_undo->setFocusPolicy(Qt::NoFocus);
    m_redo->setFocusPolicy(Qt::NoFocus);
    connect(m_undo, &QToolButton::clicked, this, &FilterBar::undoWanted);
    connect(m_redo, &QToolButton::clicked, this, &FilterBar::redoWanted);
    setSteps({}, {});
    m_soon->setSingleShot(true);
    m_soon->setInterval(kAfterTypingMs);
    connect(m_soon, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_field, &QLineEdit::textEdited, m_soon, qOverload<>(&QTimer::start));
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) {
            apply();  // the field's own clear button
        }
    });
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        apply();
        Q_EMIT left();
    });
    connect(m_order, &QComboBox::activated, this, &FilterBar::apply);
}

QString FilterBar::text() const
{
    return m_field->text();
}

void FilterBar::setText(const QString &text)
{
    if (m_field->text() == text) {
        apply();
        return;
    }
    m_field->setText(text);
    if (!text.isEmpty()) {
        apply();
    }
}

storage::SampleFilter FilterBar::filter() const
{
    storage::SampleFilter filter = parseFilter(m_field->text()).filter;
    filter.order = storage::SampleOrder(m_order->currentData().toInt());
    return filter;
}

void FilterBar::apply()
{
    m_soon->stop();
    m_problem->setText(parseFilter(m_field->text()).problem);
    Q_EMIT filterChanged(filter());
}

void FilterBar::setCounts(qint64 shown, qint64 all)
{
    m_count->setText(shown == all ? tr("%1 samples").arg(format::count(all))
                                  : tr("%1 of %2").arg(format::count(shown), format::count(all)));
}

void FilterBar::setSteps(const QString &undo, const QString &redo)
{
    m_undo->setEnabled(!undo.isEmpty());
    m_redo->setEnabled(!redo.isEmpty());
    theme::makeIconButton(m_undo, QStringLiteral("edit-undo"), undo.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undo),
                          tr("Ctrl+Z"));
    theme::makeIconButton(m_redo, QStringLiteral("edit-redo"), redo.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redo),
                          tr("Ctrl+Shift+Z"));
}

void FilterBar::setGroup(const QString &title)
{
    m_groupTitle->setText(title);
}

bool FilterBar::grouped() const
{
    return m_order->currentData().toInt() == int(storage::SampleOrder::Label);
}

void FilterBar::setOrder(storage::SampleOrder order)
{
    m_order->setCurrentIndex(m_order->findData(int(order)));
    apply();
}

void FilterBar::setInsight(bool known)
{
    auto *items = qobject_cast<QStandardItemModel *>(m_order->model());
    for (int i = 0; i < m_order->count(); ++i) {
        const bool needs = m_order->itemData(i).toInt() > int(storage::SampleOrder::Label);
        items->item(i)->setEnabled(known || !needs);
    }
    const bool lost = !known && m_order->currentData().toInt() > int(storage::SampleOrder::Label);
    m_order->setCurrentIndex(lost ? 0 : std::max(0, m_order->currentIndex()));
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Down) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace atlas::widgets
