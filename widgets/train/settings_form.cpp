#include "widgets/train/settings_form.h"

#include "widgets/frame/theme.h"
#include "widgets/train/setting_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

SettingsForm::SettingsForm(QWidget *parent)
    : QWidget(parent), m_plain(new QVBoxLayout), m_advanced(new QWidget(this)),
      m_advancedLayout(new QVBoxLayout(m_advanced)), m_fold(new QToolButton(this)), m_search(new QLineEdit(m_advanced)),
      m_none(theme::caption(tr("No setting of that name."), m_advanced)),
      m_reset(new QPushButton(tr("Reset all"), this))
{
    m_fold->setObjectName(QStringLiteral("advancedToggle"));
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setAutoRaise(true);
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_advanced->setVisible(open);
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsForm::filter);
    m_reset->setObjectName(QStringLiteral("settingsReset"));
    m_reset->setToolTip(tr("All settings back to their defaults"));
    theme::makeQuiet(m_reset);
    connect(m_reset, &QPushButton::clicked, this, &SettingsForm::reset);

    auto *heading = new QHBoxLayout;
    heading->addWidget(m_fold);
    heading->addStretch();
    heading->addWidget(m_reset);
    m_plain->setSpacing(6);
    m_advancedLayout->setContentsMargins(0, 0, 0, 0);
    m_advancedLayout->setSpacing(6);
    m_advancedLayout->addWidget(m_search);
    m_advancedLayout->addWidget(m_none);
    m_none->hide();
    m_advanced->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addLayout(m_plain);
    layout->addLayout(heading);
    layout->addWidget(m_advanced);
    count();
}

void SettingsForm::setSpecs(const std::vector<SettingSpec> &specs)
{
    const std::map<std::string, std::string> before = changedValues();
    for (const auto &[key, row] : m_rows) {
        delete row;
    }
    m_rows.clear();
    for (const SettingSpec &spec : specs) {
        if (m_rows.contains(spec.key)) {
            continue;
        }
        auto *row = new SettingRow(spec, spec.advanced ? m_advanced : this);
        (spec.advanced ? m_advancedLayout : m_plain)->addWidget(row);
        m_rows.emplace(spec.key, row);
        if (const auto value = before.find(spec.key); value != before.end()) {
            row->setValue(value->second);
        }
        connect(row, &SettingRow::valueChanged, this, [this] {
            count();
            Q_EMIT valuesChanged();
        });
    }
    filter();
    count();
}

std::map<std::string, std::string> SettingsForm::values() const
{
    std::map<std::string, std::string> out;
    for (const auto &[key, row] : m_rows) {
        out.emplace(key, row->value());
    }
    return out;
}

std::map<std::string, std::string> SettingsForm::changedValues() const
{
    std::map<std::string, std::string> out;
    for (const auto &[key, row] : m_rows) {
        if (row->changed()) {
            out.emplace(key, row->value());
        }
    }
    return out;
}

void SettingsForm::setValue(const std::string &key, const std::string &value)
{
    if (const auto row = m_rows.find(key); row != m_rows.end()) {
        row->second->setValue(value);
    }
}

void SettingsForm::reset()
{
    for (const auto &[key, row] : m_rows) {
        row->setValue(row->spec().defaultValue);
    }
}

bool SettingsForm::valid() const
{
    return std::all_of(m_rows.begin(), m_rows.end(), [](const auto &entry) { return entry.second->valid(); });
}

void SettingsForm::filter()
{
    const QString words = m_search->text().trimmed();
    bool any = false;
    for (const auto &[key, row] : m_rows) {
        if (row->spec().advanced) {
            const bool shown = words.isEmpty() || row->matches(words);
            row->setVisible(shown);
            any = any || shown;
        }
    }
    m_none->setVisible(!any && !words.isEmpty());
}

void SettingsForm::count()
{
    const auto advanced = std::count_if(m_rows.begin(), m_rows.end(), [](const auto &entry) {
        return entry.second->spec().advanced && entry.second->changed();
    });
    m_fold->setText(advanced > 0 ? tr("Advanced (%n changed)", nullptr, int(advanced)) : tr("Advanced"));
    m_reset->setVisible(!changedValues().empty());
}

}  // namespace atlas::widgets
