#include "widgets/decide/policy_sheet.h"

#include "widgets/frame/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {

constexpr double kPercent = 100;

QString whole(const std::optional<std::int64_t> &value)
{
    return value ? QLocale().toString(qlonglong(*value)) : QString();
}

/// Sets `wrong` where something stands in the field that is no number above 0.
std::optional<std::int64_t> wholeOf(const QLineEdit *field, bool &wrong)
{
    const QString text = field->text().trimmed();
    if (text.isEmpty()) {
        return std::nullopt;
    }
    bool sound = false;
    const qlonglong value = QLocale().toLongLong(text, &sound);
    wrong = wrong || !sound || value <= 0;
    return value;
}

}  // namespace

PolicySheet::PolicySheet(const storage::UpdatePolicy &policy, bool editable, QWidget *parent)
    : QWidget(parent), m_samples(new QLineEdit(whole(policy.newSamples), this)),
      m_days(new QLineEdit(whole(policy.ageDays), this)), m_below(new QLineEdit(this)),
      m_decides(new QLineEdit(QString::fromStdString(policy.decides), this)),
      m_second(new QCheckBox(tr("A second person approves what goes into production"), this)),
      m_note(new QPlainTextEdit(QString::fromStdString(policy.note), this)), m_problem(theme::caption({}, this)),
      m_keep(new QPushButton(tr("Keep"), this))
{
    setObjectName(QStringLiteral("policySheet"));
    if (policy.below) {
        m_below->setText(QLocale().toString(*policy.below * kPercent, 'g', 6));
    }
    m_second->setChecked(policy.secondPerson);
    m_second->setToolTip(
        tr("Whoever promotes a version asks; it serves when somebody else approves. Rolling back needs "
           "nobody: that version was approved before."));
    m_note->setTabChangesFocus(true);
    m_keep->setVisible(editable);
    theme::makePrimary(m_keep);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(theme::kGap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto add = [&](const char *name, const QString &title, const QString &help, QWidget *field) {
        field->setObjectName(QLatin1String(name));
        field->setAccessibleName(title);
        field->setToolTip(help);
        field->setEnabled(editable);
        form->addRow(title, field);
    };
    add("policySamples", tr("Train again after so many new labelled samples"),
        tr("Counted since the version in production learned; blank = not a reason"), m_samples);
    add("policyDays", tr("Train again after so many days"),
        tr("Counted since the version in production was trained; blank = not a reason"), m_days);
    add("policyBelow", tr("Train again when the average is under (percent)"),
        tr("Of the version in production; blank = not a reason"), m_below);
    add("policyDecides", tr("Who decides"), tr("A name or a role"), m_decides);
    m_second->setObjectName(QStringLiteral("policySecond"));
    m_second->setEnabled(editable);
    form->addRow(m_second);
    add("policyNote", tr("Anything else"), tr("What else belongs to the policy"), m_note);
    m_keep->setObjectName(QStringLiteral("policyKeep"));
    m_keep->setToolTip(tr("Keeps the policy with the project and writes the change into the audit trail"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_problem, 1);
    foot->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kMargin);
    layout->addLayout(form, 1);
    layout->addLayout(foot);
    for (QLineEdit *field : {m_samples, m_days, m_below, m_decides}) {
        connect(field, &QLineEdit::textChanged, this, &PolicySheet::read);
    }
    connect(m_second, &QCheckBox::toggled, this, &PolicySheet::read);
    connect(m_note, &QPlainTextEdit::textChanged, this, &PolicySheet::read);
    connect(m_keep, &QPushButton::clicked, this, [this] { Q_EMIT accepted(m_policy); });
    setFocusProxy(m_samples);
    read();
}

void PolicySheet::read()
{
    bool wrong = false;
    m_policy.newSamples = wholeOf(m_samples, wrong);
    m_policy.ageDays = wholeOf(m_days, wrong);
    m_policy.below.reset();
    if (const QString text = m_below->text().trimmed(); !text.isEmpty()) {
        bool sound = false;
        const double below = QLocale().toDouble(text, &sound) / kPercent;
        wrong = wrong || !sound || below < 0 || below > 1;
        m_policy.below = below;
    }
    m_policy.decides = m_decides->text().trimmed().toStdString();
    m_policy.secondPerson = m_second->isChecked();
    m_policy.note = m_note->toPlainText().trimmed().toStdString();
    m_problem->setText(wrong ? tr("Samples and days are whole numbers above 0, the average is 0 to 100.") : QString());
    m_keep->setEnabled(!wrong);
}

}  // namespace atlas::widgets
