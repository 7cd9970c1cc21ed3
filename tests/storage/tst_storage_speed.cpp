#include "project_fixture.h"

#include "storage/result_store.h"
#include "storage/sample_store.h"

#include <QtTest>

#include <ctime>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::ProjectFixture;
using atlas::test::textSample;

/// The times the gallery is built on, as processor time: a busy machine does not change it.
class TestStorageSpeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void insertsTenThousandInASecond();
    void listsAHundredThousand();
};

namespace {

double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

template <typename Work>
double measure(const char *what, Work work)
{
    const double start = processorMs();
    work();
    const double took = processorMs() - start;
    qInfo("%s: %.1f ms", what, took);
    return took;
}

}  // namespace

void TestStorageSpeed::insertsTenThousandInASecond()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    QVERIFY(measure("insert 10 000", [&] { fixture.addTexts(dataset, 10'000, 20); }) < 1000);
}

void TestStorageSpeed::listsAHundredThousand()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    fixture.addTexts(dataset, 100'000, 20);
    const auto reader = fixture.project().connect();
    SampleStore store(*reader, {});
    std::vector<std::int64_t> ids;
    QVERIFY(measure("ids of 100 000", [&] { ids = store.ids(dataset, {}); }) < 100);
    QCOMPARE(ids.size(), 100'000U);
    SampleFilter filter;
    filter.order = SampleOrder::Label;
    QVERIFY(measure("ids by label", [&] { ids = store.ids(dataset, filter); }) < 200);
    QCOMPARE(ids.size(), 100'000U);
    filter = {};
    filter.labels = {"c7"};
    QVERIFY(measure("ids of a class", [&] { ids = store.ids(dataset, filter); }) < 200);
    QCOMPARE(ids.size(), 5'000U);
    filter = {};
    filter.text = "text 99";
    QVERIFY(measure("ids by words", [&] { ids = store.ids(dataset, filter); }) < 1000);
    QVERIFY(!ids.empty());
    std::vector<Sample> page;
    QVERIFY(measure("a page of 256", [&] { page = store.load(std::span(ids).first(256)); }) < 20);
    QCOMPARE(page.size(), 256U);
}

QTEST_APPLESS_MAIN(TestStorageSpeed)
#include "tst_storage_speed.moc"
