#include "data_page_test.h"
#include "storage/connection.h"
#include "storage/quality/insight_store.h"
#include "storage/sample_store.h"
#include "tests/support/screenshot.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/key_button.h"
#include "widgets/data/labeller.h"
#include "widgets/data/quality_panel.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/frame/theme.h"

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

/// Findings gone through on the real data page.
class TestQualityReview : public test::DataPageTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theButtonAndTheBadgeCount();
    void copiesAreSettledByOneKeyEach();
    void doubtfulLabelsAreGoneThroughSampleBySample();
    void letStandIsRememberedAndCanBeTakenBack();
    void typingAFilterLeavesTheFinding();
    void enterTakesTheSuggestion();
    void ordersNeedALook();
    void aLookIsAskedForAndShown();

private:
    void show(const std::vector<Sample> &samples, const std::vector<std::string> &classes);
    void openPanel();
    void chooseCheck(const QString &name);
    void putInsights(const std::vector<SampleInsight> &insights);
    std::vector<Sample> samples() { return m_project->samples(m_dataset); }
    QListWidget *list() { return m_page->findChild<QListWidget *>(QStringLiteral("qualityList")); }
    QString sentence() { return m_page->findChild<QLabel *>(QStringLiteral("findingSentence"))->text(); }
};

namespace {

Sample text(const std::string &words, const std::string &label)
{
    Sample sample;
    sample.text = words;
    sample.externalId = words;
    if (!label.empty()) {
        sample.labels = {{label, 1.0}};
    }
    return sample;
}

/// Sound texts of two classes and, before them, the given ones.
std::vector<Sample> with(std::vector<Sample> samples)
{
    for (int i = 0; i < 24; ++i) {
        samples.push_back(text("sound note number " + std::to_string(i), i % 2 == 0 ? "good" : "bad"));
    }
    return samples;
}

}  // namespace

void TestQualityReview::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestQualityReview::init()
{
    begin();
}

void TestQualityReview::cleanup()
{
    end();
}

void TestQualityReview::show(const std::vector<Sample> &samples, const std::vector<std::string> &classes)
{
    m_dataset = m_project->addSamples("notes", "text", samples, classes);
    QVERIFY(openPage({1100, 700}));
}

void TestQualityReview::openPanel()
{
    m_page->toolbar()->findChild<QToolButton *>(QStringLiteral("qualityButton"))->setChecked(true);
    QVERIFY(list()->isVisible() || list()->count() == 0);
}

void TestQualityReview::chooseCheck(const QString &name)
{
    const auto rowOf = [&] {
        for (int row = 0; row < list()->count(); ++row) {
            if (list()->item(row)->data(Qt::UserRole).toString() == name) {
                return row;
            }
        }
        return -1;
    };
    QTRY_VERIFY2(rowOf() >= 0, qPrintable(name));
    list()->setCurrentRow(rowOf());
    m_page->browser()->focusSamples();
}

void TestQualityReview::putInsights(const std::vector<SampleInsight> &insights)
{
    m_session->project().writer().run([&](storage::Connection &connection) {
        storage::InsightStore(connection).put(m_dataset, {1, "starter", 20}, insights);
    });
    Q_EMIT m_session->samplesChanged(m_dataset);
}

void TestQualityReview::theButtonAndTheBadgeCount()
{
    show(with({text("same", "good"), text("same", "bad"), text("copy", "good"), text("copy", "good")}),
         {"good", "bad"});
    auto *button = m_page->toolbar()->findChild<QToolButton *>(QStringLiteral("qualityButton"));
    QTRY_VERIFY(button->text().contains(QLatin1Char('2')));
    const QSignalSpy badge(m_page.get(), &Page::badgeChanged);
    Q_EMIT m_session->samplesChanged(m_dataset);
    QTRY_COMPARE(badge.size(), 1);
    QCOMPARE(badge[0][0].toInt(), 2);
    openPanel();
    chooseCheck(QStringLiteral("contradictions"));
    QTRY_COMPARE(m_page->model()->rowCount(), 2);
    QVERIFY(sentence().contains(QStringLiteral("bad / good")));
    QTRY_VERIFY(m_page->model()->sample(1));
    QTest::qWait(50);
    test::saveScreenshot(*m_page, "quality");
}

void TestQualityReview::copiesAreSettledByOneKeyEach()
{
    show(with({text("one", "good"), text("one", "good"), text("two", "bad"), text("two", "bad"), text("two", "bad")}),
         {"good", "bad"});
    openPanel();
    chooseCheck(QStringLiteral("copies"));
    QTRY_COMPARE(m_page->model()->rowCount(), 2);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_page->model()->rowCount(), 3);  // the next finding
    press(Qt::Key_Return);
    QTRY_COMPARE(m_page->model()->rowCount(), 26);  // nothing is left: all samples again
    QTRY_COMPARE(m_page->labeller()->state().undoable, 2);
    QTRY_COMPARE(list()->count(), 0);
    m_page->labeller()->undo();
    m_page->labeller()->undo();
    QTRY_COMPARE(m_page->model()->rowCount(), 29);
    QTRY_COMPARE(list()->count(), 1);  // they are told of again
}

