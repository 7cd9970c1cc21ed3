#include "core/error.h"
#include "core/settings.h"

#include <QTest>

using namespace atlas;

namespace {

std::vector<SettingSpec> specs()
{
    return {
        {.key = "rate",
         .title = "Rate",
         .type = SettingType::Real,
         .defaultValue = "0.5",
         .minimum = 0,
         .maximum = 1,
         .unit = {},
         .help = "How fast.",
         .choices = {}},
        {.key = "steps",
         .title = "Steps",
         .type = SettingType::Integer,
         .defaultValue = "10",
         .minimum = 1,
         .maximum = 100,
         .unit = {},
         .help = "How many.",
         .choices = {}},
        {.key = "gate",
         .title = "Gate",
         .type = SettingType::Choice,
         .defaultValue = "published",
         .unit = {},
         .help = "Which.",
         .choices = {"published", "normalised"}},
        {.key = "mask",
         .title = "Mask",
         .type = SettingType::Bool,
         .defaultValue = "true",
         .unit = {},
         .help = "Whether.",
         .choices = {}},
    };
}

}  // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsFromTheDefaults();
    void takesGivenValuesOverThem();
    void refusesWrongValues_data();
    void refusesWrongValues();
};

void TestSettings::startsFromTheDefaults()
{
    const Settings settings(specs(), {});
    QCOMPARE(settings.real("rate"), 0.5);
    QCOMPARE(settings.integer("steps"), 10);
    QCOMPARE(settings.text("gate"), std::string("published"));
    QVERIFY(settings.boolean("mask"));
    QCOMPARE(settings.values().size(), 4u);
}

void TestSettings::takesGivenValuesOverThem()
{
    const Settings settings(specs(), {{"rate", "1e-3"}, {"mask", "false"}});
    QCOMPARE(settings.real("rate"), 1e-3);
    QVERIFY(!settings.boolean("mask"));
}

void TestSettings::refusesWrongValues_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("unknown key") << QByteArray("speed") << QByteArray("1") << QByteArray("steps");
    QTest::newRow("not a number") << QByteArray("rate") << QByteArray("fast") << QByteArray("rate");
    QTest::newRow("trailing text") << QByteArray("steps") << QByteArray("10x") << QByteArray("steps");
    QTest::newRow("too large") << QByteArray("steps") << QByteArray("101") << QByteArray("100");
    QTest::newRow("not a choice") << QByteArray("gate") << QByteArray("masked") << QByteArray("normalised");
    QTest::newRow("not a truth") << QByteArray("mask") << QByteArray("1") << QByteArray("mask");
}

void TestSettings::refusesWrongValues()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, named);
    try {
        const Settings settings(specs(), {{key.toStdString(), value.toStdString()}});
        QFAIL("no error");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::Usage);
        QVERIFY2(QByteArray(error.what()).contains(named), error.what());
    }
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
