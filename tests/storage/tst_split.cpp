#include "storage/natural_order.h"
#include "storage/split.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace atlas;
using namespace atlas::storage;

class TestSplit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsTheSharesAskedFor();
    void spreadsEveryClass();
    void keepsBondsTogether();
    void keepsTheSplitsOfTheData();
    void unassignedFollowTheirBonds();
    void drawsOnlyWhatIsMissing();
    void takesOneWhereSharesRoundToNothing();
    void isDeterministic();
    void whatIsKnownKeepsItsSplit();
    void newCopiesFollowWhatIsKnown();
    void newItemsAreSpreadUnlessTheyBringTheirSplit();
    void drawsAProportionalPart();
    void drawsEveryClassWhereThereIsRoom();
    void countsAsPeopleDo_data();
    void countsAsPeopleDo();
};

namespace {

std::vector<SplitItem> plainItems(int count, int strata)
{
    std::vector<SplitItem> items;
    for (int i = 0; i < count; ++i) {
        items.push_back({Split::Unassigned, i % strata, {"text " + std::to_string(i)}});
    }
    return items;
}

std::int64_t countOf(const std::vector<Split> &splits, Split split)
{
    return std::ranges::count(splits, split);
}

}  // namespace

void TestSplit::drawsTheSharesAskedFor()
{
    const auto splits = assignSplits(plainItems(1000, 4), {.validation = 0.2, .test = 0.1, .seed = 3});
    QCOMPARE(countOf(splits, Split::Test), 100);
    QCOMPARE(countOf(splits, Split::Validation), 180);  // a fifth of the other 900
    QCOMPARE(countOf(splits, Split::Train), 720);
}

void TestSplit::spreadsEveryClass()
{
    // 900 of class 0, 90 of class 1, 10 of class 2
    std::vector<SplitItem> items;
    for (int i = 0; i < 1000; ++i) {
        items.push_back({Split::Unassigned, i < 900 ? 0 : i < 990 ? 1 : 2, {std::to_string(i)}});
    }
    const auto splits = assignSplits(items, {.validation = 0.2, .test = 0.2, .seed = 1});
    std::map<int, int> tests;
    std::map<int, int> validations;
    for (std::size_t i = 0; i < items.size(); ++i) {
        tests[items[i].stratum] += splits[i] == Split::Test ? 1 : 0;
        validations[items[i].stratum] += splits[i] == Split::Validation ? 1 : 0;
    }
    QCOMPARE(tests[0], 180);
    QCOMPARE(tests[1], 18);
    QCOMPARE(tests[2], 2);
    QCOMPARE(validations[0], 144);
    QVERIFY(validations[2] >= 1 && validations[2] <= 2);
}

void TestSplit::keepsBondsTogether()
{
    // Threes by one bond, and every tenth also tied to the next three by another.
    std::vector<SplitItem> items;
    for (int i = 0; i < 600; ++i) {
        items.push_back({Split::Unassigned, i % 2, {"picture " + std::to_string(i / 3)}});
        if (i % 10 == 0) {
            items.back().bonds.push_back("group " + std::to_string(i / 20));
        }
    }
    const auto splits = assignSplits(items, {.validation = 0.15, .test = 0.15, .seed = 9});
    std::map<std::string, std::set<Split>> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (const std::string &bond : items[i].bonds) {
            seen[bond].insert(splits[i]);
        }
    }
    for (const auto &[bond, where] : seen) {
        QVERIFY2(where.size() == 1, bond.c_str());
    }
    QVERIFY(std::abs(countOf(splits, Split::Test) - 90) <= 6);
}

void TestSplit::keepsTheSplitsOfTheData()
{
    auto items = plainItems(90, 3);
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].split = i < 60 ? Split::Train : i < 75 ? Split::Validation : Split::Test;
        items[i].bonds = {"all the same"};  // the data's own splits stand even so
    }
    const auto splits = assignSplits(items, {.validation = 0.5, .test = 0.5, .seed = 1});
    for (std::size_t i = 0; i < items.size(); ++i) {
        QCOMPARE(splits[i], items[i].split);
    }
}

void TestSplit::unassignedFollowTheirBonds()
{
    std::vector<SplitItem> items{{Split::Train, 0, {"a"}},      {Split::Unassigned, 0, {"a"}},
                                 {Split::Validation, 0, {"b"}}, {Split::Unassigned, 0, {"b"}},
                                 {Split::Test, 0, {"b"}},       {Split::Unassigned, 0, {"c"}}};
    const auto splits = assignSplits(items, {});
    QCOMPARE(splits, (std::vector<Split>{Split::Train, Split::Train, Split::Validation, Split::Test, Split::Test,
                                         Split::Train}));
}

void TestSplit::drawsOnlyWhatIsMissing()
{
    auto items = plainItems(200, 2);
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].split = i < 100 ? Split::Train : Split::Test;
    }
    const auto splits = assignSplits(items, {.validation = 0.15, .test = 0.9, .seed = 1});
    QCOMPARE(countOf(splits, Split::Test), 100);
    QCOMPARE(countOf(splits, Split::Validation), 15);
    // Without a test split it is drawn of train, the share being of all.
    for (std::size_t i = 100; i < items.size(); ++i) {
        items[i].split = Split::Validation;
    }
    const auto drawn = assignSplits(items, {.validation = 0.9, .test = 0.1, .seed = 1});
    QCOMPARE(countOf(drawn, Split::Test), 20);
    QCOMPARE(countOf(drawn, Split::Validation), 100);
}

void TestSplit::takesOneWhereSharesRoundToNothing()
{
    const auto splits = assignSplits(plainItems(6, 2), {.validation = 0.01, .test = 0.01, .seed = 1});
    QCOMPARE(countOf(splits, Split::Test), 1);
    QCOMPARE(countOf(splits, Split::Validation), 1);
}