void TestQualityReview::doubtfulLabelsAreGoneThroughSampleBySample()
{
    show(with({}), {"good", "bad"});
    const auto before = samples();
    putInsights({{.sample = before[0].id, .suggestions = {{"bad", 0.9}}, .given = 0.1, .suspicious = true},
                 {.sample = before[2].id, .suggestions = {{"bad", 0.8}}, .given = 0.2, .suspicious = true},
                 {.sample = before[4].id, .suggestions = {{"bad", 0.7}}, .given = 0.3, .suspicious = true}});
    openPanel();
    chooseCheck(QStringLiteral("label-errors"));
    QTRY_COMPARE(m_page->model()->rowCount(), 3);
    m_page->browser()->setCurrentRow(0);
    press(Qt::Key_Return);  // take the suggestion
    QTRY_COMPARE(samples()[0].labels[0].name, "bad");
    QTRY_COMPARE(m_page->model()->rowCount(), 2);
    press(Qt::Key_Return, Qt::ShiftModifier);  // the label is right
    QTRY_COMPARE(samples()[2].review, ReviewState::Verified);
    QCOMPARE(samples()[2].labels[0].name, "good");
    QTRY_COMPARE(m_page->model()->rowCount(), 1);
    QCOMPARE(m_page->model()->idAt(0), before[4].id);
}

void TestQualityReview::letStandIsRememberedAndCanBeTakenBack()
{
    show(with({text("copy", "good"), text("copy", "good")}), {"good", "bad"});
    openPanel();
    chooseCheck(QStringLiteral("copies"));
    QTRY_COMPARE(m_page->model()->rowCount(), 2);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(m_page->model()->rowCount(), 26);
    Q_EMIT m_session->samplesChanged(m_dataset);
    QTest::qWait(1000);
    QCOMPARE(list()->count(), 0);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(list()->count(), 1);
}

void TestQualityReview::typingAFilterLeavesTheFinding()
{
    show(with({text("copy", "good"), text("copy", "good")}), {"good", "bad"});
    openPanel();
    chooseCheck(QStringLiteral("copies"));
    QTRY_COMPARE(m_page->model()->rowCount(), 2);
    m_page->open(QStringLiteral("label:bad"));
    QTRY_COMPARE(m_page->model()->rowCount(), 12);
    QCOMPARE(list()->currentRow(), -1);
}

void TestQualityReview::enterTakesTheSuggestion()
{
    show(with({text("what is this", "")}), {"good", "bad"});
    putInsights({{.sample = samples()[0].id, .suggestions = {{"bad", 0.83}, {"good", 0.17}}}});
    m_page->browser()->setCurrentRow(1);
    m_page->browser()->setCurrentRow(0);
    auto suggestion = [this] { return m_page->inspector()->findChild<KeyButton *>(QStringLiteral("suggestion")); };
    QTRY_VERIFY(suggestion());
    QVERIFY(suggestion()->text().contains(QStringLiteral("bad")));
    QVERIFY(samples()[0].labels.empty());  // a suggestion is no label
    press(Qt::Key_Return);
    QTRY_COMPARE(samples()[0].labels, (std::vector<Label>{{"bad", 1.0}}));
    QCOMPARE(m_page->browser()->currentRow(), 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(samples()[0].labels.empty());
}

void TestQualityReview::ordersNeedALook()
{
    show(with({text("sure", ""), text("unsure", "")}), {"good", "bad"});
    auto *order = m_page->findChild<QComboBox *>(QStringLiteral("sampleOrder"));
    const auto enabled = [order](storage::SampleOrder wanted) {
        const int row = order->findData(int(wanted));
        return order->model()->flags(order->model()->index(row, 0)).testFlag(Qt::ItemIsEnabled);
    };
    QVERIFY(enabled(storage::SampleOrder::Label));
    QVERIFY(!enabled(storage::SampleOrder::LeastSure));
    const auto before = samples();
    putInsights({{.sample = before[0].id, .suggestions = {{"good", 0.9}}, .diverse = 1},
                 {.sample = before[1].id, .suggestions = {{"good", 0.6}}, .diverse = 0}});
    m_page->setSession(nullptr);
    m_page->setSession(m_session.get());
    QTRY_VERIFY(enabled(storage::SampleOrder::LeastSure));
    order->setCurrentIndex(order->findData(int(storage::SampleOrder::LeastSure)));
    Q_EMIT order->activated(order->currentIndex());
    QTRY_COMPARE(m_page->model()->idAt(0), before[1].id);
    QCOMPARE(m_page->model()->idAt(1), before[0].id);
}

void TestQualityReview::aLookIsAskedForAndShown()
{
    show(with({}), {"good", "bad"});
    openPanel();
    QTRY_VERIFY(m_page->findChild<QPushButton *>(QStringLiteral("lookAtData"))->isVisible());
    m_page->findChild<QPushButton *>(QStringLiteral("lookAtData"))->click();
    QCOMPARE(m_training->inspected, m_dataset);
    QCOMPARE(m_jobs->jobs().size(), 1);
}

QTEST_MAIN(TestQualityReview)
#include "tst_quality_review.moc"
