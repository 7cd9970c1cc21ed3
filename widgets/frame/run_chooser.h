#pragma once

#include "storage/run_choices.h"
#include "widgets/session.h"

#include <QComboBox>

namespace atlas::widgets {

/// The run that a page is about: the newest ones and those that serve, and after them the way to all others. However
/// many runs there are, few are rows here.
class RunChooser final : public QComboBox {
    Q_OBJECT

public:
    /// What stands here when nobody has asked for a run.
    enum class Usual { Newest, Serving };

    /// `offers`: which runs; the one that is wanted is told when they are read.
    explicit RunChooser(const storage::RunChoiceRequest &offers, Usual usual = Usual::Newest,
                        QWidget *parent = nullptr);

    using Listed = std::function<void(const storage::RunChoices &)>;

    /// Reads the runs on the reader's thread, lists them and calls `listed`; `wanted` is run() then where there is such
    /// a run. Of several readings only the last one counts.
    void read(Session *session, const QString &wanted, Listed listed, Session::Failed failed);
    void forget();  ///< another project: nothing is listed, nothing that is being read counts

    QString run() const { return m_run; }  ///< uuid of the one that is shown; empty = none

Q_SIGNALS:
    void chosen(const QString &uuid);  ///< by a person
    void moreWanted();                 ///< all runs, where they can be looked for

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void list(const storage::RunChoices &choices);
    void pick(int index);
    void showRun();

    storage::RunChoiceRequest m_offers;
    Usual m_usual;
    QString m_run;
    int m_reading = 0;        ///< number of the reading whose answer counts
    bool m_stepping = false;  ///< a key or the wheel goes from row to row, and nobody pointed at one
};

}  // namespace atlas::widgets
