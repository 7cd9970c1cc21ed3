#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace atlas::widgets {

/// The title of what is selected; the name of a single run can be changed in its place: double click, F2 or the pen,
/// then Enter keeps it and Esc leaves it as it was.
class RunNameField final : public QWidget {
    Q_OBJECT

public:
    explicit RunNameField(QWidget *parent = nullptr);

    /// What is being typed stays while the name does.
    void setName(const QString &name, bool editable);
    void edit();                            ///< where it can be changed
    void setProblem(const QString &words);  ///< why the name that was typed is not kept; it can be typed on

Q_SIGNALS:
    void renamed(const QString &name);  ///< typed; setName() or setProblem() is the answer

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void leave();
    void keep();

    QLabel *m_title;
    QLineEdit *m_field;
    QToolButton *m_pen;
    QLabel *m_problem;
    QString m_name;
    bool m_editable = false;
};

}  // namespace atlas::widgets
