#include "app/window/engine_service.h"
#include "small_project.h"
#include "storage/connection.h"
#include "storage/robustness_store.h"
#include "storage/run_store.h"
#include "tests/support/screenshot.h"
#include "widgets/charts/line_chart.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/try/picture_slot.h"

#include "cli.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

/// The Try page in the real window with the real engine. ATLAS_TRY_PROJECT names another project with a finished run
/// over parts and notes, for looking at it.
class TestTryWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theRunIsShown();
    void aTextIsAnsweredByTheTaskThatIsFoundOut();
    void aPictureIsAnsweredWithTheNearest();
    void ofSeveralQuestionsOnlyTheLastIsAnswered();
    void whatCannotBeReadIsSaid();
    void aFileIsAnswered();
    void robustnessIsMeasuredAndDrawn();
    void cleanupTestCase();

private:
    template <typename W = QWidget>
    W *find(const char *name) const
    {
        return m_window->findChild<W *>(QString::fromLatin1(name));
    }
    void tab(int index) { find<QTabWidget>("tryTabs")->setCurrentIndex(index); }
    QString pictureOf() const;
    void picture(const QString &name) { QVERIFY(!test::saveScreenshot(*m_window, name).isEmpty()); }

    QTemporaryDir m_folder;
    QString m_project;
    JobList m_jobs;
    app::EngineService m_training;
    std::unique_ptr<MainWindow> m_window;
};

void TestTryWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme::Mode::Light);
    m_project = qEnvironmentVariable("ATLAS_TRY_PROJECT");
    if (m_project.isEmpty()) {
        m_project = m_folder.filePath(QStringLiteral("Small.atlas"));
        QVERIFY(test::makeSmallProject(m_project));
        const test::CliResult trained =
            test::runAtlas({"train", m_project, "--sequence", "both", "--strategy", "atlas", "--policy", "always",
                            "--backbone", "mini", "--set", "epochs=3"});
        QVERIFY2(trained.exitCode == 0, trained.err);
    }
    m_window = std::make_unique<MainWindow>(PageServices{&m_jobs, &m_training});
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->openProject(m_project);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session() != nullptr, 10'000);
}

QString TestTryWindow::pictureOf() const
{
    auto connection = m_window->session()->project().connect();
    const std::string sha =
        connection->text("SELECT lower(hex(a.sha256)) FROM asset a JOIN sample s ON s.image_id = a.id "
                         "WHERE s.split = 3 LIMIT 1");
    return QString::fromStdString((m_window->session()->project().assetFolder() / sha.substr(0, 2) / sha).string());
}

void TestTryWindow::theRunIsShown()
{
    m_window->workspace()->openPage(QStringLiteral("try"), {});
    QTRY_VERIFY(find<QComboBox>("tryRun") != nullptr && find<QComboBox>("tryRun")->count() > 0);
    QTRY_VERIFY(find<QTabWidget>("tryTabs")->isVisible());
    QTRY_VERIFY(find<QComboBox>("tryTask")->count() > 2);
}

void TestTryWindow::aTextIsAnsweredByTheTaskThatIsFoundOut()
{
    find<QPlainTextEdit>("tryText")->setPlainText(QStringLiteral("the machine is broken"));
    QVERIFY(find<QPushButton>("tryAsk")->isEnabled());
    find<QPushButton>("tryAsk")->click();
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("answerTask")->text().contains(QStringLiteral("notes")), 30'000);
    QTRY_COMPARE(find("nearCards")->findChildren<QToolButton *>().size(), 5);
    QTest::qWait(200);
    picture(QStringLiteral("try-window-text"));
}

