#include "sample_project.h"
#include "widgets/data/quality_panel.h"
#include "widgets/data/quality_watcher.h"
#include "widgets/session.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

/// When the checks of a dataset run, and what is said until they have.
class TestQualityWatcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void checksByItselfAndAgainAfterChanges();
    void manySamplesAreCheckedWhenAPersonSaysSo();
    void thePanelSaysWhatIsNotKnownYet();

private:
    std::unique_ptr<test::SampleProject> m_project;
    std::unique_ptr<Session> m_session;
    std::int64_t m_dataset = 0;
};

void TestQualityWatcher::init()
{
    m_project = std::make_unique<test::SampleProject>();
    m_dataset = m_project->addTexts("notes", 12, {"good", "defect"});
    m_session = m_project->session();
}

void TestQualityWatcher::cleanup()
{
    m_session.reset();
    m_project.reset();
}

void TestQualityWatcher::checksByItselfAndAgainAfterChanges()
{
    QualityWatcher watcher;
    QSignalSpy found(&watcher, &QualityWatcher::found);
    watcher.setSource(m_session.get(), m_dataset);
    QVERIFY(found.wait());
    QCOMPARE(found.count(), 1);
    for (int i = 0; i < 5; ++i) {
        Q_EMIT m_session->samplesChanged(m_dataset);  // somebody labels: once they rest, not five times
    }
    Q_EMIT m_session->samplesChanged(m_dataset + 1);
    QVERIFY(found.wait());
    QTest::qWait(QualityWatcher::kRestMs + 200);
    QCOMPARE(found.count(), 2);
}

void TestQualityWatcher::manySamplesAreCheckedWhenAPersonSaysSo()
{
    QualityWatcher watcher(nullptr, 11);
    QSignalSpy found(&watcher, &QualityWatcher::found);
    QSignalSpy postponed(&watcher, &QualityWatcher::postponed);
    watcher.setSource(m_session.get(), m_dataset);
    QVERIFY(postponed.wait());
    QCOMPARE(postponed.first().first().toLongLong(), 12);
    QCOMPARE(found.count(), 0);
    watcher.lookNow();
    QVERIFY(found.wait());
    Q_EMIT m_session->samplesChanged(m_dataset);
    QVERIFY(postponed.wait());  // not again by itself
    QCOMPARE(found.count(), 1);
}

void TestQualityWatcher::thePanelSaysWhatIsNotKnownYet()
{
    QualityPanel panel;
    panel.show();
    const auto says = [&](const QString &words) {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    auto *now = panel.findChild<QPushButton *>(QStringLiteral("checkNow"));
    panel.setUnchecked();
    QVERIFY(says(QStringLiteral("Looking for")));
    QVERIFY(!now->isVisible());
    panel.setUnchecked(1'000'000);
    QVERIFY(says(QStringLiteral("12 s")));
    QVERIFY(!says(QStringLiteral("Nothing odd")));
    QSignalSpy wanted(&panel, &QualityPanel::checksWanted);
    QTest::mouseClick(now, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!now->isVisible());
    panel.setFindings({});
    QVERIFY(says(QStringLiteral("Nothing odd")));
}

QTEST_MAIN(TestQualityWatcher)
#include "tst_quality_watcher.moc"