void TestSplit::whatIsKnownKeepsItsSplit()
{
    std::vector<SplitItem> items = plainItems(100, 2);
    const auto before = assignSplits(items, {});
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].split = before[i];
    }
    std::vector<bool> known(100, true);
    for (int i = 0; i < 40; ++i) {
        items.push_back({Split::Unassigned, i % 2, {"new " + std::to_string(i)}});
        known.push_back(false);
    }
    const auto after = extendSplits(items, known, {.validation = 0.25, .test = 0.2, .seed = 5});
    QVERIFY(std::equal(before.begin(), before.end(), after.begin()));
    const std::vector<Split> added(after.begin() + 100, after.end());
    QCOMPARE(countOf(added, Split::Test), 8);
    QCOMPARE(countOf(added, Split::Validation), 8);
    QCOMPARE(countOf(added, Split::Train), 24);
}

void TestSplit::newCopiesFollowWhatIsKnown()
{
    const std::vector<SplitItem> items{{Split::Train, 0, {"a"}},          {Split::Test, 0, {"b"}},
                                       {Split::Validation, 0, {"c"}},     {Split::Train, 0, {"b"}},
                                       {Split::Unassigned, 0, {"c"}},     {Split::Test, 0, {"a"}},
                                       {Split::Unassigned, 0, {"a", "b"}}};
    // The fourth says that it is for training but is a copy of a test sample, and the other way round.
    const std::vector<bool> known{true, true, true, false, false, false, false};
    const auto splits = extendSplits(items, known, {});
    QCOMPARE(splits[3], Split::Test);
    QCOMPARE(splits[4], Split::Validation);
    QCOMPARE(splits[6], Split::Test);
    // "a" and "b" are bonded by the last one: whoever shares anything with a test sample is tested.
    QCOMPARE(splits[5], Split::Test);
    QCOMPARE(splits[0], Split::Train);
}

void TestSplit::newItemsAreSpreadUnlessTheyBringTheirSplit()
{
    std::vector<SplitItem> items{{Split::Train, 0, {"a"}}, {Split::Test, 0, {"b"}}, {Split::Validation, 0, {"c"}}};
    std::vector<bool> known(3, true);
    for (int i = 0; i < 20; ++i) {
        items.push_back({Split::Train, 0, {"new " + std::to_string(i)}});
        known.push_back(false);
    }
    const auto trained = extendSplits(items, known, {.validation = 0.2, .test = 0.2, .seed = 1});
    QCOMPARE(countOf(trained, Split::Test), 1);  // what says that it is for training is not tested
    QCOMPARE(countOf(trained, Split::Validation), 5);
    items[3].split = Split::Test;
    items[4].split = Split::Validation;
    const auto brought = extendSplits(items, known, {.validation = 0.2, .test = 0.2, .seed = 1});
    QCOMPARE(countOf(brought, Split::Test), 2);
    QCOMPARE(countOf(brought, Split::Validation), 2);
}

void TestSplit::isDeterministic()
{
    const auto items = plainItems(300, 5);
    const auto splits = assignSplits(items, {.seed = 4});
    QVERIFY(splits == assignSplits(items, {.seed = 4}));
    QVERIFY(splits != assignSplits(items, {.seed = 5}));
}

void TestSplit::drawsAProportionalPart()
{
    std::vector<int> strata;
    for (int i = 0; i < 1000; ++i) {
        strata.push_back(i % 10 < 7 ? 0 : 1);
    }
    const auto drawn = drawStratified(strata, 100, 2);
    QCOMPARE(drawn.size(), 100U);
    QVERIFY(std::ranges::is_sorted(drawn));
    const auto first = std::ranges::count_if(drawn, [&](std::size_t i) { return strata[i] == 0; });
    QVERIFY(first >= 69 && first <= 71);
    QVERIFY(drawn == drawStratified(strata, 100, 2));
    QVERIFY(drawn != drawStratified(strata, 100, 3));
    QCOMPARE(drawStratified(strata, 5000, 2).size(), 1000U);
}

void TestSplit::drawsEveryClassWhereThereIsRoom()
{
    std::vector<int> strata(1000, 0);
    for (int i = 0; i < 9; ++i) {
        strata[static_cast<std::size_t>(i)] = i + 1;  // nine classes of one sample
    }
    const auto drawn = drawStratified(strata, 10, 1);
    std::set<int> seen;
    for (const std::size_t i : drawn) {
        seen.insert(strata[i]);
    }
    QCOMPARE(seen.size(), 10U);
}

void TestSplit::countsAsPeopleDo_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("numbers by value") << QByteArray("2") << QByteArray("10");
    QTest::newRow("numbers in words") << QByteArray("img9.png") << QByteArray("img10.png");
    QTest::newRow("long numbers") << QByteArray("99999999999999999999") << QByteArray("100000000000000000000");
    QTest::newRow("the shorter first") << QByteArray("cat") << QByteArray("cats");
    QTest::newRow("leading zeros") << QByteArray("01") << QByteArray("1");
    QTest::newRow("zero") << QByteArray("0") << QByteArray("00a");
    QTest::newRow("code points") << QByteArray("z") << QByteArray("\xE3\x81\x82");
    QTest::newRow("empty") << QByteArray("") << QByteArray("0");
}

void TestSplit::countsAsPeopleDo()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QVERIFY(naturalLess(before.toStdString(), after.toStdString()));
    QVERIFY(!naturalLess(after.toStdString(), before.toStdString()));
    QVERIFY(!naturalLess(before.toStdString(), before.toStdString()));
}

QTEST_APPLESS_MAIN(TestSplit)
#include "tst_split.moc"
