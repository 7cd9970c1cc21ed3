#include "sample_project.h"
#include "tests/support/screenshot.h"
#include "widgets/data/data_page.h"
#include "widgets/data/export_sheet.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/frame/banner.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QAction>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

/// From the dataset's menu to a folder that can be imported again.
class TestExportSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void writesWhatWasAskedForAndOffersToOpenIt();
    void onlyTheChosenSamplesAreWritten();
    void onlyWhatTheFilterShowsIsWritten();
    void formatsThatCannotHoldItSayWhy();
    void aFolderThatIsNotEmptyIsRefused();
    void readOnlyProjectsCanBeExported();
    void theSheetFitsSmallWindows();

private:
    void show(const std::string &dataset, QSize size = QSize(1040, 760));
    void openSheet();
    template <typename Widget>
    Widget *part(const char *name)
    {
        return m_page->findChild<Widget *>(QLatin1String(name));
    }
    bool start();
    void setFolder(const QString &name);
    int linesOf(const QString &file);
    void saveShot(const char *name)
    {
        QTest::qWait(30);  // laid out
        test::saveScreenshot(*m_page, QLatin1String(name));
    }

    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<test::SampleProject> m_project;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<DataPage> m_page;
};

void TestExportSheet::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestExportSheet::init()
{
    m_files = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<test::SampleProject>();
    m_jobs = std::make_unique<JobList>();
}

void TestExportSheet::cleanup()
{
    m_page.reset();
    m_jobs.reset();
    m_session.reset();
    m_project.reset();
    m_files.reset();
}

void TestExportSheet::show(const std::string &dataset, QSize size)
{
    if (!m_session) {
        m_session = m_project->session();
    }
    m_page = std::make_unique<DataPage>(PageServices{m_jobs.get(), nullptr});
    m_page->resize(size);
    m_page->show();
    m_page->setSession(m_session.get());
    QTRY_COMPARE(m_page->model()->dataset().name, dataset);
    QTRY_VERIFY(m_page->model()->rowCount() > 0 && !m_page->model()->loading());
}

void TestExportSheet::openSheet()
{
    m_page->findChild<QAction *>(QStringLiteral("export"))->trigger();
    QVERIFY(part<ExportSheet>("exportSheet"));
}

void TestExportSheet::setFolder(const QString &name)
{
    auto *folder = part<QLineEdit>("exportFolder");
    folder->setText(m_files->filePath(name));
    Q_EMIT folder->textEdited(folder->text());
}

bool TestExportSheet::start()
{
    auto *button = part<QPushButton>("exportStart");
    if (!QTest::qWaitFor([&] { return button->isEnabled(); })) {
        return false;
    }
    button->click();
    auto *banner = part<Banner>("pageBanner");
    return QTest::qWaitFor([&] { return banner->isVisible() && banner->text().contains(QStringLiteral("Wrote")); });
}

int TestExportSheet::linesOf(const QString &name)
{
    QFile file(m_files->filePath(name));
    return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : -1;
}

void TestExportSheet::writesWhatWasAskedForAndOffersToOpenIt()
{
    m_project->addPictures("parts", 12, {"good", "defect"});
    show("parts");
    openSheet();
    QTRY_VERIFY(part<QRadioButton>("exportAs_folder")->isChecked());  // the first that can hold it
    QVERIFY(!part<QLabel>("obstacle_folder")->isVisible());
    QVERIFY(part<QLineEdit>("exportFolder")->text().endsWith(QStringLiteral("parts-folder")));
    part<QRadioButton>("exportAs_jsonl")->click();
    QVERIFY(part<QLineEdit>("exportFolder")->text().endsWith(QStringLiteral("parts-jsonl")));
    setFolder(QStringLiteral("out"));
    saveShot("export_sheet");
    QVERIFY(start());
    QCOMPARE(linesOf(QStringLiteral("out/samples.jsonl")), 12);
    QVERIFY(!m_page->findChild<Sheet *>() || !m_page->findChild<Sheet *>()->isVisible());
    QVERIFY(part<Banner>("pageBanner")
                ->findChild<QPushButton *>(QStringLiteral("bannerAction"))
                ->text()
                .contains(QStringLiteral("folder")));
    QVERIFY(part<Banner>("pageBanner")->text().contains(QStringLiteral("12")));
}

