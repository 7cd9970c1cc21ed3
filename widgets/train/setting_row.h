#pragma once

#include "core/settings.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace atlas::widgets {

/// One setting of a form, made from its description: title, editor, unit, a mark and a way back when it differs from
/// its default, and what is wrong with a value that cannot be taken.
class SettingRow : public QWidget {
    Q_OBJECT

public:
    explicit SettingRow(const SettingSpec &spec, QWidget *parent = nullptr);

    const SettingSpec &spec() const { return m_spec; }
    std::string value() const { return m_value; }  ///< as text, C locale; may be invalid
    void setValue(const std::string &value);
    bool changed() const;
    bool valid() const { return m_problem.isEmpty(); }
    QString problem() const { return m_problem; }

    bool matches(const QString &words) const;  ///< title, key or help contain the words

Q_SIGNALS:
    void valueChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeEditor();
    void take(const std::string &value);
    void mark();

    SettingSpec m_spec;
    std::string m_value;
    QString m_problem;
    QLabel *m_title;
    QLabel *m_error;
    QToolButton *m_reset;
    QWidget *m_editor;
};

}  // namespace atlas::widgets
