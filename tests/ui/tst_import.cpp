#include "sample_project.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/task_store.h"
#include "widgets/data/data_page.h"
#include "widgets/data/picture_reader.h"
#include "widgets/data/problem_list.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/thumbnails.h"
#include "widgets/frame/sheet.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QFile>
#include <QImage>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

/// From a file dropped on the data page to samples, to a task; and the pictures on the way.
class TestImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void dryRunStoresNothing();
    void importsWhatTheReportPromised();
    void saysWhatCouldNotBeRead();
    void nothingIsImportedReadOnly();
    void makesATaskOfTheDataset();
    void refusesATaskOfOneClass();
    void thumbnailsComeFromWorkers();
    void brokenPicturesAreNamedOnce();
    void largePicturesAreReadSmall();

private:
    QString write(const QString &name, const QByteArray &content);
    QPushButton *button(const char *name) { return m_page->findChild<QPushButton *>(QLatin1String(name)); }
    std::vector<Dataset> datasets();
    void show();

    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<test::SampleProject> m_project;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<DataPage> m_page;
};

void TestImport::init()
{
    m_files = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<test::SampleProject>();
    m_jobs = std::make_unique<JobList>();
}

void TestImport::cleanup()
{
    m_page.reset();
    m_jobs.reset();
    m_session.reset();
    m_project.reset();
    m_files.reset();
}

