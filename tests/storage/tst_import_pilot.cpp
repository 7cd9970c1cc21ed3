#include "import_fixture.h"

#include <QTest>

#include <cstdlib>

using namespace atlas;
using namespace atlas::storage;
using namespace atlas::test;

/// Real data sets in their original layouts, unpacked in the folder that $ATLAS_PILOT names.
class TestImportPilot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreExact_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<int>("train");
        QTest::addColumn<int>("test");
        QTest::addColumn<int>("classes");
        const auto row = [](const char *folder, const char *format, int train, int test, int classes) {
            QTest::newRow(folder) << QByteArray(folder) << QByteArray(format) << train << test << classes;
        };
        row("clothing_folder", "folder", 1501, 500, 10);
        row("fashion_mnist_idx", "idx", 3000, 500, 10);
        row("cifar10_hf", "hf-imagefolder", 2000, 500, 10);
        row("clinc_domains_csv", "csv", 2500, 500, 10);
        row("easy_vqa_jsonl", "jsonl", 3000, 500, 13);
        row("nlvr_statements_jsonl", "jsonl", 1974, 500, 2);
        row("deeppcb_pairs_csv", "csv", 1200, 500, 2);
        row("piqa_mc", "jsonl", 1338, 500, 2);
    }
    void countsAreExact()
    {
        const char *pilot = std::getenv("ATLAS_PILOT");
        if (pilot == nullptr) {
            QSKIP("needs $ATLAS_PILOT, the folder where the pilot data is unpacked");
        }
        QFETCH(QByteArray, folder);
        QFETCH(QByteArray, format);
        QFETCH(int, train);
        QFETCH(int, test);
        QFETCH(int, classes);
        const ImportFixture fixture;
        ImportRequest request = fixture.request();
        request.source = std::filesystem::path(pilot) / folder.toStdString();
        request.dryRun = true;
        const ImportReport report = fixture.import(request);  // a dry run says what the import will do
        QVERIFY2(!report.hasErrors(), describe(report));
        QCOMPARE(report.format, format.toStdString());
        QCOMPARE(report.read, train + test);
        QCOMPARE(report.imported, train + test);
        QCOMPARE(report.skipped, 0);
        QCOMPARE(report.splits,
                 (std::vector<std::pair<Split, std::int64_t>>{{Split::Train, train}, {Split::Test, test}}));
        QCOMPARE(static_cast<int>(report.classes.size()), classes);
        QVERIFY(fixture.samples().empty());

        request.dryRun = false;
        QCOMPARE(fixture.import(request).imported, train + test);
        QCOMPARE(static_cast<int>(fixture.samples().size()), train + test);
    }
};

QTEST_GUILESS_MAIN(TestImportPilot)
#include "tst_import_pilot.moc"
