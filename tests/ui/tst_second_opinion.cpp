#include "data_page_test.h"
#include "storage/connection.h"
#include "storage/opinions.h"
#include "tests/support/screenshot.h"
#include "widgets/data/agreement_sheet.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/key_button.h"
#include "widgets/data/labeller.h"
#include "widgets/data/opinion_strip.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/frame/theme.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

/// Samples judged by a second person on the real data page.
class TestSecondOpinion : public test::DataPageTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void nothingShownTellsTheLabel();
    void keysRecordAnOpinionAndGoOn();
    void disagreementDisputesAndUndoTakesItBack();
    void anOpinionIsTakenBackByItsKey();
    void escapeShowsTheLabelsAgain();
    void aFilterEndsIt();
    void twoNamesAreTwoPeople();
    void ownLabelsAreJudgedAgain();
    void withoutLabelsItSaysWhy();
    void theAgreementSheetTellsHowToBegin();
    void disagreementsAreShownAndSettled();

private:
    void show(const std::vector<Sample> &samples, bool pictures = false);
    void beginMode();
    QWidget *find(const char *name) { return m_page->findChild<QWidget *>(QLatin1String(name)); }
    OpinionStrip *strip() { return m_page->findChild<OpinionStrip *>(); }
    QString progress() { return static_cast<QLabel *>(find("opinionProgress"))->text(); }
    QAction *action(const char *name) { return m_page->findChild<QAction *>(QLatin1String(name)); }
    std::vector<storage::Opinion> opinionsOf(std::int64_t sample)
    {
        return storage::opinionsOf(*m_session->project().connect(), sample);
    }
    Sample stored(std::int64_t id)
    {
        for (const Sample &sample : m_project->samples(m_dataset)) {
            if (sample.id == id) {
                return sample;
            }
        }
        return {};
    }
    /// The key of the label that the sample does not carry, or of the one it does.
    Qt::Key keyFor(std::int64_t id, bool same)
    {
        return (stored(id).labels[0].name == "good") == same ? Qt::Key_1 : Qt::Key_2;
    }
};

namespace {

std::vector<Sample> labelledTexts()
{
    std::vector<Sample> samples;
    for (int i = 0; i < 12; ++i) {
        Sample sample;
        sample.text = "note number " + std::to_string(i);
        const std::string label = i % 3 == 0 ? "good" : "scratch";
        sample.labels = {{label, 1.0}};
        sample.source = label + "/" + std::to_string(i) + ".txt";
        sample.note = "looks like " + label;
        samples.push_back(std::move(sample));
    }
    return samples;
}

}  // namespace

void TestSecondOpinion::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestSecondOpinion::cleanup()
{
    if (m_session) {
        m_session->setActor({});
    }
    end();
}

void TestSecondOpinion::show(const std::vector<Sample> &samples, bool pictures)
{
    begin();
    m_dataset = pictures ? m_project->addPictures("parts", 48, {"good", "scratch", "dent"})
                         : m_project->addSamples("notes", "text", samples, {"good", "scratch"});
    m_session = m_project->session();
    m_session->setActor(QStringLiteral("anna"));
    QVERIFY(openPage({1024, 640}));
    m_page->inspector()->setGeometry(0, 0, theme::kInspectorWidth, 640);
    m_page->inspector()->lower();
}

void TestSecondOpinion::beginMode()
{
    auto *size = static_cast<QComboBox *>(find("opinionSize"));
    size->setCurrentIndex(size->findData(0));
    action("secondOpinion")->trigger();
    QTRY_VERIFY(strip()->isVisible());
    QTRY_VERIFY(m_page->model()->sample(0));
    m_page->browser()->focusSamples();
}

void TestSecondOpinion::nothingShownTellsTheLabel()
{
    show(labelledTexts());
    beginMode();
    QVERIFY(action("secondOpinion")->isChecked());
    QCOMPARE(progress(), QStringLiteral("Second opinion: labels are hidden. 0 of 12 judged."));
    SampleModel *model = m_page->model();
    QCOMPARE(model->rowCount(), 12);
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
                const QString words = model->index(row, column).data(role).toString();
                QVERIFY2(!words.contains(QStringLiteral("good")) && !words.contains(QStringLiteral("scratch")),
                         qPrintable(words));
            }
        }
    }
    QTest::qWait(300);  // history and suggestions come later
    for (const QLabel *label : m_page->inspector()->findChildren<QLabel *>()) {
        if (label->isVisible()) {
            QVERIFY2(!label->text().contains(QStringLiteral("scratch")), qPrintable(label->text()));
        }
    }
    for (const KeyButton *button : m_page->inspector()->findChildren<KeyButton *>()) {
        QVERIFY(!button->isVisible() || !button->isChecked());
    }
}

