#pragma once

#include "trained_project.h"
#include "widgets/compare/compare_model.h"
#include "widgets/compare/compare_page.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QAbstractItemModelTester>
#include <QObject>
#include <QSize>

#include <memory>

namespace atlas::test {

/// A run that a test of the page adds.
struct Added {
    std::string strategy = "atlas";
    std::uint64_t seed = 1;
    double score = 0.8;  ///< right after a task was learned
    double forgets = 0;  ///< of it with each further task
    std::map<std::string, std::string> settings = {};
    bool curves = false;
    bool finished = true;
};

/// The real page that compares, with its toolbar and its inspector, over a project with one finished run of three
/// tasks (72.7 % on average).
class ComparePageTest : public QObject {
protected:
    enum class Start { Unticked, AsItIs };

    void begin();
    void end();

    std::vector<std::string> add(const std::vector<Added> &runs);  ///< their uuids
    /// Cells, answers, costs and curves of the first `rows` tasks.
    static void addCells(storage::Connection &connection, std::int64_t run, const Added &added, int rows);
    void addTwoHundred();  ///< 199, with the one there is

    /// Shows the page and waits until its table is there. Unticked: what it ticked by itself is taken back.
    void show(Start start = Start::Unticked, QSize size = {1368, 860});  // a window of 1440 x 900 less rail and jobs

    template <typename W>
    W *child(const char *name) const
    {
        return m_page->findChild<W *>(QString::fromLatin1(name));
    }
    template <typename W>
    W *inspected(const char *name) const
    {
        return m_page->inspector()->findChild<W *>(QString::fromLatin1(name));
    }
    widgets::CompareModel &model() const { return *m_page->findChild<widgets::CompareModel *>(); }
    QString cell(int row, const char *column) const;
    QString delta(int row, const char *column) const;
    void tick(const std::vector<std::string> &uuids) const;  ///< and waits until they are drawn
    void waitUntilDrawn() const;
    void filter(const QString &text) const;

    std::unique_ptr<TrainedProject> m_project;
    std::unique_ptr<widgets::JobList> m_jobs;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<widgets::ComparePage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

}  // namespace atlas::test
