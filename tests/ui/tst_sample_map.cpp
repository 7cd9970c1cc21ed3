#include "fake_training.h"
#include "sample_project.h"
#include "storage/connection.h"
#include "storage/quality/insight_store.h"
#include "tests/support/screenshot.h"
#include "widgets/data/data_page.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/filter_bar.h"
#include "widgets/data/labeller.h"
#include "widgets/data/map_tip.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_map.h"
#include "widgets/data/sample_model.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <random>
#include <set>

using namespace atlas;
using namespace atlas::widgets;

/// The map on the real data page, over a look at the dataset that is written by hand.
class TestSampleMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aLookIsAskedForAndBecomesAMap();
    void theLassoChoosesExactlyWhatLiesInside();
    void shiftAddsAndControlTakesAway();
    void keysLabelWhatWasChosenAndUndoTakesItBack();
    void pointsAreClicked();
    void arrowsGoToTheNearestThatWay();
    void whatTheFilterHidesIsFaintAndNotChosen();
    void samplesWithoutAPlaceAreCounted();
    void groupsFollowTheColour();
    void noTwoGroupsLookAlike();
    void theLegendHidesAGroup();
    void findingsAreSeenOnTheMap();
    void theMouseIsToldWhatItIsOn();
    void theMostAlikeAreOneClickAway();
    void whatIsShownIsSavedWhole();

private:
    void showPictures(int count, const std::vector<std::string> &classes);
    void show(std::int64_t dataset);
    void look(std::size_t count);
    void openMap();
    SampleMap *map() { return m_page->browser()->map(); }
    PointCloud *cloud() { return map()->cloud(); }
    void draw(const QPolygonF &line, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// A ring around what lies in one of the two heaps of the hand-written look.
    QPolygonF ringAround(bool right) const;
    std::set<std::int64_t> chosen();
    std::vector<Sample> samples() { return m_project->samples(m_dataset); }
    void shoot(const QString &name);

    std::unique_ptr<test::SampleProject> m_project;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<test::FakeTraining> m_training;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<DataPage> m_page;
    std::int64_t m_dataset = 0;
    std::vector<SampleInsight> m_insights;
};

void TestSampleMap::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    theme::apply(*qApp, theme::Mode::Light);
}

void TestSampleMap::init()
{
    m_project = std::make_unique<test::SampleProject>();
    m_jobs = std::make_unique<JobList>();
    m_training = std::make_unique<test::FakeTraining>();
}

void TestSampleMap::cleanup()
{
    m_page.reset();
    m_window.reset();
    m_jobs.reset();
    m_training.reset();
    m_session.reset();
    m_project.reset();
}

void TestSampleMap::show(std::int64_t dataset)
{
    m_dataset = dataset;
    m_session = m_project->session();
    m_page = std::make_unique<DataPage>(PageServices{m_jobs.get(), m_training.get()});
    m_window = std::make_unique<QWidget>();  // laid out as the window does
    auto *down = new QVBoxLayout(m_window.get());
    auto *across = new QHBoxLayout;
    down->addWidget(m_page->toolbar());
    down->addLayout(across, 1);
    across->addWidget(m_page.get(), 1);
    m_page->inspector()->setFixedWidth(theme::kInspectorWidth);
    across->addWidget(m_page->inspector());
    m_window->resize(1360, 820);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_page->setSession(m_session.get());
    QTRY_VERIFY(m_page->model()->sample(0) && !m_page->browser()->keys()->keys().isEmpty());
}

void TestSampleMap::showPictures(int count, const std::vector<std::string> &classes)
{
    show(m_project->addPictures("parts", count, classes));
}

