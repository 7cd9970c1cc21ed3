#include "widgets/sequence/name_sheet.h"

#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas::widgets {

NameSheet::NameSheet(const QString &label, const QString &suggestion, Check check, QWidget *parent)
    : QWidget(parent), m_field(new QLineEdit(suggestion, this))
{
    auto *name = new QLabel(label, this);
    name->setBuddy(m_field);
    auto *problem = theme::caption({}, this);
    problem->setObjectName(QStringLiteral("nameProblem"));
    auto *keep = new QPushButton(tr("Keep"), this);
    keep->setObjectName(QStringLiteral("nameKeep"));
    theme::makePrimary(keep);
    m_field->setObjectName(QStringLiteral("nameField"));
    m_field->setAccessibleName(label);
    m_field->selectAll();
    const auto update = [this, problem, keep, check] {
        const QString wrong = check(m_field->text().trimmed());
        problem->setText(wrong);
        keep->setEnabled(wrong.isEmpty());
    };
    connect(m_field, &QLineEdit::textChanged, this, update);
    const auto accept = [this, keep] {
        if (keep->isEnabled()) {
            Q_EMIT accepted(m_field->text().trimmed());
        }
    };
    connect(m_field, &QLineEdit::returnPressed, this, accept);
    connect(keep, &QPushButton::clicked, this, accept);
    auto *row = new QHBoxLayout;
    row->addWidget(problem, 1);
    row->addWidget(keep);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(name);
    layout->addWidget(m_field);
    layout->addLayout(row);
    layout->addStretch();
    update();
    m_field->setFocus();
    setFocusProxy(m_field);
}

}  // namespace atlas::widgets
