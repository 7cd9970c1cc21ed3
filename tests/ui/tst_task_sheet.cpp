#include "sample_project.h"
#include "storage/connection.h"
#include "storage/task_filter.h"
#include "storage/task_store.h"
#include "support/screenshot.h"
#include "widgets/data/data_page.h"
#include "widgets/data/filter_parser.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/task_sheet.h"
#include "widgets/frame/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

class TestTaskSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void countsBeforeItIsMade();
    void madeOfWhatTheFilterShows();
    void saysWhatCannotBe();
    void filtersReadAsTheyAreWritten();
    void theSequencePageLeadsHere();

private:
    static std::vector<Sample> texts();
};

std::vector<Sample> TestTaskSheet::texts()
{
    std::vector<Sample> samples;
    for (int i = 0; i < 200; ++i) {
        Sample sample;
        sample.text = "note " + std::to_string(i);
        sample.labels = {{i % 4 == 0 ? "deep scratch" : i % 4 == 1 ? "dent" : "good", 1.0}};
        sample.review = i < 80 ? ReviewState::Verified : ReviewState::Labelled;
        samples.push_back(std::move(sample));
    }
    return samples;
}

void TestTaskSheet::countsBeforeItIsMade()
{
    test::SampleProject project;
    project.addSamples("notes", "text", texts(), {"deep scratch", "dent", "good"});
    const auto session = project.session();
    const Dataset dataset{.id = 1, .name = "notes", .kind = "text", .sampleCount = 200, .labelledCount = 200};
    TaskSheet sheet(session.get(), dataset, {}, QStringLiteral("label:dent label:good"));
    sheet.resize(560, 640);
    sheet.show();
    auto *counts = sheet.findChild<QLabel *>(QStringLiteral("taskCounts"));
    QTRY_VERIFY(counts->text().contains(QStringLiteral("deep scratch")));
    QVERIFY2(counts->text().contains(QStringLiteral(">144<")), qPrintable(counts->text()));  // 200 - 30 - 26
    QVERIFY(sheet.findChild<QPushButton *>(QStringLiteral("taskMake"))->isEnabled());
    QVERIFY(!test::saveScreenshot(sheet, QStringLiteral("task_sheet")).isEmpty());
    sheet.findChild<QSpinBox *>(QStringLiteral("taskTest"))->setValue(50);
    QTRY_VERIFY(counts->text().contains(QStringLiteral(">100<")));
    auto *of = sheet.findChild<QComboBox *>(QStringLiteral("taskSamples"));
    QCOMPARE(of->count(), 3);
    of->setCurrentIndex(1);  // verified: 80
    QTRY_VERIFY(counts->text().contains(QStringLiteral(">40<")));
}

void TestTaskSheet::madeOfWhatTheFilterShows()
{
    test::SampleProject project;
    project.addSamples("notes", "text", texts(), {"deep scratch", "dent", "good"});
    const auto session = project.session();
    const Dataset dataset{.id = 1, .name = "notes", .kind = "text", .sampleCount = 200, .labelledCount = 200};
    TaskSheet sheet(session.get(), dataset, {}, QStringLiteral("verified label:dent label:good"));
    sheet.useFilter();
    QSignalSpy made(&sheet, &TaskSheet::made);
    auto *make = sheet.findChild<QPushButton *>(QStringLiteral("taskMake"));
    QTRY_VERIFY(make->isEnabled());
    make->click();
    QTRY_COMPARE(made.size(), 1);
    const auto connection = session->project().connect();
    storage::TaskStore store(*connection, {});
    const auto task = store.find("notes");
    QCOMPARE(task->classes, (std::vector<std::string>{"dent", "good"}));
    QCOMPARE(task->trainCount + task->validationCount + task->testCount, 60);
    QCOMPARE(store.details("notes").filter, "verified label:dent label:good");
}

void TestTaskSheet::saysWhatCannotBe()
{
    test::SampleProject project;
    project.addSamples("notes", "text", texts(), {"deep scratch", "dent", "good"});
    const auto session = project.session();
    const Dataset dataset{.id = 1, .name = "notes", .kind = "text", .sampleCount = 200, .labelledCount = 200};
    TaskSheet sheet(session.get(), dataset, {}, QStringLiteral("label:dent"));
    sheet.useFilter();
    auto *counts = sheet.findChild<QLabel *>(QStringLiteral("taskCounts"));
    QTRY_VERIFY(counts->text().contains(QStringLiteral("at least two classes")));
    QVERIFY(!sheet.findChild<QPushButton *>(QStringLiteral("taskMake"))->isEnabled());
}

void TestTaskSheet::filtersReadAsTheyAreWritten()
{
    storage::SampleFilter filter;
    filter.review = ReviewState::Verified;
    filter.split = Split::Test;
    filter.labels = {"dent", "deep scratch"};
    filter.withoutLabels = {""};
    filter.text = "two words";
    const ParsedFilter read = parseFilter(QString::fromStdString(storage::filterText(filter)));
    QVERIFY(read.problem.isEmpty());
    QCOMPARE(read.filter.labels, filter.labels);
    QCOMPARE(read.filter.withoutLabels, filter.withoutLabels);
    QCOMPARE(read.filter.split, filter.split);
    QCOMPARE(read.filter.review, filter.review);
    QCOMPARE(read.filter.text, filter.text);
}

void TestTaskSheet::theSequencePageLeadsHere()
{
    test::SampleProject project;
    project.addTexts("other", 5, {"a"});
    project.addSamples("notes", "text", texts(), {"deep scratch", "dent", "good"});
    const std::vector<Sample> samples = project.samples(2);
    const auto session = project.session();
    DataPage page({});
    page.resize(1024, 640);
    page.setSession(session.get());
    page.show();
    QTRY_VERIFY(page.model()->rowCount() > 0);
    page.open(QVariantMap{{QStringLiteral("dataset"), QStringLiteral("notes")},
                          {QStringLiteral("filter"), QString()},
                          {QStringLiteral("samples"), QVariantList{qint64(samples[3].id), qint64(samples[7].id)}},
                          {QStringLiteral("why"), QStringLiteral("2 test samples have copies in training")}});
    QTRY_COMPARE(page.model()->rowCount(), 2);
    page.open(QVariantMap{{QStringLiteral("dataset"), QStringLiteral("notes")},
                          {QStringLiteral("filter"), QStringLiteral("label:dent label:good")},
                          {QStringLiteral("task"), true}});
    QTRY_VERIFY(page.findChild<TaskSheet *>() != nullptr);
    QCOMPARE(page.findChild<QComboBox *>(QStringLiteral("taskSamples"))->currentIndex(), 2);
    QTest::qWait(600);
    test::saveScreenshot(page, QStringLiteral("task_sheet_small"));
}

QTEST_MAIN(TestTaskSheet)
#include "tst_task_sheet.moc"
