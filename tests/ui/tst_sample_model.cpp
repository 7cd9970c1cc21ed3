#include "sample_project.h"
#include "storage/connection.h"
#include "storage/quality/insight_store.h"
#include "storage/sample_store.h"
#include "widgets/data/filter_parser.h"
#include "widgets/data/sample_model.h"
#include "widgets/session.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

class TestSampleModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void showsPlaceholdersThenSamples();
    void showsTheFirstPageBeforeTheRestIsCounted();
    void suggestionsStandAtSamplesWithoutALabel();
    void holdsItsPromisesWhileFilteredAndChanged();
    void filtersInTheDatabase_data();
    void filtersInTheDatabase();
    void keepsOnlyTheNewestFilter();
    void updatesOnlyTheRowsThatChanged();
    void columnsFollowTheKind();
    void parsesFilters_data();
    void parsesFilters();
    void saysWhatItDidNotUnderstand();

private:
    static Dataset dataset(std::int64_t id, const char *kind)
    {
        Dataset dataset;
        dataset.id = id;
        dataset.name = "data";
        dataset.kind = kind;
        return dataset;
    }

    static void load(SampleModel &model, Session &session, const Dataset &dataset)
    {
        QSignalSpy refreshed(&model, &SampleModel::refreshed);
        model.setSource(&session, dataset);
        model.refresh();
        QVERIFY(refreshed.wait());
    }

    test::SampleProject m_project;
    std::unique_ptr<Session> m_session;  // of m_project: 40 pictures
    std::int64_t m_pictures = 0;
};

void TestSampleModel::initTestCase()
{
    m_pictures = m_project.addPictures("parts", 40, {"good", "defect"});
    m_session = m_project.session();
}

void TestSampleModel::showsPlaceholdersThenSamples()
{
    test::SampleProject project;
    const std::int64_t id = project.addTexts("data", 600, {"a", "b"});
    const auto session = project.session();
    SampleModel model;
    load(model, *session, dataset(id, "text"));

    QCOMPARE(model.rowCount(), 600);
    QSignalSpy arrived(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(model.data(model.index(599, 0)).toString(), QStringLiteral("…"));
    QVERIFY(arrived.wait());
    QCOMPARE(model.data(model.index(599, 0)).toString(), QStringLiteral("text 599"));
    QCOMPARE(arrived.first().at(0).toModelIndex().row(), 512);
    QVERIFY2(!model.data(model.index(300, 0), SampleModel::LoadedRole).toBool(), "a page nobody looked at was read");
}

void TestSampleModel::showsTheFirstPageBeforeTheRestIsCounted()
{
    test::SampleProject project;
    const std::int64_t id = project.addTexts("data", 600, {"a", "b"});
    const auto session = project.session();
    SampleModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(session.get(), dataset(id, "text"));
    QSignalSpy begun(&model, &SampleModel::begun);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    int first = 0;
    QString text;
    connect(&model, &SampleModel::begun, &model, [&] {
        first = model.rowCount();
        text = model.data(model.index(first - 1, 0)).toString();
    });
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 600);
    QCOMPARE(first, 256);
    QCOMPARE(text, QStringLiteral("text 255"));
    QCOMPARE(reset.count(), 1);  // what is shown of the first page stays as it is
    model.refresh();             // from now on what is shown stays until all is known
    QTRY_COMPARE(reset.count(), 2);
    QCOMPARE(begun.count(), 1);
}

void TestSampleModel::suggestionsStandAtSamplesWithoutALabel()
{
    test::SampleProject project;
    const std::int64_t id = project.addTexts("data", 3, {"a", "b"});
    const auto session = project.session();
    const std::vector<Sample> samples = project.samples(id);
    session->project().writer().run([&](storage::Connection &connection) {
        std::vector<SampleInsight> insights(2);
        insights[0] = {.sample = samples[0].id, .suggestions = {{"b", 0.75}, {"a", 0.25}}};
        insights[1] = {.sample = samples[1].id, .suggestions = {}};
        storage::InsightStore(connection).put(id, {1, "starter", 2}, insights);
    });
    SampleModel model;
    load(model, *session, dataset(id, "text"));
    QTRY_VERIFY(model.sample(0) != nullptr);
    QVERIFY(model.suggestion(0) != nullptr);
    QCOMPARE(model.suggestion(0)->labels.front().name, std::string("b"));
    QCOMPARE(model.suggestion(0)->probability, 0.75);
    QVERIFY(model.suggestion(1) == nullptr && model.suggestion(2) == nullptr);
    Sample labelled = samples[0];
    labelled.labels = {{"a", 1}};
    model.update({labelled});
    QVERIFY(model.suggestion(0) == nullptr);
    model.update({samples[0]});  // taken back
    QVERIFY(model.suggestion(0) != nullptr);
    model.setLens([](storage::Connection &, std::vector<Sample> &) {});  // somebody is to judge alone
    QTRY_VERIFY(model.sample(0) != nullptr);
    QVERIFY(model.suggestion(0) == nullptr);
}

void TestSampleModel::holdsItsPromisesWhileFilteredAndChanged()
{
    test::SampleProject project;
    const std::int64_t id = project.addTexts("data", 300, {"a", "b"});
    const auto session = project.session();
    SampleModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    load(model, *session, dataset(id, "text"));
    QTRY_VERIFY(model.sample(0) != nullptr);
    QSignalSpy refreshed(&model, &SampleModel::refreshed);
    model.setFilter(parseFilter(QStringLiteral("\"text 29\"")).filter);
    QVERIFY(refreshed.wait());
    QTRY_VERIFY(model.sample(0) != nullptr);
    model.setSource(nullptr, {});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
}

