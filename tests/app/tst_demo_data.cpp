#include "app/demo/demo_data.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using app::DemoLanguage;

namespace {

constexpr std::uint64_t kSeed = 7;
constexpr int kTest = 200;

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// {text, label} of each note, the head left out.
QList<QStringList> notes(const QString &file)
{
    QList<QStringList> rows;
    for (const QString &line : QString::fromUtf8(contentOf(file)).split("\r\n", Qt::SkipEmptyParts).mid(1)) {
        rows.append(line.split(','));
    }
    return rows;
}

QList<QJsonObject> questions(const QString &file)
{
    QList<QJsonObject> rows;
    for (const QByteArray &line : contentOf(file).split('\n')) {
        if (!line.isEmpty()) {
            rows.append(QJsonDocument::fromJson(line).object());
        }
    }
    return rows;
}

bool isAscii(const QString &text)
{
    return QString::fromLatin1(text.toLatin1()) == text && text.toUtf8().size() == text.size();
}

}  // namespace

/// The demo's data in one language: the English and the Japanese samples are twins.
class TestDemoData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void notesAreTwins_data();
    void notesAreTwins();
    void testNotesAreWordedAnew();
    void questionsAreTwins();
    void bothLanguagesTakeTurns();
    void mostSamplesCanBeWritten();

private:
    QString folder(DemoLanguage language) const
    {
        return m_folder.filePath(QString::number(static_cast<int>(language)));
    }

    QTemporaryDir m_folder;
};

void TestDemoData::initTestCase()
{
    for (const DemoLanguage language : {DemoLanguage::Both, DemoLanguage::English, DemoLanguage::Japanese}) {
        const std::filesystem::path place = folder(language).toStdString();
        app::writeNotes(place, kSeed, {language, kTest});
        app::drawQuestions(place, kSeed, {language, kTest});
    }
}

void TestDemoData::notesAreTwins_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("count");
    QTest::newRow("train") << "/train.csv" << 360;
    QTest::newRow("test") << "/test.csv" << kTest;
}

void TestDemoData::notesAreTwins()
{
    QFETCH(QString, file);
    QFETCH(int, count);
    const auto english = notes(folder(DemoLanguage::English) + file);
    const auto japanese = notes(folder(DemoLanguage::Japanese) + file);
    QCOMPARE(english.size(), count);
    QCOMPARE(japanese.size(), count);
    QSet<QString> distinct;
    for (int i = 0; i < count; ++i) {
        QCOMPARE(english[i][1], japanese[i][1]);
        QVERIFY2(isAscii(english[i][0]), qPrintable(english[i][0]));
        QVERIFY2(!isAscii(japanese[i][0]), qPrintable(japanese[i][0]));
        distinct.insert(english[i][0]);
        distinct.insert(japanese[i][0]);
    }
    QCOMPARE(distinct.size(), 2 * count);
}

void TestDemoData::testNotesAreWordedAnew()
{
    const QString train = QString::fromUtf8(contentOf(folder(DemoLanguage::English) + "/train.csv"));
    const QString test = QString::fromUtf8(contentOf(folder(DemoLanguage::English) + "/test.csv"));
    QVERIFY(train.contains("makes a loud noise"));
    QVERIFY(!test.contains("makes a loud noise"));
    QVERIFY(!train.contains("error light on"));
    QVERIFY(test.contains("error light on"));
}

void TestDemoData::questionsAreTwins()
{
    for (const char *file : {"/train.jsonl", "/test.jsonl"}) {
        const auto english = questions(folder(DemoLanguage::English) + file);
        const auto japanese = questions(folder(DemoLanguage::Japanese) + file);
        QCOMPARE(english.size(), japanese.size());
        QVERIFY(english.size() >= kTest);
        for (int i = 0; i < english.size(); ++i) {
            QCOMPARE(english[i]["answer"], japanese[i]["answer"]);
            QVERIFY(isAscii(english[i]["question"].toString()));
            QVERIFY(!isAscii(japanese[i]["question"].toString()));
            const QString image = "/" + english[i]["image"].toString();
            QCOMPARE(contentOf(folder(DemoLanguage::English) + image),
                     contentOf(folder(DemoLanguage::Japanese) + image));
        }
    }
}

void TestDemoData::bothLanguagesTakeTurns()
{
    const auto rows = notes(folder(DemoLanguage::Both) + "/train.csv");
    QCOMPARE(rows.size(), 360);
    for (int i = 0; i < rows.size(); ++i) {
        QCOMPARE(isAscii(rows[i][0]), i % 2 == 0);
    }
}

void TestDemoData::mostSamplesCanBeWritten()
{
    for (const DemoLanguage language : {DemoLanguage::Both, DemoLanguage::English, DemoLanguage::Japanese}) {
        const QString place = m_folder.filePath("most");
        app::writeNotes(place.toStdString(), kSeed, {language, app::kMostTestSamples});
        QCOMPARE(notes(place + "/test.csv").size(), app::kMostTestSamples);
    }
}

QTEST_GUILESS_MAIN(TestDemoData)
#include "tst_demo_data.moc"
