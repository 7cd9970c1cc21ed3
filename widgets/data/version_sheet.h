#pragma once

#include "core/task.h"
#include "widgets/data/version_model.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace atlas::widgets {

class Labeller;
class Session;
class VersionDifference;

/// The versions of a dataset: make one, see what is different between two or since one, go back to one. Going back is
/// one undoable step.
class VersionSheet final : public QWidget {
    Q_OBJECT

public:
    VersionSheet(Session *session, Labeller *labeller, const Dataset &dataset, QWidget *parent = nullptr);

    void make();  ///< with the name and the note that stand there

Q_SIGNALS:
    /// `what` says in words which samples they are.
    void showWanted(const std::vector<std::int64_t> &samples, const QString &what);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makeTable();
    void read();
    void takeVersions(std::vector<storage::DataVersion> versions);
    void layColumns();  ///< what has no room or says nothing is left out
    void suggestName();
    std::vector<int> chosenRows() const;
    void readDifference();
    void say(const QString &text, bool good);
    void goBack();

    QPointer<Session> m_session;
    QPointer<Labeller> m_labeller;
    Dataset m_dataset;
    VersionModel *m_model;
    QLineEdit *m_name;
    QLineEdit *m_note;
    QPushButton *m_make;
    QLabel *m_status;
    QStackedWidget *m_stack;  ///< the table, or what versions are for
    QTableView *m_table;
    VersionDifference *m_difference;
    std::int64_t m_wanted = 0;  ///< id of the version to choose when the list has been read
    QString m_goingBack;        ///< the version in words, until it is reached
    bool m_suggested = false;
    int m_ticket = 0;
};

}  // namespace atlas::widgets
