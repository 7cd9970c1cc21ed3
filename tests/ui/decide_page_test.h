#pragma once

#include "storage/connection.h"
#include "storage/decide/model_registry.h"
#include "trained_project.h"
#include "widgets/decide/decide_page.h"
#include "widgets/decide/targets_model.h"
#include "widgets/session.h"

#include <QLabel>
#include <QPushButton>

#include <memory>

namespace atlas::test {

/// The real page "Decide" over a project of its own, whose finished run has files that can be registered.
class DecidePageTest : public QObject {
protected:
    static void beginAll();
    void begin();  ///< parts falls by 3 points when notes is learned and by 1 more later; notes gains 2
    void begin(const std::vector<std::vector<double>> &matrix);
    void end();  ///< everything goes, the page first

    void show();
    void settle();  ///< the page is there, and no sheet is open
    void addPackages(const RunRecord &run);
    template <typename W>
    W *child(const char *name) const
    {
        return m_page->findChild<W *>(QString::fromLatin1(name));
    }
    QString text(const char *name) const { return child<QLabel>(name)->text(); }
    void press(const char *name) { child<QPushButton>(name)->click(); }
    widgets::TargetsModel *model() const;
    /// `what`: "Average at least", "parts: Score at least"
    QModelIndex cell(const QString &what, int column) const;
    /// Fills in the reason of the sheet that is open, and accepts it.
    void giveReason(const QString &reason);
    void promote(const QString &reason);  ///< the run that is shown
    template <typename Work>
    auto stored(Work work) const
    {
        return work(*m_project->session().project().connect());
    }
    std::string served() const;  ///< name of the run in production

    std::unique_ptr<TrainedProject> m_project;
    std::unique_ptr<widgets::DecidePage> m_page;
};

}  // namespace atlas::test
