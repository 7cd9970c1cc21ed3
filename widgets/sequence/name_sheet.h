#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;

namespace atlas::widgets {

/// Asks for a name inside the page. `check` says what is wrong with it, or nothing.
class NameSheet : public QWidget {
    Q_OBJECT

public:
    using Check = std::function<QString(const QString &)>;

    NameSheet(const QString &label, const QString &suggestion, Check check, QWidget *parent = nullptr);

Q_SIGNALS:
    void accepted(const QString &name);

private:
    QLineEdit *m_field;
};

}  // namespace atlas::widgets
