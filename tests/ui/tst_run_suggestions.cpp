#include "fake_training.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/quality/insight_store.h"
#include "storage/sample_store.h"
#include "tests/support/screenshot.h"
#include "trained_project.h"
#include "widgets/data/data_page.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/key_button.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

/// Labels suggested by finished runs, asked for on the data page and shown there.
class TestRunSuggestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init();
    void cleanup();
    void finishedRunsAreOffered();
    void theSuggestionNamesItsRun();

private:
    QList<QAction *> offered()
    {
        QList<QAction *> all;
        auto *button = m_page->findChild<QToolButton *>(QStringLiteral("suggestWith"));
        for (QAction *action : button->menu()->actions()) {
            if (action->objectName().startsWith(QStringLiteral("suggest."))) {
                all << action;
            }
        }
        return all;
    }

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<test::FakeTraining> m_training;
    std::unique_ptr<DataPage> m_page;
};

void TestRunSuggestions::init()
{
    m_project = std::make_unique<test::TrainedProject>(std::vector<std::vector<double>>{{0.931}, {0.91, 0.8}});
    m_project->addRun("shared", RunStatus::Interrupted, 0.4);
    m_jobs = std::make_unique<JobList>();
    m_training = std::make_unique<test::FakeTraining>();
    m_page = std::make_unique<DataPage>(PageServices{m_jobs.get(), m_training.get()});
    m_page->resize(1100, 700);
    m_page->show();
    m_page->inspector()->resize(theme::kInspectorWidth, 700);
    m_page->inspector()->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setSession(&m_project->session());
    QTRY_VERIFY(m_page->model()->sample(0));
    m_page->toolbar()->findChild<QToolButton *>(QStringLiteral("qualityButton"))->setChecked(true);
}

void TestRunSuggestions::cleanup()
{
    m_page.reset();
    m_jobs.reset();
    m_training.reset();
    m_project.reset();
}

void TestRunSuggestions::finishedRunsAreOffered()
{
    QTRY_COMPARE(offered().size(), 2);  // both tasks of the one that is finished
    QVERIFY(m_page->findChild<QToolButton *>(QStringLiteral("suggestWith"))->isVisible());
    const QString text = offered().front()->text();
    QVERIFY2(text.contains(QStringLiteral("task parts")) && text.contains(QStringLiteral("91.0")), qPrintable(text));
    QVERIFY(text.contains(QString::fromStdString(m_project->finished().name)));
    QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("suggest_button")).isEmpty());
    QMenu *menu = m_page->findChild<QToolButton *>(QStringLiteral("suggestWith"))->menu();
    menu->ensurePolished();
    menu->resize(menu->sizeHint());
    QVERIFY(!test::saveScreenshot(*menu, QStringLiteral("suggest_menu")).isEmpty());
    offered().back()->trigger();
    QCOMPARE(m_training->suggested,
             (QStringList{QString::number(m_page->model()->dataset().id),
                          QString::fromStdString(m_project->finished().uuid), QStringLiteral("notes")}));
    QCOMPARE(m_jobs->jobs().size(), 1);
    menu->actions().front()->trigger();
    QCOMPARE(m_training->inspected, m_page->model()->dataset().id);
}

void TestRunSuggestions::theSuggestionNamesItsRun()
{
    const std::int64_t dataset = m_page->model()->dataset().id;
    const qint64 sample = m_page->model()->idAt(0);
    storage::Project &project = m_project->session().project();
    project.writer().run([&](storage::Connection &connection) {
        storage::SampleStore(connection, project.assetFolder())
            .setLabels(std::vector<storage::SampleLabels>{{sample, {}, ReviewState::Unlabelled}}, "tester");
        storage::InsightStore(connection)
            .suggest(dataset, "atlas 12", 400,
                     std::vector<storage::RunSuggestion>{{sample, {{"dent", 0.91}, {"good", 0.09}}}});
        return 0;
    });
    m_page->setSession(nullptr);
    m_page->setSession(&m_project->session());
    QTRY_VERIFY(m_page->model()->sample(0));
    const auto child = [this](const char *name) {
        return m_page->inspector()->findChild<QWidget *>(QLatin1String(name));
    };
    QTRY_VERIFY(child("suggestion") && child("suggestionSource"));
    QVERIFY(m_page->inspector()->findChild<KeyButton *>()->isVisible());
    QVERIFY(m_page->inspector()
                ->findChild<KeyButton *>(QStringLiteral("suggestion"))
                ->text()
                .contains(QStringLiteral("dent")));
    QCOMPARE(m_page->inspector()->findChild<QLabel *>(QStringLiteral("suggestionSource"))->text(),
             QStringLiteral("from run atlas 12"));
    QVERIFY(!test::saveScreenshot(*m_page->inspector(), QStringLiteral("suggestion_of_a_run")).isEmpty());
    m_page->browser()->focusSamples();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_page->model()->sample(0)->labels, (std::vector<Label>{{"dent", 1.0}}));
}

QTEST_MAIN(TestRunSuggestions)
#include "tst_run_suggestions.moc"
