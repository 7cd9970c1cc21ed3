#pragma once

#include <QList>
#include <QPair>
#include <QString>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace atlas::widgets {

/// What a move of an alias asks of the person who makes it.
struct MoveQuestion {
    QString text;                                 ///< what will happen, in one or two sentences
    QString accept;                               ///< word of the button
    bool anyAlias = false;                        ///< the name can be another one than production
    QList<QPair<QString, qint64>> versions = {};  ///< to choose from; the first is the usual one
};

/// Asks for the reason of a move, without which there is none, and for what else it needs.
class MoveSheet final : public QWidget {
    Q_OBJECT

public:
    explicit MoveSheet(const MoveQuestion &question, QWidget *parent = nullptr);

    void refuse(const QString &why);  ///< it could not be done: said beside the button

Q_SIGNALS:
    void accepted(const QString &alias, qint64 version, const QString &reason);

private:
    void update();

    QComboBox *m_alias;
    QComboBox *m_versions;
    QPlainTextEdit *m_reason;
    QLabel *m_problem;
    QPushButton *m_accept;
};

}  // namespace atlas::widgets