void TestSampleModel::filtersInTheDatabase_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << QString() << 40;
    QTest::newRow("label") << QStringLiteral("label:good") << 20;
    QTest::newRow("without label") << QStringLiteral("-label:good") << 20;
    QTest::newRow("unlabelled") << QStringLiteral("label:none") << 10;
    QTest::newRow("part") << QStringLiteral("split:test") << 8;
    QTest::newRow("verified") << QStringLiteral("verified") << 5;
    QTest::newRow("not verified") << QStringLiteral("-verified") << 35;
    QTest::newRow("words") << QStringLiteral("parts/39") << 1;
    QTest::newRow("both") << QStringLiteral("label:good -verified split:train") << 12;
    QTest::newRow("none") << QStringLiteral("label:nowhere") << 0;
}

void TestSampleModel::filtersInTheDatabase()
{
    QFETCH(QString, filter);
    QFETCH(int, rows);
    SampleModel model;
    QSignalSpy refreshed(&model, &SampleModel::refreshed);
    model.setSource(m_session.get(), dataset(m_pictures, "image"));
    model.setFilter(parseFilter(filter).filter);
    QVERIFY(refreshed.wait());
    QCOMPARE(model.rowCount(), rows);
}

void TestSampleModel::keepsOnlyTheNewestFilter()
{
    test::SampleProject project;
    const std::int64_t id = project.addTexts("data", 50, {"a"});
    const auto session = project.session();
    SampleModel model;
    model.setSource(session.get(), dataset(id, "text"));
    QSignalSpy refreshed(&model, &SampleModel::refreshed);
    model.setFilter(parseFilter(QStringLiteral("text")).filter);
    model.setFilter(parseFilter(QStringLiteral("49 notes.csv:51")).filter);
    QVERIFY(refreshed.wait());
    QTest::qWait(50);
    QCOMPARE(refreshed.count(), 1);
    QCOMPARE(model.rowCount(), 1);
}

void TestSampleModel::updatesOnlyTheRowsThatChanged()
{
    test::SampleProject project;
    const std::int64_t id = project.addTexts("data", 20, {"a"});
    const auto session = project.session();
    SampleModel model;
    load(model, *session, dataset(id, "text"));
    QTRY_VERIFY(model.sample(7) != nullptr);
    Sample changed = *model.sample(7);
    changed.labels = {{"a", 1.0}};
    QSignalSpy redrawn(&model, &QAbstractItemModel::dataChanged);
    model.update({changed});
    QCOMPARE(redrawn.count(), 1);
    QCOMPARE(redrawn.first().at(0).toModelIndex().row(), 7);
    QCOMPARE(redrawn.first().at(1).toModelIndex().row(), 7);
    QCOMPARE(QString::fromStdString(model.sample(7)->labels.front().name), QStringLiteral("a"));
}

void TestSampleModel::columnsFollowTheKind()
{
    SampleModel model;
    const auto titles = [&model](const char *kind) {
        model.setSource(nullptr, dataset(1, kind));
        QStringList all;
        for (int i = 0; i < model.columnCount(); ++i) {
            all << model.headerData(i, Qt::Horizontal).toString();
        }
        return all.join(QLatin1Char('|'));
    };
    QCOMPARE(titles("image"), QStringLiteral("Picture|Label|Review|Part|Source"));
    QCOMPARE(titles("image-pair"), QStringLiteral("Picture|Second picture|Question|Label|Review|Part|Source"));
    QCOMPARE(titles("choice"), QStringLiteral("Picture|Question|Text|Options|Label|Review|Part|Source"));
}

void TestSampleModel::parsesFilters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("labels");
    QTest::addColumn<QString>("without");
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << QStringLiteral("scratch near edge") << QString() << QString()
                           << QStringLiteral("scratch near edge");
    QTest::newRow("quoted label") << QStringLiteral("label:\"a b\" c") << QStringLiteral("a b") << QString()
                                  << QStringLiteral("c");
    QTest::newRow("without") << QStringLiteral("-label:x label:y") << QStringLiteral("y") << QStringLiteral("x")
                             << QString();
    QTest::newRow("none") << QStringLiteral("label:none") << QStringLiteral("") << QString() << QString();
    QTest::newRow("Japanese") << QStringLiteral("label:不良 キズ") << QStringLiteral("不良") << QString()
                              << QStringLiteral("キズ");
}

void TestSampleModel::parsesFilters()
{
    QFETCH(QString, text);
    QFETCH(QString, labels);
    QFETCH(QString, without);
    QFETCH(QString, words);
    const ParsedFilter parsed = parseFilter(text);
    QVERIFY2(parsed.problem.isEmpty(), qPrintable(parsed.problem));
    const auto joined = [](const std::vector<std::string> &names) {
        QStringList all;
        for (const std::string &name : names) {
            all << QString::fromStdString(name);
        }
        return all.join(QLatin1Char('|'));
    };
    QCOMPARE(joined(parsed.filter.labels), labels);
    QCOMPARE(joined(parsed.filter.withoutLabels), without);
    QCOMPARE(QString::fromStdString(parsed.filter.text), words);
}

void TestSampleModel::saysWhatItDidNotUnderstand()
{
    QVERIFY(parseFilter(QStringLiteral("split:nowhere")).problem.contains(QStringLiteral("nowhere")));
    QVERIFY(parseFilter(QStringLiteral("colour:red")).problem.contains(QStringLiteral("colour")));
    QVERIFY(!parseFilter(QStringLiteral("-word")).problem.isEmpty());
}

QTEST_MAIN(TestSampleModel)
#include "tst_sample_model.moc"