void TestSecondOpinion::keysRecordAnOpinionAndGoOn()
{
    show({}, true);
    beginMode();
    const auto first = m_page->model()->idAt(0);
    const std::string label = stored(first).labels[0].name;
    const std::string given = label == "dent" ? "good" : "dent";
    QCOMPARE(m_page->browser()->currentRow(), 0);
    press(given == "good" ? Qt::Key_1 : Qt::Key_3);
    QCOMPARE(m_page->browser()->currentRow(), 1);
    QTRY_COMPARE(opinionsOf(first).size(), 2U);
    QCOMPARE(opinionsOf(first)[1].actor, "anna");
    QCOMPARE(opinionsOf(first)[1].labels[0].name, given);
    QCOMPARE(stored(first).labels[0].name, label);  // the label stays
    QTRY_VERIFY(progress().contains(QStringLiteral("1 of 36 judged")));
    QTRY_COMPARE(m_page->model()->sample(0)->labels, (std::vector<Label>{{given, 1.0}}));  // own, and no mark
    QCOMPARE(m_page->model()->sample(0)->review, ReviewState::Labelled);
    press(Qt::Key_0);
    QCOMPARE(m_page->browser()->currentRow(), 2);
    press(Qt::Key_V);  // has no meaning here, and says so
    QVERIFY(progress().contains(QStringLiteral("nothing to verify")));
    QTest::qWait(50);
    QCOMPARE(m_page->labeller()->state().undoable, 1);
    for (int i = 0; i < 5; ++i) {
        press(Qt::Key_2);
    }
    QTRY_VERIFY(progress().contains(QStringLiteral("6 of 36 judged")));
    QTest::qWait(300);
    test::saveScreenshot(*m_page, "second_opinion");
    test::saveScreenshot(*m_page->inspector(), "second_opinion_inspector");
    theme::apply(*qApp, theme::Mode::Dark);
    QTest::qWait(100);
    test::saveScreenshot(*m_page, "second_opinion_dark");
    theme::apply(*qApp, theme::Mode::Light);
    m_page->resize(1024 - theme::kRailWidth - theme::kInspectorWidth, 560);  // in the smallest window
    QTest::qWait(100);
    test::saveScreenshot(*m_page, "second_opinion_narrow");
    QVERIFY(
        m_page->rect().contains(QRect(find("opinionEnd")->mapTo(m_page.get(), QPoint()), find("opinionEnd")->size())));
}

void TestSecondOpinion::disagreementDisputesAndUndoTakesItBack()
{
    show(labelledTexts());
    beginMode();
    const auto first = m_page->model()->idAt(0);
    const auto second = m_page->model()->idAt(1);
    press(keyFor(first, false));
    QTRY_COMPARE(stored(first).review, ReviewState::Disputed);
    press(keyFor(second, true));
    QTRY_COMPARE(stored(second).review, ReviewState::Verified);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(stored(second).review, ReviewState::Labelled);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(stored(first).review, ReviewState::Labelled);
    QVERIFY(opinionsOf(first).empty());
    QTRY_COMPARE(m_page->browser()->currentRow(), 0);
    QTRY_VERIFY(m_page->model()->sample(0)->labels.empty());
    QTRY_VERIFY(progress().contains(QStringLiteral("0 of 12 judged")));
}

void TestSecondOpinion::anOpinionIsTakenBackByItsKey()
{
    show(labelledTexts());
    beginMode();
    const auto first = m_page->model()->idAt(0);
    press(keyFor(first, false));
    QTRY_COMPARE(stored(first).review, ReviewState::Disputed);
    m_page->browser()->setCurrentRow(0);
    press(Qt::Key_U);
    QTRY_COMPARE(stored(first).review, ReviewState::Labelled);
    QVERIFY(!stored(first).labels.empty());
}

void TestSecondOpinion::escapeShowsTheLabelsAgain()
{
    show(labelledTexts());
    beginMode();
    press(Qt::Key_1);
    action("escape")->trigger();
    QVERIFY(!strip()->isVisible());
    QVERIFY(!action("secondOpinion")->isChecked());
    QTRY_VERIFY(m_page->model()->sample(0) && !m_page->model()->sample(0)->labels.empty());
    QCOMPARE(m_page->model()->rowCount(), 12);
    QCOMPARE(m_page->model()->sample(0)->source, stored(m_page->model()->idAt(0)).source);
    press(Qt::Key_2);  // labels again
    QTRY_COMPARE(m_page->labeller()->state().undo->what, storage::edit::kLabel);
}

void TestSecondOpinion::aFilterEndsIt()
{
    show(labelledTexts());
    beginMode();
    m_page->open(QStringLiteral("label:good"));
    QTRY_COMPARE(m_page->model()->rowCount(), 4);
    QVERIFY(!strip()->isVisible());
    QTRY_VERIFY(m_page->model()->sample(0) && m_page->model()->sample(0)->labels.size() == 1);
}

