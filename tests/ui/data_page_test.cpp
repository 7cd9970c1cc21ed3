#include "data_page_test.h"

#include "widgets/data/label_keys.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"

#include <QApplication>
#include <QTest>

namespace atlas::test {

using namespace widgets;

void DataPageTest::begin()
{
    m_project = std::make_unique<SampleProject>();
    m_jobs = std::make_unique<JobList>();
    m_training = std::make_unique<FakeTraining>();
}

void DataPageTest::end()
{
    m_page.reset();
    m_jobs.reset();
    m_training.reset();
    m_session.reset();
    m_project.reset();
}

bool DataPageTest::openPage(QSize size)
{
    if (!m_session) {
        m_session = m_project->session();
    }
    m_page = std::make_unique<DataPage>(PageServices{m_jobs.get(), m_training.get()});
    m_page->resize(size);
    m_page->show();
    m_page->inspector()->show();
    if (!QTest::qWaitForWindowActive(m_page.get())) {
        return false;
    }
    m_page->setSession(m_session.get());
    const bool ready = QTest::qWaitFor(
        [this] { return m_page->model()->sample(0) != nullptr && !m_page->browser()->keys()->keys().isEmpty(); });
    m_page->browser()->focusSamples();
    return ready;
}

void DataPageTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QVERIFY2(focus, "nothing has the focus");
    QTest::keyClick(focus, key, modifiers);
}

}  // namespace atlas::test
