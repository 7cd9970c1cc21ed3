#include "try_page_test.h"

#include "storage/connection.h"
#include "storage/task_store.h"
#include "widgets/frame/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

#include <algorithm>

namespace atlas::test {

using namespace widgets;

void TryPageTest::beginAll()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TryPageTest::begin()
{
    m_project =
        std::make_unique<TrainedProject>(std::vector<std::vector<double>>{{0.90}, {0.87, 0.60}, {0.86, 0.62, 0.70}});
    m_training = std::make_unique<FakeTraining>();
    m_training->answerQuestion = [this](const Question &question) { return answerOf(question); };
    m_jobs = std::make_unique<JobList>();
}

void TryPageTest::end()
{
    m_page.reset();
    m_jobs.reset();
    m_training.reset();
    m_project.reset();
}

engine::Answer TryPageTest::answerOf(const Question &question) const
{
    engine::Answer answer;
    answer.task = question.task.isEmpty() ? "notes" : question.task.toStdString();
    answer.probabilities = {0.06, 0.912, 0.028};
    answer.predicted = 1;
    answer.gates = {{"parts", 0.31}, {"notes", 0.64}};
    if (question.task.isEmpty()) {
        answer.routes = {{.task = "notes", .percentile = 0.37, .distance = 0.9},
                         {.task = "parts", .percentile = 0.98, .distance = 2.2}};
    }
    answer.percentile = question.sample.text.find("odd") != std::string::npos ? 0.998 : 0.37;
    answer.compared = 24;
    auto connection = m_project->session().project().connect();
    const TaskData data =
        storage::TaskStore(*connection, m_project->session().project().assetFolder()).load(answer.task);
    for (int i = 0; i < 5; ++i) {
        answer.nearest.push_back({.sample = data.train[std::size_t(i)].id, .distance = 0.1 + 0.04 * i});
    }
    return answer;
}

void TryPageTest::show()
{
    m_page = std::make_unique<TryPage>(PageServices{.jobs = m_jobs.get(), .training = m_training.get()});
    m_page->resize(1368, 790);
    m_page->setSession(&m_project->session());
    m_page->show();
    QTRY_VERIFY(child<QComboBox>("tryRun")->count() > 0);
    QTRY_VERIFY(child<QComboBox>("tryTask")->count() > 0);  // the run is there
    QVERIFY(child<QTabWidget>("tryTabs")->isVisible());
}

void TryPageTest::ask(const QString &text)
{
    child<QPlainTextEdit>("tryText")->setPlainText(text);
    QVERIFY(child<QPushButton>("tryAsk")->isEnabled());
    child<QPushButton>("tryAsk")->click();
}

bool TryPageTest::stateSays(const QString &text) const
{
    const auto labels = child<EmptyState>("answerState")->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == text; });
}

QPushButton *TryPageTest::stateButton(const char *name) const
{
    return child<EmptyState>("answerState")->findChild<QPushButton *>(QString::fromLatin1(name));
}

}  // namespace atlas::test
