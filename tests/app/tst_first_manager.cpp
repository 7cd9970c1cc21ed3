#include "app/window/engine_service.h"
#include "small_project.h"
#include "tests/support/screenshot.h"
#include "trained_project.h"
#include "widgets/compare/compare_page.h"
#include "widgets/compare/run_table_view.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/rail.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"
#include "widgets/report/report_sheet.h"
#include "widgets/session.h"
#include "widgets/start/project_card.h"
#include "widgets/start/recent_projects.h"
#include "widgets/start/start_page.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

namespace {
constexpr int kMostInteractions = 15;
}

/// Somebody who decides and has never seen the program: opens a project, chooses two runs, says what is wanted, reads
/// the verdict and takes it to a meeting in Japanese.
class TestFirstManager : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fromTheStartPageToAPrintedVerdict();

private:
    template <typename Widget = QWidget>
    Widget *find(const char *name)
    {
        const auto all = m_window->findChildren<Widget *>(QString::fromLatin1(name));
        for (Widget *widget : all) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    void click(QWidget *where, const QPoint &at = {})
    {
        QTest::mouseClick(where, Qt::LeftButton, {}, at);
        ++m_interactions;
    }
    void picture(const char *step)
    {
        QTest::qWait(300);
        QVERIFY(!test::saveScreenshot(*m_window, QStringLiteral("manager-%1").arg(QLatin1String(step))).isEmpty());
    }

    JobList m_jobs;
    app::EngineService m_training;
    std::unique_ptr<MainWindow> m_window;
    int m_interactions = 0;
};

void TestFirstManager::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestFirstManager::fromTheStartPageToAPrintedVerdict()
{
    test::TrainedProject project({{0.90}, {0.87, 0.60}, {0.86, 0.62, 0.70}});
    project.addRival("head_only", 0.03);
    const QString folder = project.close();
    RecentProjects::add(folder);
    m_window = std::make_unique<MainWindow>(PageServices{.jobs = &m_jobs, .training = &m_training});
    m_window->resize(1440, 900);
    m_window->show();
    m_window->startPage()->refresh();

    // The project is one of the cards of the start page.
    ProjectCard *card = nullptr;
    const auto isThere = [&] {
        for (ProjectCard *one : m_window->startPage()->findChildren<ProjectCard *>()) {
            card = one->summary().folder == folder ? one : card;
        }
        return card != nullptr;
    };
    QTRY_VERIFY(isThere());
    click(card, card->rect().center());
    QTRY_VERIFY(m_window->workspace() != nullptr && m_window->workspace()->isVisible());

    // Two runs.
    QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
    ++m_interactions;
    QTRY_COMPARE(m_window->workspace()->currentId(), QStringLiteral("compare"));
    QTRY_VERIFY(find<RunTableView>("runTable") != nullptr);
    auto *table = find<RunTableView>("runTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const auto clickRow = [&](int row) {
        click(table->viewport(), table->visualRect(table->model()->index(row, 2)).center());
    };
    clickRow(1);  // the rival, newest first: what the other is told against
    QTest::keyClick(table, Qt::Key_P);
    ++m_interactions;
    clickRow(1);  // the other is ticked already: the newest finished runs are, for a start
    picture("compare");
    click(find("decide"), {8, 8});
    QTRY_COMPARE(m_window->workspace()->currentId(), QStringLiteral("decide"));

    // What is wanted: what the run does today.
    QTRY_VERIFY(find<QPushButton>("targetsToday") != nullptr && find<QPushButton>("targetsToday")->isEnabled());
    QTRY_COMPARE(find<QLabel>("verdictWord")->text(), QStringLiteral("Undecided"));
    click(find("targetsToday"), {8, 8});
    QTRY_COMPARE(find<QLabel>("verdictWord")->text(), QStringLiteral("Go"));
    picture("verdict");
    QCOMPARE(find<QLabel>("verdictWord")->text(), QStringLiteral("Go"));  // no reading from before takes it back

    // For the meeting, in Japanese.
    click(find("decideReport"), {8, 8});
    QTRY_VERIFY(m_window->findChild<ReportSheet *>() != nullptr);
    m_window->findChild<ReportSheet *>()->setProgramFolder(qEnvironmentVariable("ATLAS_BIN"));
    auto *language = find<QComboBox>("reportLanguage");
    QVERIFY(language != nullptr);
    language->setFocus();
    const int japanese = language->findData(QStringLiteral("ja"));
    QVERIFY(japanese >= 0);
    language->setCurrentIndex(japanese);
    m_interactions += 2;  // the box, its second line
    const QTemporaryDir out;
    const QString file = out.filePath(QStringLiteral("verdict.pdf"));
    find<QLineEdit>("reportFile")->setText(file);
    ++m_interactions;
    picture("report");
    click(find("reportMake"), {8, 8});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 60'000);
    QVERIFY2(m_interactions <= kMostInteractions, qPrintable(QString::number(m_interactions)));
    QTRY_VERIFY(find<QLabel>("reportOutcome") != nullptr);
    picture("made");

    // What was printed says what the page said.
    QProcess text;
    text.start(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
    if (text.waitForStarted()) {
        QVERIFY(text.waitForFinished());
        const QString printed = QString::fromUtf8(text.readAllStandardOutput());
        QVERIFY2(printed.contains(QStringLiteral("atlas 1")), qPrintable(printed.left(400)));
        QVERIFY2(printed.contains(QRegularExpression(QStringLiteral("[\\x{3040}-\\x{30ff}]"))),
                 qPrintable(printed.left(400)));
    }
    m_window->closeProject();
    RecentProjects::remove(folder);
}

QTEST_MAIN(TestFirstManager)
#include "tst_first_manager.moc"
