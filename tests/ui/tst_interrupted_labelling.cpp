#include "sample_project.h"
#include "storage/connection.h"
#include "storage/edit_journal.h"
#include "storage/sample_store.h"
#include "tests/support/child_process.h"
#include "widgets/data/data_page.h"
#include "widgets/data/labeller.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

namespace {

constexpr int kLabels = 1000;

/// Labels every sample of the first dataset by keys. Each label that the page has been told is stored is written to
/// `told` before the next key is handled: "id name".
int labelAll(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString project = QCoreApplication::arguments().at(1);
    const QString told = QCoreApplication::arguments().at(2);
    QFile file(told);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return 1;
    }
    Session session(storage::Project::open(project.toStdString(), storage::OpenMode::ReadWrite));
    JobList jobs;
    DataPage page(PageServices{&jobs, nullptr});
    page.resize(900, 600);
    page.show();
    QObject::connect(page.labeller(), &Labeller::changed, &page, [&file](const std::vector<Sample> &samples) {
        for (const Sample &sample : samples) {
            file.write(QStringLiteral("%1 %2\n")
                           .arg(sample.id)
                           .arg(QString::fromStdString(sample.labels.empty() ? "" : sample.labels[0].name))
                           .toUtf8());
        }
    });
    page.setSession(&session);
    if (!QTest::qWaitFor([&] { return page.model()->sample(0) && !page.browser()->keys()->keys().isEmpty(); })) {
        return 1;
    }
    page.browser()->focusSamples();
    for (int i = 0; i < kLabels; ++i) {
        QTest::keyClick(QApplication::focusWidget(), i % 3 == 0 ? Qt::Key_2 : Qt::Key_1);
        QCoreApplication::processEvents();
    }
    QTest::qWait(60'000);  // until it is killed
    return 0;
}

std::map<std::int64_t, QString> labelsTold(const QString &file)
{
    QFile told(file);
    std::map<std::int64_t, QString> labels;
    if (told.open(QIODevice::ReadOnly)) {
        while (!told.atEnd()) {
            const QByteArray line = told.readLine();
            if (line.endsWith('\n')) {
                const QList<QByteArray> parts = line.trimmed().split(' ');
                labels[parts[0].toLongLong()] = QString::fromUtf8(parts[1]);
            }
        }
    }
    return labels;
}

}  // namespace

/// A person labels, the program is killed without warning, the project is opened again.
class TestInterruptedLabelling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noLabelIsLostAndUndoGoesBackToTheStart_data();
    void noLabelIsLostAndUndoGoesBackToTheStart();
};

void TestInterruptedLabelling::noLabelIsLostAndUndoGoesBackToTheStart_data()
{
    QTest::addColumn<int>("killAfter");
    QTest::newRow("at a random moment") << int(QRandomGenerator::global()->bounded(1, kLabels));
    QTest::newRow("at another") << int(QRandomGenerator::global()->bounded(1, kLabels));
    QTest::newRow("after the last") << kLabels;
}

void TestInterruptedLabelling::noLabelIsLostAndUndoGoesBackToTheStart()
{
    QFETCH(int, killAfter);
    test::SampleProject project;
    const std::int64_t dataset = project.addTexts("notes", kLabels, {"good", "defect"});
    const QString folder = project.folder();
    project.close();
    const QString told = folder + QStringLiteral(".told");

    QProcess child;
    test::startChild(child, {QStringLiteral("label"), folder, told});
    QVERIFY(child.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(int(labelsTold(told).size()) >= killAfter, 60'000);
    child.kill();  // SIGKILL
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);

    const std::map<std::int64_t, QString> labels = labelsTold(told);
    qInfo("killed when %d labels had been told", int(labels.size()));
    QVERIFY(int(labels.size()) >= killAfter);
    auto reopened = storage::Project::open(folder.toStdString(), storage::OpenMode::ReadWrite);
    const auto samplesNow = [&] {
        const auto reader = reopened->connect();
        storage::SampleStore store(*reader, {});
        return store.load(store.ids(dataset, {}));
    };
    std::int64_t labelled = 0;
    for (const Sample &sample : samplesNow()) {
        labelled += sample.labels.empty() ? 0 : 1;
        if (const auto acknowledged = labels.find(sample.id); acknowledged != labels.end()) {
            QCOMPARE(sample.labels.size(), 1U);
            QCOMPARE(QString::fromStdString(sample.labels[0].name), acknowledged->second);
        }
    }
    std::int64_t steps = 0;
    while (reopened->writer().run(
        [&](storage::Connection &connection) { return storage::EditJournal(connection, dataset).undo("anna"); })) {
        ++steps;
    }
    QCOMPARE(steps, labelled);
    for (const Sample &sample : samplesNow()) {
        QVERIFY(sample.labels.empty());
        QCOMPARE(sample.review, ReviewState::Unlabelled);
    }
}

int main(int argc, char **argv)
{
    return test::runTestOrChild<TestInterruptedLabelling>(argc, argv, labelAll);
}

#include "tst_interrupted_labelling.moc"
