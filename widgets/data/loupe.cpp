#include "widgets/data/loupe.h"

#include "widgets/charts/format.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/sample_painter.h"
#include "widgets/data/sample_view.h"
#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kFoot = 48;
constexpr int kLabelWidth = 280;
}  // namespace

Loupe::Loupe(const SampleModel *model, SamplePainter *painter, QWidget *parent)
    : QWidget(parent), m_model(model), m_painter(painter), m_view(new SampleView(SampleView::Size::Large, this)),
      m_place(theme::caption({}, this))
{
    setObjectName(QStringLiteral("loupe"));
    setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, theme::kGroupGap, theme::kGroupGap, 0);
    layout->addWidget(m_view, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(kLabelWidth, 0, 0, 0);  // the label is painted left of it
    m_place->setWordWrap(false);
    m_place->setAlignment(Qt::AlignCenter);
    m_place->setMinimumHeight(kFoot);
    const auto button = [&](const QString &icon, const QString &what, const QString &key, auto clicked) {
        auto *tool = new QToolButton(this);
        theme::makeIconButton(tool, icon, what, key);
        tool->setFocusPolicy(Qt::NoFocus);
        connect(tool, &QToolButton::clicked, this, clicked);
        foot->addWidget(tool);
        return tool;
    };
    foot->addWidget(m_place, 1);
    button(QStringLiteral("go-previous"), tr("Previous sample"), tr("Left"), [this] { Q_EMIT moveWanted(-1); });
    button(QStringLiteral("go-next"), tr("Next sample"), tr("Right"), [this] { Q_EMIT moveWanted(1); });
    button(QStringLiteral("window-close"), tr("Back to all samples"), tr("Space"), [this] {
        Q_EMIT closed();
    })->setObjectName(QStringLiteral("loupeClose"));
    layout->addLayout(foot);
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        if (m_row >= first.row() && m_row <= last.row()) {
            refresh();
        }
    });
    connect(m_view, &SampleView::choiceClicked, this, &Loupe::choiceClicked);
}

void Loupe::showRow(int row)
{
    m_row = row;
    refresh();
}

void Loupe::refresh()
{
    m_view->show(m_model->sample(m_row));
    m_place->setText(tr("%1 of %2").arg(format::count(m_row + 1), format::count(m_model->rowCount())));
    update();
}

void Loupe::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme::background());
    if (const Sample *sample = m_model->sample(m_row)) {
        const QRect foot(theme::kGroupGap, height() - kFoot, kLabelWidth, kFoot);
        m_painter->reviewMark(painter, QPoint(foot.left() + 9, foot.center().y()), sample->review);
        m_painter->label(painter, foot.adjusted(24, 0, 0, 0), taskKind(m_model->dataset().kind), *sample);
    }
}

void Loupe::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Escape: Q_EMIT closed(); break;
    case Qt::Key_Right:
    case Qt::Key_Down: Q_EMIT moveWanted(1); break;
    case Qt::Key_Left:
    case Qt::Key_Up: Q_EMIT moveWanted(-1); break;
    case Qt::Key_B: m_view->blink(); break;
    default: QWidget::keyPressEvent(event);
    }
}

}  // namespace atlas::widgets
