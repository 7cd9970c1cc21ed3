#include "core/sentence_json.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace atlas;

class TestSentenceJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSentenceComesBackAsItWas();
    void whatIsFixedIsKeptAsItIs();
    void rowsOfOlderProgramsAreTexts_data();
    void rowsOfOlderProgramsAreTexts();
    void textsThatAreNotUtf8AreKept();
    void aDamagedColumnIsNoDeepFall();
};

void TestSentenceJson::aSentenceComesBackAsItWas()
{
    const Sentence sentence = say("There is no %1 \"%2\".", say("way to %1", say("go")), "{\"x\": 1}");
    const Sentence back = storedSentence(storedText(sentence));
    QCOMPARE(back.text(), sentence.text());
    QCOMPARE(back.english(), sentence.english());
    QVERIFY(!back.fixed() && !back.values()[0].fixed() && back.values()[1].fixed());
    QCOMPARE(toSentence(toJson(sentence)).english(), sentence.english());
}

void TestSentenceJson::whatIsFixedIsKeptAsItIs()
{
    QCOMPARE(storedText(Sentence()), std::string());
    QVERIFY(storedSentence({}).empty());
    QCOMPARE(storedText(Sentence("100 %1")), std::string("100 %1"));
    QVERIFY(storedSentence("100 %1").fixed());
}

void TestSentenceJson::rowsOfOlderProgramsAreTexts_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"The disk is full.", "{", "{}", "{\"text\": \"a\"}", "{\"text\": 1, \"values\": []}",
                             "{\"text\": \"a\", \"values\": {}}", "{\"text\": \"a\", \"values\": [], \"more\": 1}",
                             "{\"text\": \"a\", \"values\": [] } and more", "[\"a\"]", "\"a\""}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestSentenceJson::rowsOfOlderProgramsAreTexts()
{
    QFETCH(QString, text);
    const Sentence sentence = storedSentence(text.toStdString());
    QVERIFY(sentence.fixed());
    QCOMPARE(QString::fromStdString(sentence.english()), text);
}

/// Names of files are bytes.
void TestSentenceJson::textsThatAreNotUtf8AreKept()
{
    const std::string text = storedText(say("Reading %1", std::string("caf\xe9.csv")));
    QCOMPARE(QString::fromStdString(storedSentence(text).english()), QStringLiteral("Reading caf\uFFFD.csv"));
}

void TestSentenceJson::aDamagedColumnIsNoDeepFall()
{
    std::string text = "\"a\"";
    for (int i = 0; i < 20'000; ++i) {
        text = R"({"text":"%1","values":[)" + text + "]}";
    }
    QVERIFY(!storedSentence(text).english().empty());
}

QTEST_GUILESS_MAIN(TestSentenceJson)
#include "tst_sentence_json.moc"
