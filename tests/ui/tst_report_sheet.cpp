#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/report/report_sheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

/// From the sheet to a file that can be opened; a report that is stopped leaves none.
class TestReportSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void makesTheReportInAProcessOfItsOwn();
    void theFilesNameFollowsFormAndLanguage();
    void namesOfAnotherFormAreRefused();
    void aStoppedReportLeavesNoFile();
    void whatFailsSaysWhy();
    void fitsSmallWindowsInTheDark();

private:
    void show(QSize size = QSize(1040, 760));
    template <typename Widget>
    Widget *part(const char *name)
    {
        return m_page->findChild<Widget *>(QLatin1String(name));
    }
    void setFile(const QString &name);

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<QWidget> m_page;
    QPointer<Sheet> m_sheet;
};

void TestReportSheet::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
    m_project = std::make_unique<test::TrainedProject>(test::TrainedProject::eightTasks());
}

void TestReportSheet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_jobs = std::make_unique<JobList>();
}

void TestReportSheet::cleanup()
{
    m_page.reset();
    m_jobs.reset();
    m_folder.reset();
}

void TestReportSheet::show(QSize size)
{
    m_page = std::make_unique<QWidget>();
    m_page->resize(size);
    m_page->show();
    m_sheet = showReportSheet(m_project->session(), *m_jobs, {QString::fromStdString(m_project->finished().uuid)},
                              m_page.get());
    part<ReportSheet>("reportSheet")->setProgramFolder(qEnvironmentVariable("ATLAS_BIN"));
}

void TestReportSheet::setFile(const QString &name)
{
    auto *file = part<QLineEdit>("reportFile");
    file->setText(m_folder->filePath(name));
    Q_EMIT file->textEdited(file->text());
}

void TestReportSheet::makesTheReportInAProcessOfItsOwn()
{
    show();
    setFile("meeting.pdf");
    part<QComboBox>("reportLanguage")->setCurrentIndex(1);
    part<QCheckBox>("reportSummary")->setChecked(true);
    QTest::qWait(30);
    test::saveScreenshot(*m_page, "report_sheet");
    part<QPushButton>("reportMake")->click();
    QCOMPARE(m_jobs->runningCount(), 1);
    QVERIFY(!part<QPushButton>("reportMake")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("reportOpen")->isVisible(), 60000);
    QVERIFY(part<QLabel>("reportOutcome")->text().contains("meeting.pdf"));
    QVERIFY(part<QPushButton>("reportShowFolder")->isVisible());
    QVERIFY(QFile::exists(m_folder->filePath("meeting.pdf")));
    QVERIFY(part<QPushButton>("reportMake")->isEnabled());  // again, in another language
    QTest::qWait(30);
    test::saveScreenshot(*m_page, "report_sheet_made");
}

void TestReportSheet::theFilesNameFollowsFormAndLanguage()
{
    show();
    auto *file = part<QLineEdit>("reportFile");
    QVERIFY2(file->text().endsWith(".pdf"), qPrintable(file->text()));
    const QString english = file->text();
    part<QComboBox>("reportLanguage")->setCurrentIndex(1);
    QVERIFY(file->text() != english);
    part<QRadioButton>("reportAs_odt")->click();
    QVERIFY(file->text().endsWith(".odt"));
    part<QRadioButton>("reportAs_csv")->click();
    QVERIFY(!part<QCheckBox>("reportSummary")->isEnabled());
    setFile("mine.csv");
    part<QRadioButton>("reportAs_html")->click();
    QCOMPARE(file->text(), m_folder->filePath("mine.html"));
}

void TestReportSheet::namesOfAnotherFormAreRefused()
{
    show();
    setFile("meeting.docx");
    QVERIFY(part<QLabel>("reportFileFault")->isVisible());
    QVERIFY(!part<QPushButton>("reportMake")->isEnabled());
    setFile("meeting.pdf");
    QVERIFY(!part<QLabel>("reportFileFault")->isVisible());
    QVERIFY(part<QPushButton>("reportMake")->isEnabled());
}

void TestReportSheet::aStoppedReportLeavesNoFile()
{
    show();
    setFile("stopped.pdf");
    part<QPushButton>("reportMake")->click();
    Job *job = m_jobs->jobs().front();
    QSignalSpy cancelled(job, &Job::cancelled);
    QSignalSpy finished(job, &Job::finished);
    job->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.size(), 1, 20000);
    QCOMPARE(finished.size(), 0);
    QVERIFY(QDir(m_folder->path()).isEmpty());
    QVERIFY(part<QLabel>("reportOutcome")->text().contains("no file"));
    QVERIFY(!part<QPushButton>("reportOpen")->isVisible());
}

void TestReportSheet::whatFailsSaysWhy()
{
    show();
    setFile("nowhere/meeting.pdf");
    part<QPushButton>("reportMake")->click();
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("reportOutcome")->text().contains("nowhere"), 60000);
    part<ReportSheet>("reportSheet")->setProgramFolder(m_folder->path());
    setFile("meeting.pdf");
    part<QPushButton>("reportMake")->click();
    QTRY_VERIFY(part<QLabel>("reportOutcome")->text().contains("cannot be started"));
    QVERIFY(part<QPushButton>("reportMake")->isEnabled());
}

void TestReportSheet::fitsSmallWindowsInTheDark()
{
    theme::apply(*qApp, theme::Mode::Dark);
    show(QSize(640, 520));
    setFile("meeting.docx");
    QTest::qWait(30);
    test::saveScreenshot(*m_page, "report_sheet_dark");
    auto *button = part<QPushButton>("reportMake");
    QVERIFY(m_sheet->rect().contains(QRect(button->mapTo(m_sheet, QPoint()), button->size())));
    theme::apply(*qApp, theme::Mode::Light);
}

QTEST_MAIN(TestReportSheet)
#include "tst_report_sheet.moc"