void TestExportSheet::onlyTheChosenSamplesAreWritten()
{
    m_project->addTexts("notes", 5, {"a", "b"});
    show("notes");
    m_page->browser()->setCurrentRow(2);
    openSheet();
    part<QRadioButton>("exportChosen")->click();
    setFolder(QStringLiteral("out"));
    QTRY_VERIFY(part<QRadioButton>("exportAs_csv")->isEnabled());
    part<QRadioButton>("exportAs_csv")->click();
    QCOMPARE(part<QPushButton>("exportStart")->text(), QStringLiteral("Export 1"));
    QVERIFY(start());
    QCOMPARE(linesOf(QStringLiteral("out/samples.csv")), 2);  // with the names of columns
}

void TestExportSheet::onlyWhatTheFilterShowsIsWritten()
{
    m_project->addTexts("notes", 12, {"a", "b"});
    show("notes");
    m_page->open(QStringLiteral("11"));
    QTRY_VERIFY(m_page->model()->rowCount() < 12 && m_page->model()->rowCount() > 0);
    const int shown = m_page->model()->rowCount();
    openSheet();
    QVERIFY(part<QRadioButton>("exportShown")->isEnabled());
    part<QRadioButton>("exportShown")->click();
    setFolder(QStringLiteral("out"));
    QTRY_VERIFY(part<QRadioButton>("exportAs_jsonl")->isEnabled());
    part<QRadioButton>("exportAs_jsonl")->click();
    QVERIFY(start());
    QCOMPARE(linesOf(QStringLiteral("out/samples.jsonl")), shown);
}

void TestExportSheet::formatsThatCannotHoldItSayWhy()
{
    m_project->addTexts("notes", 3, {"a", "b"}, true);
    show("notes");
    openSheet();
    auto *why = part<QLabel>("obstacle_folder");
    QTRY_VERIFY(why->isVisible());
    QVERIFY(why->text().contains(QStringLiteral("one label each")));
    QVERIFY(!part<QRadioButton>("exportAs_folder")->isEnabled());
    QVERIFY(!part<QRadioButton>("exportAs_hf-imagefolder")->isEnabled());
    QVERIFY(part<QRadioButton>("exportAs_csv")->isChecked());
    saveShot("export_obstacles");
}

void TestExportSheet::aFolderThatIsNotEmptyIsRefused()
{
    m_project->addTexts("notes", 3, {"a"});
    QVERIFY(QDir(m_files->path()).mkdir(QStringLiteral("full")) &&
            QDir(m_files->path()).mkdir(QStringLiteral("empty")));
    QFile file(m_files->filePath(QStringLiteral("full/kept.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    show("notes");
    openSheet();
    setFolder(QStringLiteral("full"));
    auto *fault = part<QLabel>("exportFolderFault");
    QTRY_VERIFY(fault->isVisible());
    QVERIFY(!part<QPushButton>("exportStart")->isEnabled());
    setFolder(QStringLiteral("empty"));
    QTRY_VERIFY(!fault->isVisible() && part<QPushButton>("exportStart")->isEnabled());
    QVERIFY(start());
    QVERIFY(file.exists());
}

void TestExportSheet::readOnlyProjectsCanBeExported()
{
    m_project->addTexts("notes", 3, {"a"});
    m_session = std::make_unique<Session>(
        storage::Project::open(m_project->folder().toStdString(), storage::OpenMode::ReadOnly));
    show("notes");
    openSheet();
    setFolder(QStringLiteral("out"));
    QVERIFY(start());
}

void TestExportSheet::theSheetFitsSmallWindows()
{
    theme::apply(*qApp, theme::Mode::Dark);
    m_project->addTexts("notes", 3, {"a", "b"}, true);
    show("notes", QSize(640, 520));
    openSheet();
    QTRY_VERIFY(part<QLabel>("obstacle_folder")->text().size() > 0);
    setFolder(QStringLiteral("out"));
    saveShot("export_dark");
    auto *sheet = m_page->findChild<Sheet *>();
    auto *button = part<QPushButton>("exportStart");
    QVERIFY(sheet->rect().contains(QRect(button->mapTo(sheet, QPoint()), button->size())));
    theme::apply(*qApp, theme::Mode::Light);
}

QTEST_MAIN(TestExportSheet)
#include "tst_export_sheet.moc"
