#include "core/csv.h"

#include <QTest>

class TestCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotesOnlyWhatNeedsIt_data();
    void quotesOnlyWhatNeedsIt();
};

void TestCsv::quotesOnlyWhatNeedsIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("plain") << "gear"
                           << "gear";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("comma") << "a,b"
                           << "\"a,b\"";
    QTest::newRow("quote") << "5\" pipe"
                           << "\"5\"\" pipe\"";
    QTest::newRow("new line") << "a\nb"
                              << "\"a\nb\"";
    QTest::newRow("japanese") << "歯車、傷"
                              << "歯車、傷";
}

void TestCsv::quotesOnlyWhatNeedsIt()
{
    QFETCH(QString, text);
    QFETCH(QString, field);
    QCOMPARE(QString::fromStdString(atlas::csvField(text.toStdString())), field);
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
