#include "widgets/decide/move_sheet.h"

#include "storage/decide/model_registry.h"
#include "widgets/frame/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas::widgets {

MoveSheet::MoveSheet(const MoveQuestion &question, QWidget *parent)
    : QWidget(parent), m_alias(new QComboBox(this)), m_versions(new QComboBox(this)),
      m_reason(new QPlainTextEdit(this)), m_problem(theme::caption({}, this)),
      m_accept(new QPushButton(question.accept, this))
{
    m_alias->setObjectName(QStringLiteral("moveAlias"));
    m_alias->setAccessibleName(tr("Name"));
    m_alias->setToolTip(tr("The name that stands for the version; commands take it in the place of a run"));
    m_alias->setEditable(true);
    m_alias->addItems({QLatin1String(storage::kProduction), QLatin1String(storage::kCandidate)});
    m_versions->setObjectName(QStringLiteral("moveVersion"));
    m_versions->setAccessibleName(tr("Version"));
    m_versions->setToolTip(tr("The version to go back to"));
    for (const auto &[title, number] : question.versions) {
        m_versions->addItem(title, number);
    }
    m_reason->setObjectName(QStringLiteral("moveReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why? It stands in the history."));
    m_reason->setTabChangesFocus(true);
    m_problem->setObjectName(QStringLiteral("moveProblem"));
    m_accept->setObjectName(QStringLiteral("moveAccept"));
    theme::makePrimary(m_accept);

    auto *form = new QFormLayout;
    form->setVerticalSpacing(theme::kGap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto addRow = [form](const QString &title, QWidget *field, bool shown) {
        field->setVisible(shown);
        if (shown) {
            form->addRow(title, field);
        }
    };
    addRow(tr("Name"), m_alias, question.anyAlias);
    addRow(tr("Version"), m_versions, !question.versions.isEmpty());
    addRow(tr("Reason"), m_reason, true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(m_accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kMargin);
    layout->addWidget(theme::bodyText(question.text, this));
    layout->addLayout(form, 1);
    layout->addLayout(buttons);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &MoveSheet::update);
    connect(m_alias, &QComboBox::currentTextChanged, this, &MoveSheet::update);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        m_accept->setEnabled(false);
        Q_EMIT accepted(m_alias->currentText().trimmed(), m_versions->currentData().toLongLong(),
                        m_reason->toPlainText().trimmed());
    });
    setFocusProxy(m_reason);
    update();
}

void MoveSheet::update()
{
    const bool reason = !m_reason->toPlainText().trimmed().isEmpty();
    const bool name = !m_alias->currentText().trimmed().isEmpty();
    m_accept->setEnabled(reason && name);
    m_problem->setText(reason ? QString() : tr("A reason is needed."));
}

void MoveSheet::refuse(const QString &why)
{
    update();
    m_problem->setText(why);
}

}  // namespace atlas::widgets
