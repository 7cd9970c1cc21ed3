#include "app/cell_answers.h"

#include <QTest>

using namespace atlas;
using namespace atlas::app;

class TestCellAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonHoldsWhatWasAnsweredThenAndNow();
    void textNamesWhatWasLost();
};

namespace {

CellAnswers answers()
{
    CellAnswers out;
    out.task.name = "parts";
    out.task.classes = {"good", "dent"};
    out.run = "uuid";
    out.after = "notes";
    out.samples = answerChanges({{7, 1, 1, 0.9, 1}, {8, 0, 0, 0.8, 1}}, {{7, 0, 1, 0.6, 0}, {8, 0, 0, 0.85, 1}});
    Sample sample;
    sample.id = 7;
    sample.text = "a scratched lid";
    out.held.emplace(7, sample);
    return out;
}

}  // namespace

void TestCellAnswers::jsonHoldsWhatWasAnsweredThenAndNow()
{
    const auto json = toJson(answers());
    QCOMPARE(json["lost"].get<int>(), 1);
    QCOMPARE(json["found"].get<int>(), 0);
    const auto &lost = json["samples"][0];
    QCOMPARE(lost["change"].get<std::string>(), std::string("lost"));
    QCOMPARE(lost["expected"].get<std::string>(), std::string("dent"));
    QCOMPARE(lost["then"]["answer"].get<std::string>(), std::string("dent"));
    QCOMPARE(lost["now"]["answer"].get<std::string>(), std::string("good"));
    QCOMPARE(lost["now"]["confidence"].get<double>(), 0.6);
    QCOMPARE(lost["name"].get<std::string>(), std::string("a scratched lid"));
    QVERIFY(json["samples"][1]["name"].get<std::string>().find("removed") != std::string::npos);
}

void TestCellAnswers::textNamesWhatWasLost()
{
    const std::string text = toText(answers());
    QVERIFY2(text.find("parts after notes: 1 lost and 0 found") != std::string::npos, text.c_str());
    QVERIFY2(text.find("lost  a scratched lid: expected dent, then dent (90.0 %), now good (60.0 %)") !=
                 std::string::npos,
             text.c_str());
}

QTEST_GUILESS_MAIN(TestCellAnswers)
#include "tst_cell_answers.moc"
