#pragma once

#include "fake_training.h"
#include "sample_project.h"
#include "widgets/data/data_page.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QObject>
#include <QSize>

#include <memory>

namespace atlas::test {

/// The real data page over a project of its own, for tests that drive it by keys and clicks.
class DataPageTest : public QObject {
protected:
    void begin();  ///< an empty project
    void end();    ///< everything goes, the page first
    /// Shows the project's first dataset, or `m_dataset`'s neighbours as the page does. True when its first sample and
    /// its classes are there; the samples have the focus then.
    [[nodiscard]] bool openPage(QSize size);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);  ///< where the focus is

    std::unique_ptr<SampleProject> m_project;
    std::unique_ptr<widgets::Session> m_session;
    std::unique_ptr<widgets::JobList> m_jobs;
    std::unique_ptr<FakeTraining> m_training;
    std::unique_ptr<widgets::DataPage> m_page;
    std::int64_t m_dataset = 0;
};

}  // namespace atlas::test