void TestTryWindow::aPictureIsAnsweredWithTheNearest()
{
    find<QPlainTextEdit>("tryText")->clear();
    find<PictureSlot>("tryPicture")->setFile(pictureOf());
    find<QPushButton>("tryAsk")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!find<QLabel>("answerTask")->text().contains(QStringLiteral("notes")), 30'000);
    QTRY_VERIFY(find("nearCards")->isVisible());
    QTest::qWait(600);  // small pictures are being made
    for (QToolButton *near : find("nearCards")->findChildren<QToolButton *>()) {
        if (near->isVisible()) {
            QVERIFY(!near->icon().isNull());
        }
    }
    picture(QStringLiteral("try-window"));
    theme::apply(*qApp, theme::Mode::Dark);
    m_window->resize(1024, 640);
    QTest::qWait(200);
    picture(QStringLiteral("try-window-small-dark"));
    theme::apply(*qApp, theme::Mode::Light);
    m_window->resize(1440, 900);
}

void TestTryWindow::ofSeveralQuestionsOnlyTheLastIsAnswered()
{
    QStringList answered;
    const auto ask = [&](const QString &text) {
        Question question;
        question.run = find<QComboBox>("tryRun")->currentData().toString();
        question.task = QStringLiteral("notes");
        question.sample.text = text.toStdString();
        m_training.ask(
            question, this, [&answered, text](const engine::Answer &) { answered << text; },
            [&answered](const QString &, const QString &) { answered << QStringLiteral("failed"); });
    };
    ask(QStringLiteral("one"));
    ask(QStringLiteral("two"));
    ask(QStringLiteral("three"));
    QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty(), 30'000);
    QTest::qWait(200);
    QCOMPARE(answered, QStringList{QStringLiteral("three")});
    ask(QStringLiteral("four"));
    m_training.cancelQuestion();
    QTest::qWait(1500);
    QCOMPARE(answered.size(), 1);
}

void TestTryWindow::whatCannotBeReadIsSaid()
{
    const QString broken = m_folder.filePath(QStringLiteral("broken.png"));
    QFile file(broken);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("no picture at all");
    file.close();
    find<PictureSlot>("tryPicture")->setFile(broken);
    find<QPushButton>("tryAsk")->click();
    QTRY_VERIFY_WITH_TIMEOUT(find<EmptyState>("answerState")->isVisible() &&
                                 find<EmptyState>("answerState")->title().contains(QStringLiteral("broken.png")),
                             30'000);
}

void TestTryWindow::aFileIsAnswered()
{
    QFile csv(m_folder.filePath(QStringLiteral("new notes.csv")));
    QVERIFY(csv.open(QFile::WriteOnly));
    csv.write("text\nthe machine is broken\nall is well today\n");
    csv.close();
    QVERIFY(m_window->session() != nullptr);
    tab(1);
    find<QLineEdit>("batchFile")->setText(csv.fileName());
    find<QPushButton>("batchStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("batchOpen")->isVisible(), 30'000);
    QFile answers(m_folder.filePath(QStringLiteral("new notes-answers.csv")));
    QVERIFY(answers.open(QFile::ReadOnly));
    QCOMPARE(answers.readAll().count('\n'), 3);
    picture(QStringLiteral("try-window-file"));
}

void TestTryWindow::robustnessIsMeasuredAndDrawn()
{
    tab(2);
    picture(QStringLiteral("try-window-robustness-empty"));
    find<QPushButton>("robustnessMeasure")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!find("robustnessPanel")->findChildren<LineChart *>().isEmpty(), 120'000);
    auto connection = m_window->session()->project().connect();
    const std::string uuid = find<QComboBox>("tryRun")->currentData().toString().toStdString();
    const auto run = storage::RunStore(*connection).find(uuid);
    QVERIFY(!storage::RobustnessStore(*connection).curves(run->id).empty());
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("robustnessMeasure")->isEnabled(), 120'000);
    QTest::qWait(300);
    picture(QStringLiteral("try-window-robustness"));
}

void TestTryWindow::cleanupTestCase()
{
    m_window.reset();
}

QTEST_MAIN(TestTryWindow)
#include "tst_try_window.moc"