void TestSecondOpinion::twoNamesAreTwoPeople()
{
    show(labelledTexts());
    beginMode();
    const auto first = m_page->model()->idAt(0);
    press(Qt::Key_1);
    QTRY_COMPARE(opinionsOf(first).size(), 2U);
    auto *name = static_cast<QLineEdit *>(find("opinionName"));
    QCOMPARE(name->text(), QStringLiteral("anna"));
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("ben"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(progress().contains(QStringLiteral("0 of 12 judged")));
    QCOMPARE(m_session->actor(), QStringLiteral("ben"));
    QTRY_COMPARE(m_page->browser()->currentRow(), 0);
    QCOMPARE(m_page->model()->idAt(0), first);
    QTRY_VERIFY(m_page->model()->sample(0) && m_page->model()->sample(0)->labels.empty());  // not what anna said
    m_page->browser()->focusSamples();
    press(Qt::Key_2);
    QTRY_COMPARE(opinionsOf(first).size(), 3U);
    QCOMPARE(opinionsOf(first)[2].actor, "ben");
}

void TestSecondOpinion::ownLabelsAreJudgedAgain()
{
    std::vector<Sample> samples = labelledTexts();
    for (Sample &sample : samples) {
        sample.labels.clear();
    }
    show(samples);
    for (int i = 0; i < 3; ++i) {
        press(Qt::Key_1);
    }
    QTRY_COMPARE(m_page->labeller()->state().undoable, 3);
    beginMode();
    QCOMPARE(progress(), QStringLiteral("You, again: your own labels are hidden. 0 of 3 judged."));
    press(Qt::Key_1);
    press(Qt::Key_1);
    press(Qt::Key_1);
    QTRY_VERIFY(progress().contains(QStringLiteral("All 3 are judged.")));
    QCOMPARE(stored(m_page->model()->idAt(0)).review, ReviewState::Labelled);  // nobody else has looked
}

void TestSecondOpinion::withoutLabelsItSaysWhy()
{
    std::vector<Sample> samples = labelledTexts();
    for (Sample &sample : samples) {
        sample.labels.clear();
    }
    show(samples);
    action("secondOpinion")->trigger();
    QTRY_VERIFY(m_page->findChild<Banner *>() && m_page->findChild<Banner *>()->isVisible());
    QVERIFY(m_page->findChild<Banner *>()->text().contains(QStringLiteral("no sample of this dataset is labelled")));
    QVERIFY(!strip()->isVisible());
    QVERIFY(!action("secondOpinion")->isChecked());
}

void TestSecondOpinion::theAgreementSheetTellsHowToBegin()
{
    show(labelledTexts());
    action("agreement")->trigger();
    QTRY_VERIFY(m_page->findChild<AgreementSheet *>());
    auto *sheet = m_page->findChild<AgreementSheet *>();
    QPushButton *primary = nullptr;
    const auto find = [&] {
        for (QPushButton *button : sheet->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Give a second opinion")) {
                primary = button;
            }
        }
        return primary != nullptr;
    };
    QTRY_VERIFY(find());
    QTest::qWait(100);
    test::saveScreenshot(*m_page, "agreement_empty");
    primary->click();
    QTRY_VERIFY(strip()->isVisible());
}

void TestSecondOpinion::disagreementsAreShownAndSettled()
{
    show(labelledTexts());
    beginMode();
    std::int64_t apart = 0;
    for (int row = 0; row < 12; ++row) {
        const auto id = m_page->model()->idAt(row);
        press(keyFor(id, row != 4));
        apart = row == 4 ? id : apart;
    }
    QTRY_COMPARE(m_page->labeller()->state().undoable, 12);
    static_cast<QPushButton *>(find("opinionAgreement"))->click();
    QTRY_VERIFY(find("agreementPairs") && find("agreementPairs")->isVisible());
    auto *pairs = static_cast<QTableWidget *>(find("agreementPairs"));
    QCOMPARE(pairs->rowCount(), 1);
    QCOMPARE(pairs->item(0, 0)->text(), QStringLiteral("imported labels and anna"));
    QCOMPARE(pairs->item(0, 1)->text(), QStringLiteral("12"));
    auto *confusions = static_cast<QTableWidget *>(find("agreementConfusions"));
    QCOMPARE(confusions->rowCount(), 1);
    QTest::qWait(100);
    test::saveScreenshot(*m_page, "agreement");
    static_cast<QPushButton *>(find("agreementShow"))->click();
    QTRY_COMPARE(m_page->model()->rowCount(), 1);
    QCOMPARE(m_page->model()->idAt(0), apart);
    QVERIFY(!strip()->isVisible());
    const std::string other = stored(apart).labels[0].name == "good" ? "scratch" : "good";
    const auto button = [&] {
        return m_page->inspector()->findChild<KeyButton *>(QStringLiteral("take.") + QString::fromStdString(other));
    };
    QTRY_VERIFY(button());
    QTest::qWait(50);
    test::saveScreenshot(*m_page->inspector(), "opinions_inspector");
    button()->click();
    QTRY_COMPARE(stored(apart).review, ReviewState::Verified);
    QCOMPARE(stored(apart).labels[0].name, other);
    QCOMPARE(opinionsOf(apart).size(), 2U);  // what was said is kept
    m_page->labeller()->undo();
    QTRY_COMPARE(stored(apart).review, ReviewState::Disputed);
}

QTEST_MAIN(TestSecondOpinion)
#include "tst_second_opinion.moc"
