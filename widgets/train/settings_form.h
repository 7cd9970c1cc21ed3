#pragma once

#include "core/settings.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace atlas::widgets {

class SettingRow;

/// A form made from descriptions of settings: the plain ones, and the rest under Advanced, searchable, with what was
/// changed marked and counted.
class SettingsForm : public QWidget {
    Q_OBJECT

public:
    explicit SettingsForm(QWidget *parent = nullptr);

    /// Makes the rows anew; values of settings that were there before are kept.
    void setSpecs(const std::vector<SettingSpec> &specs);

    std::map<std::string, std::string> values() const;  ///< all of them
    std::map<std::string, std::string> changedValues() const;
    void setValue(const std::string &key, const std::string &value);  ///< no such setting: ignored
    bool has(const std::string &key) const { return m_rows.contains(key); }
    void reset();
    bool valid() const;

Q_SIGNALS:
    void valuesChanged();

private:
    void filter();
    void count();

    std::map<std::string, SettingRow *> m_rows;
    QVBoxLayout *m_plain;
    QWidget *m_advanced;
    QVBoxLayout *m_advancedLayout;
    QToolButton *m_fold;
    QLineEdit *m_search;
    QLabel *m_none;
    QPushButton *m_reset;
};

}  // namespace atlas::widgets
