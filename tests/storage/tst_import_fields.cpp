#include "storage/import/field_names.h"
#include "storage/import/label_values.h"
#include "storage/import/problems.h"
#include "storage/import/table_header.h"
#include "storage/import/table_source.h"

#include <QTest>

using namespace atlas;
using namespace atlas::storage;
using nlohmann::json;

using Words = std::vector<std::string>;

/// Which column means what, and what a label cell means.
class TestImportFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsAreKnownByTheirUsualNames()
    {
        const Words columns{"image_a", "image_b", "label", "defect_type"};
        const FieldPlan pair = planFields(columns, {});
        QCOMPARE(pair.image, "image_a");
        QCOMPARE(pair.image2, "image_b");
        QCOMPARE(pair.label, "label");
        QCOMPARE(pair.extra, Words{"defect_type"});

        const Words question{"Image", "Statement", "Answer", "split"};
        const FieldPlan vqa = planFields(question, {});
        QCOMPARE(vqa.question, "Statement");
        QCOMPARE(vqa.label, "Answer");
        QCOMPARE(vqa.split, "split");
    }

    void choicesComeInTheOrderOfTheirNumbers()
    {
        const Words goal{"goal", "sol2", "sol1"};
        QCOMPARE(planFields(goal, {}).choices, (Words{"sol1", "sol2"}));
        QCOMPARE(planFields(goal, {}).question, "goal");
        Words many{"question"};
        for (int i = 11; i >= 0; --i) {
            many.push_back("choice_" + std::to_string(i));
        }
        QCOMPARE(planFields(many, {}).choices.front(), "choice_0");
        QCOMPARE(planFields(many, {}).choices.back(), "choice_11");
    }

    void whatTheUserMapsGoesFirst()
    {
        const Words columns{"text", "label", "memo", "kind of fault"};
        const FieldPlan plan = planFields(columns, {{"text", "memo"}, {"label", "kind of fault"}});
        QCOMPARE(plan.text, "memo");
        QCOMPARE(plan.label, "kind of fault");
        QCOMPARE(planFields(columns, {{"label", "nosuch"}}).absent, Words{"nosuch"});
        QVERIFY(isFieldName("choice3"));
        QVERIFY(!isFieldName("colour"));
    }

    void repeatedNamesAreFound()
    {
        const Words columns{"text", "text", "label"};
        QCOMPARE(planFields(columns, {}).repeated, Words{"text"});
    }

    void labelsFollowTheirForm()
    {
        const auto names = [](const LabelReading &reading) {
            Words words;
            for (const Label &label : reading.labels) {
                words.push_back(label.name);
            }
            return words;
        };
        QCOMPARE(names(readLabels("007", false, false)), Words{"007"});
        QCOMPARE(names(readLabels(3, false, false)), Words{"3"});
        QCOMPARE(names(readLabels(true, false, false)), Words{"true"});
        QCOMPARE(names(readLabels(nullptr, false, false)), Words{});
        QCOMPARE(names(readLabels("", false, false)), Words{});
        QCOMPARE(names(readLabels("a|b|a", true, false)), (Words{"a", "b"}));
        QCOMPARE(names(readLabels(R"(["a", "b"])", true, false)), (Words{"a", "b"}));
        QCOMPARE(names(readLabels(json{"cat"}, false, false)), Words{"cat"});
        QCOMPARE(readLabels(json{"cat", "dog"}, false, false).code, code::kBadLabel);
    }

    void answersOfPeopleBecomeWeights()
    {
        json votes = json::array();
        for (const char *answer : {"red", "red", "red", "red", "blue", "blue", "green", "pink", "pink", "pink"}) {
            votes.push_back({{"answer", answer}});
        }
        const LabelReading reading = readLabels(votes, false, true);
        QCOMPARE(reading.labels.size(), 4U);
        QCOMPARE(reading.labels[0], (Label{"red", 1.0}));
        QCOMPARE(reading.labels[1], (Label{"blue", 2.0 / 3.0}));
        QCOMPARE(reading.labels[2], (Label{"green", 1.0 / 3.0}));
        QCOMPARE(reading.labels[3], (Label{"pink", 1.0}));
        const json weights = {{{"answer", "red"}, {"weight", 0.9}}, {{"answer", "blue"}, {"weight", 0.3}}};
        QCOMPARE(readLabels(weights, false, true).labels[1], (Label{"blue", 0.3}));
        QCOMPARE(readLabels(json{{"red", 0.6}}, false, false).labels[0], (Label{"red", 0.6}));
        QCOMPARE(readLabels(json{{"red", 7}}, false, false).code, code::kBadLabel);
    }

    void theRightChoiceIsAPositionALetterOrItsWords_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("number") << QByteArray("1") << "1";
        QTest::newRow("digits") << QByteArray("\"0\"") << "0";
        QTest::newRow("letter") << QByteArray("\"B\"") << "1";
        QTest::newRow("words") << QByteArray("\"dog\"") << "1";
        QTest::newRow("too high") << QByteArray("2") << "LABEL_OUT_OF_RANGE";
        QTest::newRow("negative") << QByteArray("-1") << "LABEL_OUT_OF_RANGE";
        QTest::newRow("unknown words") << QByteArray("\"horse\"") << "LABEL_OUT_OF_RANGE";
        QTest::newRow("list") << QByteArray("[0]") << "BAD_LABEL";
    }
    void theRightChoiceIsAPositionALetterOrItsWords()
    {
        QFETCH(QByteArray, value);
        const LabelReading reading = readChoiceLabel(json::parse(value.toStdString()), {"cat", "dog"});
        const std::string got = reading.labels.empty() ? reading.code : reading.labels.front().name;
        QTEST(QString::fromStdString(got), "expected");
    }

    void firstLinesThatAreDataAreNoNames_data()
    {
        QTest::addColumn<std::vector<std::string>>("first");
        QTest::addColumn<FieldMap>("map");
        QTest::addColumn<bool>("missing");
        QTest::addColumn<FieldMap>("mapped");
        QTest::newRow("known names") << Words{"text", "label"} << FieldMap{} << false << FieldMap{};
        QTest::newRow("unknown names") << Words{"betreff", "ablage"} << FieldMap{} << false << FieldMap{};
        QTest::newRow("a name that is given")
            << Words{"betreff", "ablage"} << FieldMap{{"text", "betreff"}} << false << FieldMap{{"text", "betreff"}};
        QTest::newRow("a sentence") << Words{"where is my parcel", "new"} << FieldMap{} << true
                                    << FieldMap{{"label", "column 2"}, {"text", "column 1"}};
        QTest::newRow("a value that comes again")
            << Words{"hello", "spam"} << FieldMap{} << true << FieldMap{{"label", "column 2"}, {"text", "column 1"}};
        QTest::newRow("a column by number")
            << Words{"hello", "world"} << FieldMap{{"text", "column 2"}} << true << FieldMap{{"text", "column 2"}};
    }
    void firstLinesThatAreDataAreNoNames()
    {
        QFETCH(std::vector<std::string>, first);
        QFETCH(FieldMap, map);
        const TableHeader header =
            readHeader(first, {{"a b c", "spam"}, {"some more", "ham"}, {"and again", "spam"}}, map);
        QTEST(header.missing, "missing");
        QTEST(header.map, "mapped");
        QCOMPARE(header.columns.front() == "column 1", header.missing);
    }

    void picturesAndClassesAreToldWithoutNames()
    {
        const TableHeader header = readHeader({"cat", "a.png"}, {{"dog", "b.png"}, {"cat", "c.png"}}, {});
        QVERIFY(header.missing);
        QCOMPARE(header.map, (FieldMap{{"label", "column 1"}, {"image", "column 2"}}));
    }

    void splitsAreReadFromNames()
    {
        QCOMPARE(splitOfName("train"), Split::Train);
        QCOMPARE(splitOfName("clinc_test-2"), Split::Test);
        QCOMPARE(splitOfName("VALID"), Split::Validation);
        QCOMPARE(splitOfName("trainer"), Split::Unassigned);
    }
};

QTEST_GUILESS_MAIN(TestImportFields)
#include "tst_import_fields.moc"