/// Two heaps, at -1 and at 1: samples of even and odd place. Nearest are the five that follow.
void TestSampleMap::look(std::size_t count)
{
    const std::vector<Sample> all = samples();
    std::mt19937 random(7);
    std::normal_distribution<float> spread(0, 0.25F);
    m_insights.clear();
    for (std::size_t i = 0; i < count; ++i) {
        SampleInsight insight;
        insight.sample = all[i].id;
        insight.x = (i % 2 == 0 ? -1.0F : 1.0F) + spread(random);
        insight.y = spread(random);
        insight.suggestions = {{i % 2 == 0 ? "good" : "defect", 0.97 - 0.02 * double(i % 40)}};
        insight.given = all[i].labels.empty() ? std::nan("") : i % 11 == 0 ? 0.1 : 0.95 - 0.02 * double(i % 30);
        insight.suspicious = i % 11 == 0 && !all[i].labels.empty();
        insight.lonely = i % 17 == 0;
        insight.outlier = 1;
        for (std::size_t next = 1; next <= 5; ++next) {
            insight.nearest.push_back(all[(i + next) % all.size()].id);
        }
        m_insights.push_back(std::move(insight));
    }
    m_session->project().writer().run([&](storage::Connection &connection) {
        storage::InsightStore(connection).put(m_dataset, {1'700'000'000'000'000, "starter", 20}, m_insights);
    });
    Q_EMIT m_session->samplesChanged(m_dataset);
}

void TestSampleMap::openMap()
{
    m_page->toolbar()->findChild<QToolButton *>(QStringLiteral("viewMap"))->click();
    QVERIFY(map()->isVisible());
    QTRY_VERIFY(!cloud()->points().empty());
    QTRY_VERIFY(cloud()->isVisible() && cloud()->area()->width() > 300);
    QTest::qWait(50);  // laid out and drawn
    QCOMPARE(QApplication::focusWidget(), cloud()->area());
}

void TestSampleMap::draw(const QPolygonF &line, Qt::KeyboardModifiers modifiers)
{
    QWidget *area = cloud()->area();
    QTest::mousePress(area, Qt::LeftButton, modifiers, line.first().toPoint());
    for (const QPointF &point : line) {
        QTest::mouseMove(area, point.toPoint());
    }
    QTest::mouseRelease(area, Qt::LeftButton, modifiers, line.last().toPoint());
}

QPolygonF TestSampleMap::ringAround(bool right) const
{
    const PointCloud *cloud = m_page->browser()->map()->cloud();
    QRectF around;
    for (int i = 0; i < int(cloud->points().size()); ++i) {
        if ((cloud->points()[std::size_t(i)].x > 0) == right) {
            around |= QRectF(cloud->placeOf(i), QSizeF(0.1, 0.1));
        }
    }
    around.adjust(-8, -8, 8, 8);
    QPolygonF ring;
    for (int step = 0; step < 40; ++step) {
        const double angle = 2 * M_PI * step / 40;
        ring << QPointF(around.center().x() + around.width() * 0.72 * std::cos(angle),
                        around.center().y() + around.height() * 0.72 * std::sin(angle));
    }
    return ring;
}

std::set<std::int64_t> TestSampleMap::chosen()
{
    const auto ids = m_page->model()->ids(m_page->browser()->chosenRows());
    return {ids.begin(), ids.end()};
}

void TestSampleMap::shoot(const QString &name)
{
    QTest::qWait(150);
    QVERIFY(!test::saveScreenshot(*m_window, name).isEmpty());
}

void TestSampleMap::aLookIsAskedForAndBecomesAMap()
{
    showPictures(60, {"good", "defect"});
    m_page->toolbar()->findChild<QToolButton *>(QStringLiteral("viewMap"))->click();
    auto button = [this]() -> QPushButton * {
        for (auto *one : map()->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text().contains(QStringLiteral("Look at the samples"))) {
                return one;
            }
        }
        return nullptr;
    };
    QTRY_VERIFY(button());
    shoot(QStringLiteral("map_empty"));
    button()->click();
    QCOMPARE(m_training->inspected, m_dataset);
    QCOMPARE(m_jobs->jobs().size(), 1);
    look(60);
    QTRY_COMPARE(cloud()->points().size(), std::size_t(60));
    QVERIFY(cloud()->isVisible());
    QVERIFY(cloud()->title().contains(QStringLiteral("alike")));
    QVERIFY(cloud()->subtitle().contains(QStringLiteral("starter")));
    shoot(QStringLiteral("map"));
}

void TestSampleMap::theLassoChoosesExactlyWhatLiesInside()
{
    showPictures(80, {"good", "defect"});
    look(80);
    openMap();
    const QRectF room = cloud()->area()->rect();
    // A triangle through the left heap.
    const QPolygonF line{{room.width() * 0.05, room.height() * 0.2},
                         {room.width() * 0.45, room.height() * 0.25},
                         {room.width() * 0.2, room.height() * 0.75}};
    std::set<std::int64_t> expected;
    for (int i = 0; i < int(cloud()->points().size()); ++i) {
        if (QPolygonF(line.toPolygon()).containsPoint(cloud()->placeOf(i), Qt::OddEvenFill)) {
            expected.insert(map()->places().placed[std::size_t(i)].sample);
        }
    }
    QVERIFY(expected.size() > 3 && expected.size() < 40);
    draw(line);
    QCOMPARE(chosen(), expected);
    QTRY_VERIFY(m_page->inspector()->findChildren<QLabel *>().size() > 0);
    QTRY_VERIFY(std::ranges::any_of(m_page->inspector()->findChildren<QLabel *>(), [&](const QLabel *label) {
        return label->text().contains(QStringLiteral("%1 sample").arg(expected.size()));
    }));
    shoot(QStringLiteral("map_lasso"));
}

void TestSampleMap::shiftAddsAndControlTakesAway()
{
    showPictures(60, {"good", "defect"});
    look(60);
    openMap();
    draw(ringAround(false));
    QCOMPARE(chosen().size(), std::size_t(30));
    draw(ringAround(true), Qt::ShiftModifier);
    QCOMPARE(chosen().size(), std::size_t(60));
    draw(ringAround(false), Qt::ControlModifier);
    const auto left = chosen();
    QCOMPARE(left.size(), std::size_t(30));
    QVERIFY(left.contains(m_insights[1].sample));
    QVERIFY(!left.contains(m_insights[0].sample));
    draw(ringAround(false));
    QVERIFY(chosen().contains(m_insights[0].sample));
    QCOMPARE(chosen().size(), std::size_t(30));
}

void TestSampleMap::keysLabelWhatWasChosenAndUndoTakesItBack()
{
    showPictures(40, {"good", "defect"});
    look(40);
    openMap();
    const std::vector<Sample> before = samples();
    draw(ringAround(true));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    const auto labelled = [this](std::size_t i) { return samples()[i].labels; };
    QTRY_COMPARE(labelled(3), (std::vector<Label>{{"good", 1.0}}));
    for (std::size_t i = 1; i < 40; i += 2) {
        QCOMPARE(labelled(i), (std::vector<Label>{{"good", 1.0}}));
    }
    QCOMPARE(labelled(0), before[0].labels);
    // The map tells of it without being asked.
    QTRY_COMPARE(cloud()->groups()[std::size_t(cloud()->points()[3].group)].name, QStringLiteral("good"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(labelled(3), before[3].labels);
    for (std::size_t i = 0; i < 40; ++i) {
        QCOMPARE(labelled(i), before[i].labels);
    }
    QTRY_COMPARE(cloud()->groups()[std::size_t(cloud()->points()[3].group)].name, QStringLiteral("unlabelled"));
}

void TestSampleMap::pointsAreClicked()
{
    showPictures(40, {"good", "defect"});
    look(40);
    openMap();
    QWidget *area = cloud()->area();
    const auto at = [&](int point) { return cloud()->placeOf(point).toPoint(); };
    // Marks may lie over each other: what is clicked is what the cloud says lies there.
    const auto idAt = [&](int point) {
        return map()->places().placed[std::size_t(cloud()->pointAt(at(point)))].sample;
    };
    QTest::mouseClick(area, Qt::LeftButton, Qt::NoModifier, at(4));
    QCOMPARE(chosen(), std::set{idAt(4)});
    QCOMPARE(m_page->model()->idAt(m_page->browser()->currentRow()), idAt(4));
    QTest::mouseClick(area, Qt::LeftButton, Qt::ControlModifier, at(7));
    QCOMPARE(chosen(), (std::set{idAt(4), idAt(7)}));
    QTest::mouseClick(area, Qt::LeftButton, Qt::ControlModifier, at(4));
    QCOMPARE(chosen(), std::set{idAt(7)});
    QTest::mouseClick(area, Qt::LeftButton, Qt::NoModifier, QPoint(2, 2));
    QVERIFY(m_page->browser()->findChildren<QItemSelectionModel *>().front()->selection().isEmpty());
}

void TestSampleMap::arrowsGoToTheNearestThatWay()
{
    showPictures(40, {"good", "defect"});
    look(40);
    openMap();
    m_page->browser()->setCurrentRow(0);
    QWidget *area = cloud()->area();
    area->setFocus();
    const auto place = [this] {
        const qint64 id = m_page->model()->idAt(m_page->browser()->currentRow());
        for (int i = 0; i < int(m_insights.size()); ++i) {
            if (m_insights[std::size_t(i)].sample == id) {
                return cloud()->placeOf(i);
            }
        }
        return QPointF();
    };
    int steps = 0;
    for (double before = place().x(); steps < 60; ++steps) {
        QTest::keyClick(area, Qt::Key_Right);
        if (place().x() <= before) {
            break;
        }
        before = place().x();
    }
    QVERIFY(steps > 2);
    QVERIFY(place().x() > area->width() / 2);  // over to the other heap
    const double low = place().y();
    QTest::keyClick(area, Qt::Key_Left);
    QTest::keyClick(area, Qt::Key_Up);
    QVERIFY(place().y() <= low + area->height());
    QTest::keyClick(area, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(chosen().size(), std::size_t(2));
    QTest::keyClick(area, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(chosen().size(), std::size_t(40));
}

void TestSampleMap::whatTheFilterHidesIsFaintAndNotChosen()
{
    showPictures(60, {"good", "defect"});
    look(60);
    openMap();
    m_page->open(QStringLiteral("label:good"));
    QTRY_VERIFY(m_page->model()->rowCount() < 60 && !m_page->model()->loading());
    const auto strong = std::size_t(std::ranges::count_if(cloud()->points(), &CloudPoint::strong));
    QCOMPARE(strong, std::size_t(m_page->model()->rowCount()));
    QVERIFY(cloud()->subtitle().contains(QStringLiteral("faint")));
    draw(ringAround(false));
    const std::vector<Sample> all = samples();
    for (const std::int64_t id : chosen()) {
        const auto sample = std::ranges::find(all, id, &Sample::id);
        QCOMPARE(sample->labels.front().name, std::string("good"));
    }
    QVERIFY(chosen().size() > 3);
    shoot(QStringLiteral("map_filtered"));
}

void TestSampleMap::samplesWithoutAPlaceAreCounted()
{
    showPictures(50, {"good", "defect"});
    look(40);
    openMap();
    auto *missing = map()->findChild<QLabel *>(QStringLiteral("mapMissing"));
    QVERIFY2(missing->text().contains(QStringLiteral("40 of 50")), qPrintable(missing->text()));
    auto *again = map()->findChild<QPushButton *>(QStringLiteral("mapLookAgain"));
    QTRY_VERIFY(again->isVisible());
    again->click();
    QCOMPARE(m_training->inspected, m_dataset);
    look(50);
    QTRY_VERIFY(missing->text().isEmpty());
    QVERIFY(!again->isVisible());
}

void TestSampleMap::groupsFollowTheColour()
{
    showPictures(60, {"good", "defect"});
    look(60);
    openMap();
    const auto counts = [this] {
        QMap<QString, qint64> all;
        for (const CloudGroup &group : cloud()->groups()) {
            all[group.name] = group.count;
        }
        return all;
    };
    const std::vector<Sample> all = samples();
    const auto having = [&](auto what) { return qint64(std::ranges::count_if(all, what)); };
    using Counts = QMap<QString, qint64>;
    const qint64 none = having([](const Sample &one) { return one.labels.empty(); });
    QCOMPARE(counts().value(QStringLiteral("unlabelled")), none);
    QCOMPARE(counts().size(), 3);
    map()->colourBy(MapColour::Split);
    const qint64 tests = having([](const Sample &one) { return one.split == Split::Test; });
    QCOMPARE(counts().values().size(), 2);
    QVERIFY(counts().values().contains(tests));
    map()->colourBy(MapColour::Review);
    QVERIFY(counts().size() >= 3);
    QVERIFY(counts().values().contains(having([](const Sample &one) { return one.review == ReviewState::Verified; })));
    map()->colourBy(MapColour::Suggestion);
    QCOMPARE(counts().value(QStringLiteral("labelled, or nothing suggested")), 60 - none);
    QCOMPARE(counts().value(QStringLiteral("good")) + counts().value(QStringLiteral("defect")), none);
    map()->colourBy(MapColour::Doubt);
    QVERIFY(counts().value(QStringLiteral("label looks wrong")) > 0);
    QVERIFY(counts() != Counts());
    qint64 sum = 0;
    for (const qint64 count : counts()) {
        sum += count;
    }
    QCOMPARE(sum, 60);
    shoot(QStringLiteral("map_doubt"));
}

void TestSampleMap::noTwoGroupsLookAlike()
{
    std::vector<std::string> names;
    for (int i = 0; i < 12; ++i) {
        names.push_back("class " + std::to_string(i));
    }
    showPictures(120, names);
    look(120);
    openMap();
    QCOMPARE(cloud()->groups().size(), std::size_t(9));  // seven classes, the others, unlabelled
    std::set<std::tuple<QRgb, int, bool>> looks;
    qint64 sum = 0;
    for (const CloudGroup &group : cloud()->groups()) {
        looks.insert({group.colour.rgb(), int(group.marker), group.hollow});
        sum += group.count;
    }
    QCOMPARE(looks.size(), cloud()->groups().size());
    QCOMPARE(sum, 120);
    QVERIFY(cloud()->groups()[7].name.contains(QStringLiteral("other")));
    theme::apply(*qApp, theme::Mode::Dark);
    shoot(QStringLiteral("map_dark"));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestSampleMap::theLegendHidesAGroup()
{
    showPictures(40, {"good", "defect"});
    look(40);
    openMap();
    const auto button = [this] { return map()->findChild<QToolButton *>(QStringLiteral("mapGroup.0")); };
    QTRY_VERIFY(button() && button()->text().contains(QStringLiteral("good")));
    button()->click();
    QVERIFY(!cloud()->groups()[0].shown);
    const QRectF room = cloud()->area()->rect().adjusted(2, 2, -2, -2);
    draw({room.topLeft(), room.topRight(), room.bottomRight(), room.bottomLeft()});
    QVERIFY(chosen().size() > 3);
    const std::vector<Sample> all = samples();
    for (const std::int64_t id : chosen()) {
        const auto &labels = std::ranges::find(all, id, &Sample::id)->labels;
        QVERIFY(labels.empty() || labels.front().name != "good");
    }
    // A label given meanwhile does not show it again.
    Q_EMIT m_session->samplesChanged(m_dataset);
    QTest::qWait(500);
    QVERIFY(!cloud()->groups()[0].shown);
    QVERIFY(!button()->isChecked());
    button()->click();
    QVERIFY(cloud()->groups()[0].shown);
}

void TestSampleMap::findingsAreSeenOnTheMap()
{
    showPictures(60, {"good", "defect"});
    look(60);
    openMap();
    map()->colourBy(MapColour::Finding);
    QTRY_VERIFY(cloud()->groups().size() > 1);
    QCOMPARE(cloud()->groups().back().name, QStringLiteral("nothing found"));
    shoot(QStringLiteral("map_findings"));
}

void TestSampleMap::theMouseIsToldWhatItIsOn()
{
    showPictures(40, {"good", "defect"});
    look(40);
    openMap();
    auto *tip = map()->findChild<MapTip *>();
    QTest::qWait(500);  // classes and places are read: a map that is drawn anew tells of nothing
    QTest::mouseMove(cloud()->area(), QPoint(3, 3));
    QTest::mouseMove(cloud()->area(), cloud()->placeOf(9).toPoint());
    QTRY_VERIFY(tip->isVisible());
    const int under = cloud()->pointAt(cloud()->placeOf(9).toPoint());
    QCOMPARE(tip->sample(), map()->places().placed[std::size_t(under)].sample);
    QVERIFY(map()->rect().contains(tip->geometry()));
    QTest::qWait(300);  // its picture is made
    shoot(QStringLiteral("map_tip"));
    QTest::mouseMove(cloud()->area(), QPoint(3, 3));
    QTRY_VERIFY(!tip->isVisible());
}

void TestSampleMap::theMostAlikeAreOneClickAway()
{
    showPictures(40, {"good", "defect"});
    look(40);
    m_page->browser()->setCurrentRow(3);
    const auto nearest = [this](std::size_t i) {
        return m_page->inspector()->findChild<QAbstractButton *>(
            QStringLiteral("nearest.%1").arg(m_insights[3].nearest[i]));
    };
    QTRY_VERIFY(nearest(0) && nearest(0)->isVisible());
    QVERIFY(nearest(4));
    QTest::qWait(400);
    QVERIFY(!test::saveScreenshot(*m_page->inspector(), QStringLiteral("nearest")).isEmpty());
    nearest(1)->click();
    QCOMPARE(m_page->model()->idAt(m_page->browser()->currentRow()), m_insights[3].nearest[1]);
    // One that the filter hides is shown all the same.
    m_page->open(QStringLiteral("-unlabelled label:defect"));
    QTRY_VERIFY(m_page->model()->rowCount() < 40 && !m_page->model()->loading());
    m_page->browser()->setCurrentRow(0);
    const qint64 here = m_page->model()->idAt(0);
    const auto insight = std::ranges::find(m_insights, here, &SampleInsight::sample);
    const auto hidden =
        std::ranges::find_if(insight->nearest, [this](std::int64_t id) { return m_page->model()->rowOf(id) < 0; });
    QVERIFY(hidden != insight->nearest.end());
    const auto button = [&] {
        return m_page->inspector()->findChild<QAbstractButton *>(QStringLiteral("nearest.%1").arg(*hidden));
    };
    QTRY_VERIFY(button() && button()->isVisible());
    button()->click();
    QTRY_COMPARE(m_page->model()->idAt(m_page->browser()->currentRow()), *hidden);
}

void TestSampleMap::whatIsShownIsSavedWhole()
{
    showPictures(40, {"good", "defect"});
    look(40);
    openMap();
    const ChartTable table = cloud()->table();
    QCOMPARE(table.rows.size(), std::size_t(40));
    QTemporaryDir folder;
    cloud()->save(folder.filePath(QStringLiteral("map.csv")));
    cloud()->save(folder.filePath(QStringLiteral("map.png")));
    QVERIFY(QFile(folder.filePath(QStringLiteral("map.png"))).size() > 1000);
    QVERIFY(
        cloud()->picture().save(QCoreApplication::applicationDirPath() + QStringLiteral("/screenshots/map_saved.png")));
    QVERIFY(cloud()->accessibleDescription().contains(QStringLiteral("good")));
}

QTEST_MAIN(TestSampleMap)
#include "tst_sample_map.moc"
