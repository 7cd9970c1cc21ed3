#pragma once

#include "fake_training.h"
#include "trained_project.h"
#include "widgets/frame/empty_state.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/try/try_page.h"

#include <memory>

class QPushButton;

namespace atlas::test {

/// The real page "Try" over a project of its own; a fake engine answers "good", and takes texts with "odd" for unusual.
class TryPageTest : public QObject {
protected:
    static void beginAll();
    void begin();  ///< a finished run over parts, notes and clothing
    void end();    ///< everything goes, the page first

    void show();
    void ask(const QString &text);
    engine::Answer answerOf(const widgets::Question &question) const;
    template <typename W>
    W *child(const char *name) const
    {
        return m_page->findChild<W *>(QString::fromLatin1(name));
    }
    // What stands where the answer will.
    QString state() const { return child<widgets::EmptyState>("answerState")->title(); }
    bool stateSays(const QString &text) const;
    QPushButton *stateButton(const char *name) const;

    std::unique_ptr<TrainedProject> m_project;
    std::unique_ptr<FakeTraining> m_training;
    std::unique_ptr<widgets::JobList> m_jobs;
    std::unique_ptr<widgets::TryPage> m_page;
};

}  // namespace atlas::test