QString TestImport::write(const QString &name, const QByteArray &content)
{
    QFile file(m_files->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

std::vector<Dataset> TestImport::datasets()
{
    const auto connection = m_session->project().connect();
    return storage::DatasetStore(*connection).list();
}

void TestImport::show()
{
    m_session = m_project->session();
    m_page = std::make_unique<DataPage>(PageServices{m_jobs.get(), nullptr});
    m_page->resize(1000, 700);
    m_page->show();
    m_page->setSession(m_session.get());
}

void TestImport::dryRunStoresNothing()
{
    show();
    QVERIFY(m_page->dropped({write(QStringLiteral("notes.csv"), "text,label\nall good,good\nscratch,defect\n")}));
    QTRY_VERIFY(button("importStart")->isEnabled());
    QCOMPARE(button("importStart")->text(), QStringLiteral("Import 2"));
    QVERIFY(datasets().empty());
    QTest::mouseClick(button("importCancel"), Qt::LeftButton);
    QTRY_VERIFY(!m_page->findChild<Sheet *>());
    QVERIFY(datasets().empty());
}

void TestImport::importsWhatTheReportPromised()
{
    show();
    QVERIFY(m_page->dropped({write(QStringLiteral("notes.csv"), "text,label\nall good,good\nscratch,defect\n")}));
    QTRY_VERIFY(button("importStart")->isEnabled());
    QTest::mouseClick(button("importStart"), Qt::LeftButton);
    QTRY_COMPARE(m_page->model()->rowCount(), 2);
    QCOMPARE(datasets().size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(datasets().front().name), QStringLiteral("notes"));
    QVERIFY(m_page->findChild<Banner *>(QStringLiteral("pageBanner"))->isVisible());
}

void TestImport::saysWhatCouldNotBeRead()
{
    show();
    QVERIFY(
        m_page->dropped({write(QStringLiteral("parts.csv"), "image,question,label\nmissing.png,is it whole?,yes\n")}));
    QTRY_COMPARE(button("importStart")->text(), QStringLiteral("Nothing to import"));
    QVERIFY(!button("importStart")->isEnabled());
    auto *problems = m_page->findChild<ProblemList *>();
    QVERIFY(problems->isVisible());
    QVERIFY(problems->topLevelItem(0)->text(0).contains(QStringLiteral("missing.png")));
}

void TestImport::nothingIsImportedReadOnly()
{
    m_project->addTexts("notes", 3, {"a", "b"});
    m_session = std::make_unique<Session>(
        storage::Project::open(m_project->folder().toStdString(), storage::OpenMode::ReadOnly));
    m_page = std::make_unique<DataPage>(PageServices{m_jobs.get(), nullptr});
    m_page->show();
    m_page->setSession(m_session.get());
    QTRY_COMPARE(m_page->model()->rowCount(), 3);
    QVERIFY(m_page->dropped({write(QStringLiteral("more.csv"), "text,label\nx,y\n")}));
    QVERIFY(!m_page->findChild<Sheet *>());
    QVERIFY(m_page->findChild<Banner *>(QStringLiteral("pageBanner"))->text().contains(QStringLiteral("read only")));
}

void TestImport::makesATaskOfTheDataset()
{
    m_project->addPictures("parts", 80, {"good", "defect"});
    show();
    QTRY_COMPARE(m_page->model()->rowCount(), 80);
    QTest::qWait(50);
    QTest::mouseClick(m_page->toolbar()->findChild<QPushButton *>(QStringLiteral("makeTask")), Qt::LeftButton);
    QVERIFY(button("taskMake")->isEnabled());
    QSignalSpy changed(m_session.get(), &Session::tasksChanged);
    QTest::mouseClick(button("taskMake"), Qt::LeftButton);
    QVERIFY(changed.wait());
    const auto connection = m_session->project().connect();
    const auto task = storage::TaskStore(*connection, m_session->project().assetFolder()).find("parts");
    QVERIFY(task.has_value());
    // 60 have a label; of those some are disputed or set aside, which nothing is learned from.
    QCOMPARE(task->trainCount + task->validationCount + task->testCount, std::int64_t(56));
    QSignalSpy next(m_page.get(), &Page::openPage);
    auto *banner = m_page->findChild<Banner *>(QStringLiteral("pageBanner"));
    QTest::mouseClick(banner->findChild<QPushButton *>(QStringLiteral("bannerAction")), Qt::LeftButton);
    QCOMPARE(next.count(), 1);
    QCOMPARE(next.first().at(0).toString(), QStringLiteral("sequence"));
}

void TestImport::refusesATaskOfOneClass()
{
    m_project->addTexts("notes", 5, {"a"});
    show();
    QTRY_COMPARE(m_page->model()->rowCount(), 5);
    QTest::mouseClick(m_page->toolbar()->findChild<QPushButton *>(QStringLiteral("makeTask")), Qt::LeftButton);
    QVERIFY(!button("taskMake")->isEnabled());
}

void TestImport::thumbnailsComeFromWorkers()
{
    const std::int64_t id = m_project->addPictures("parts", 4, {"good"});
    const AssetRef asset = *m_project->samples(id).front().image;
    Thumbnails thumbnails;
    thumbnails.setCacheFolder(m_files->path().toStdString());
    QSignalSpy changed(&thumbnails, &Thumbnails::changed);
    QVERIFY(thumbnails.pixmap(asset, 96).isNull());
    QVERIFY(changed.wait());
    QCOMPARE(thumbnails.pixmap(asset, 96).size(), QSize(96, 72));
    Thumbnails again;  // finds what the first one kept, even when the picture itself is gone
    again.setCacheFolder(m_files->path().toStdString());
    QVERIFY(QFile::remove(QString::fromStdString(asset.path.string())));
    QSignalSpy fromDisk(&again, &Thumbnails::changed);
    QVERIFY(again.pixmap(asset, 96).isNull());
    QVERIFY(fromDisk.wait());
    QVERIFY(!again.pixmap(asset, 96).isNull());
}

void TestImport::brokenPicturesAreNamedOnce()
{
    AssetRef broken;
    broken.sha256 = std::string(64, '0');
    broken.path = write(QStringLiteral("broken.png"), "this is no picture").toStdString();
    Thumbnails thumbnails;
    QSignalSpy changed(&thumbnails, &Thumbnails::changed);
    QVERIFY(thumbnails.pixmap(broken, 96).isNull());
    QVERIFY(changed.wait());
    QVERIFY(!thumbnails.problem(broken).isEmpty());
    QVERIFY(thumbnails.pixmap(broken, 96).isNull());
    QTest::qWait(50);
    QCOMPARE(changed.count(), 1);  // not tried again
}

void TestImport::largePicturesAreReadSmall()
{
    const QString file = m_files->filePath(QStringLiteral("large.jpg"));
    QVERIFY(QImage(2400, 1600, QImage::Format_RGB32).save(file));
    const PictureResult picture = readPicture(file.toStdString(), QSize(144, 144));
    QCOMPARE(picture.image.size(), QSize(144, 96));
    QCOMPARE(picture.original, QSize(2400, 1600));
    QVERIFY(!readPicture(m_files->filePath(QStringLiteral("gone.png")).toStdString()).problem.isEmpty());
    const QString drawing =
        write(QStringLiteral("d.svg"), "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    QVERIFY(readPicture(drawing.toStdString()).image.isNull());
}

QTEST_MAIN(TestImport)
#include "tst_import.moc"
