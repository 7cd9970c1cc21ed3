#include "widgets/compare/run_name_field.h"

#include "widgets/frame/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace atlas::widgets {

RunNameField::RunNameField(QWidget *parent)
    : QWidget(parent), m_title(theme::groupTitle({}, this)), m_field(new QLineEdit(this)), m_pen(new QToolButton(this)),
      m_problem(theme::caption({}, this))
{
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("inspectedRun"));
    m_title->installEventFilter(this);
    m_field->setObjectName(QStringLiteral("runName"));
    m_field->setAccessibleName(tr("Name of the run"));
    m_field->setToolTip(tr("Enter keeps the name, Esc leaves it as it was"));
    m_field->installEventFilter(this);
    m_field->hide();
    m_pen->setObjectName(QStringLiteral("renameRun"));
    theme::makeIconButton(m_pen, QStringLiteral("edit-rename"), tr("Rename the run"), tr("F2"));
    m_pen->hide();
    m_problem->setObjectName(QStringLiteral("runNameProblem"));
    m_problem->hide();
    connect(m_field, &QLineEdit::returnPressed, this, &RunNameField::keep);
    connect(m_field, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(m_pen, &QToolButton::clicked, this, &RunNameField::edit);

    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(m_title, 1);
    row->addWidget(m_field, 1);
    row->addWidget(m_pen, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap / 2);
    layout->addLayout(row);
    layout->addWidget(m_problem);
}

void RunNameField::setName(const QString &name, bool editable)
{
    if (name != m_name || !editable) {
        leave();
    }
    m_name = name;
    m_editable = editable;
    m_title->setText(name);
    m_title->setToolTip(editable ? tr("Double click to rename the run (F2)") : QString());
    m_pen->setVisible(editable && m_field->isHidden());
}

void RunNameField::edit()
{
    if (!m_editable) {
        return;
    }
    m_field->setText(m_name);
    m_title->hide();
    m_pen->hide();
    m_field->show();
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
}

void RunNameField::setProblem(const QString &words)
{
    QPalette colours = m_problem->palette();
    colours.setColor(QPalette::WindowText, theme::textColor(theme::Role::Bad));
    m_problem->setPalette(colours);
    m_problem->setText(words);
    m_problem->show();
}

void RunNameField::leave()
{
    const bool focused = m_field->hasFocus();
    m_problem->hide();
    m_field->hide();
    m_title->show();
    m_pen->setVisible(m_editable);
    if (focused) {
        m_pen->setFocus(Qt::OtherFocusReason);
    }
}

void RunNameField::keep()
{
    const QString name = m_field->text().trimmed();
    if (name == m_name) {
        leave();
    } else {
        Q_EMIT renamed(name);
    }
}

bool RunNameField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_title && event->type() == QEvent::MouseButtonDblClick) {
        edit();
        return m_editable;
    }
    if (watched == m_field && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();  // no shortcut of the window takes it
        if (event->type() == QEvent::KeyPress) {
            leave();
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace atlas::widgets
