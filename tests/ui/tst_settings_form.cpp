#include "fake_training.h"
#include "widgets/train/budget.h"
#include "widgets/train/setting_row.h"
#include "widgets/train/settings_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

class TestSettingsForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hasARowForEachSetting();
    void startsWithTheDefaults();
    void marksWhatWasChanged();
    void refusesValuesOutOfRange_data();
    void refusesValuesOutOfRange();
    void takesNumbersOfTheLocale();
    void searchFindsByTitleAndHelp();
    void resetsOneAndAll();
    void keepsChangesWhenStrategiesChange();
    void wheelDoesNotChangeWhatHasNoFocus();

private:
    SettingRow *row(const char *key) const
    {
        return m_form->findChild<SettingRow *>(QStringLiteral("setting.") + QLatin1String(key));
    }
    QLineEdit *field(const char *key) const { return row(key)->findChild<QLineEdit *>(QStringLiteral("editor")); }

    std::unique_ptr<SettingsForm> m_form;
    std::vector<SettingSpec> m_specs;
};

void TestSettingsForm::init()
{
    QLocale::setDefault(QLocale::c());
    m_specs = test::FakeTraining::strategies().front().settings;
    m_form = std::make_unique<SettingsForm>();
    m_form->setSpecs(m_specs);
    m_form->show();
}

void TestSettingsForm::cleanup()
{
    m_form.reset();
}

void TestSettingsForm::hasARowForEachSetting()
{
    for (const SettingSpec &spec : m_specs) {
        SettingRow *r = row(spec.key.c_str());
        QVERIFY2(r != nullptr, spec.key.c_str());
        QVERIFY(r->toolTip().contains(QString::fromStdString(spec.help)));
        QCOMPARE(r->isVisible(), !spec.advanced);
    }
    QVERIFY(row("reference")->findChild<QCheckBox *>(QStringLiteral("editor")) != nullptr);
    QCOMPARE(row("policy")->findChild<QComboBox *>(QStringLiteral("editor"))->count(), 3);
    m_form->findChild<QToolButton *>(QStringLiteral("advancedToggle"))->click();
    QVERIFY(row("warmup")->isVisible());
}

void TestSettingsForm::startsWithTheDefaults()
{
    QVERIFY(m_form->changedValues().empty());
    QVERIFY(m_form->valid());
    for (const SettingSpec &spec : m_specs) {
        QCOMPARE(QString::fromStdString(m_form->values().at(spec.key)), QString::fromStdString(spec.defaultValue));
    }
}

void TestSettingsForm::marksWhatWasChanged()
{
    QSignalSpy changed(m_form.get(), &SettingsForm::valuesChanged);
    field("epochs")->setText(QStringLiteral("7"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(row("epochs")->changed());
    QCOMPARE(m_form->changedValues(), (std::map<std::string, std::string>{{"epochs", "7"}}));
    QVERIFY(row("epochs")->findChild<QLabel *>()->text().startsWith(QStringLiteral("●")));
    row("reference")->findChild<QCheckBox *>(QStringLiteral("editor"))->setChecked(true);
    QVERIFY(m_form->findChild<QToolButton *>(QStringLiteral("advancedToggle"))->text().contains(QLatin1Char('1')));
}

void TestSettingsForm::refusesValuesOutOfRange_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("within") << "epochs"
                            << "1000" << true;
    QTest::newRow("below") << "epochs"
                           << "0" << false;
    QTest::newRow("above") << "epochs"
                           << "1001" << false;
    QTest::newRow("not whole") << "epochs"
                               << "2.5" << false;
    QTest::newRow("not a number") << "learning_rate"
                                  << "fast" << false;
    QTest::newRow("empty") << "learning_rate"
                           << "" << false;
    QTest::newRow("exponent") << "learning_rate"
                              << "5e-4" << true;
}

void TestSettingsForm::refusesValuesOutOfRange()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(bool, valid);
    field(qPrintable(key))->setText(text);
    QCOMPARE(m_form->valid(), valid);
    const auto *error = row(qPrintable(key))->findChild<QLabel *>(QStringLiteral("error"));
    QCOMPARE(error->isVisible(), !valid);
    QCOMPARE(error->text().contains(key), !valid);
}

void TestSettingsForm::takesNumbersOfTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German));
    m_form->setValue("warmup", "0.25");
    QCOMPARE(field("warmup")->text(), QStringLiteral("0,25"));
    field("warmup")->setText(QStringLiteral("0,5"));
    QCOMPARE(QString::fromStdString(m_form->values().at("warmup")), QStringLiteral("0.5"));
    QVERIFY(m_form->valid());
    QLocale::setDefault(QLocale::c());
}

void TestSettingsForm::searchFindsByTitleAndHelp()
{
    m_form->findChild<QToolButton *>(QStringLiteral("advancedToggle"))->click();
    auto *search = m_form->findChild<QLineEdit *>(QStringLiteral("settingsSearch"));
    search->setText(QStringLiteral("rises"));
    QVERIFY(row("warmup")->isVisible());
    QVERIFY(!row("reference")->isVisible());
    search->clear();
    QVERIFY(row("reference")->isVisible());
}

void TestSettingsForm::resetsOneAndAll()
{
    field("epochs")->setText(QStringLiteral("7"));
    field("warmup")->setText(QStringLiteral("0.3"));
    row("epochs")->findChild<QToolButton *>(QStringLiteral("reset"))->click();
    QCOMPARE(m_form->changedValues().size(), std::size_t{1});
    m_form->findChild<QPushButton *>(QStringLiteral("settingsReset"))->click();
    QVERIFY(m_form->changedValues().empty());
    QCOMPARE(field("warmup")->text(), QStringLiteral("0.1"));
}

void TestSettingsForm::keepsChangesWhenStrategiesChange()
{
    field("epochs")->setText(QStringLiteral("7"));
    m_form->setSpecs(test::FakeTraining::strategies().back().settings);
    QVERIFY(!m_form->has("policy"));
    QCOMPARE(QString::fromStdString(m_form->values().at("epochs")), QStringLiteral("7"));
}

void TestSettingsForm::wheelDoesNotChangeWhatHasNoFocus()
{
    auto *box = row("policy")->findChild<QComboBox *>(QStringLiteral("editor"));
    box->clearFocus();
    QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(box, &wheel);
    QCOMPARE(box->currentData().toString(), QStringLiteral("always"));
}

QTEST_MAIN(TestSettingsForm)
#include "tst_settings_form.moc"
