#include "core/error.h"
#include "tests/support/screenshot.h"
#include "widgets/charts/line_chart.h"
#include "widgets/charts/line_source.h"
#include "widgets/charts/min_max.h"
#include "widgets/jobs.h"

#include <QAction>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMouseEvent>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace atlas::widgets;

namespace {

LineSeries curve(const QString &name, int style, std::vector<QPointF> points)
{
    return {.name = name, .style = style, .points = std::move(points), .low = {}, .high = {}};
}

/// A curve of a million points with one spike, which answers when it is told to.
class SpikeSource final : public LineSource {
public:
    static constexpr int kCount = 1'000'000;
    static constexpr int kSpike = 654'321;

    SpikeSource()
    {
        for (int i = 0; i < kCount; ++i) {
            m_points.emplace_back(i, i == kSpike ? 9 : 0.25 + (i % 7) * 0.01);
        }
    }

    qint64 count() const override { return kCount; }
    void readWindow(QObject *, double from, double to, int columns, Got got) const override
    {
        asked.emplace_back(from, to);
        m_waiting.push_back([this, from, to, columns, got] {
            std::vector<QPointF> points;
            const auto kept = minMaxIndices(m_points, std::max(from, 0.0), std::min(to, double(kCount)), columns);
            for (const std::size_t i : kept) {
                points.push_back(m_points[i]);
            }
            got(points);
        });
    }
    void readPage(QObject *, double after, int most, Got got) const override
    {
        const auto first = std::size_t(std::max(after + 1, 0.0));
        std::vector<QPointF> points;
        for (std::size_t i = first; i < std::min(first + std::size_t(most), m_points.size()); ++i) {
            points.push_back(m_points[i]);
        }
        got(points);
    }
    void readAll(const std::function<void(std::span<const QPointF>)> &take, const std::stop_token &) const override
    {
        take(m_points);
    }
    void start(std::unique_ptr<FunctionJob> job) const override
    {
        started = std::move(job);
        started->start();
    }

    /// Answers what was asked for so far.
    void answer() const
    {
        for (const auto &answer : std::exchange(m_waiting, {})) {
            answer();
        }
    }

    mutable std::vector<std::pair<double, double>> asked;
    mutable std::unique_ptr<FunctionJob> started;

private:
    std::vector<QPointF> m_points;
    mutable std::vector<std::function<void()>> m_waiting;
};

QByteArray contentOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

}  // namespace

class TestLineChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void exportedCsvEqualsTheData();
    void exportsPictureAndDocument();
    void refusesAnUnknownSuffix();
    void reportsAFolderThatIsNotThere();
    void appendsFromTheCursorOn();
    void longCurvesAreReducedOnScreenOnly();
    void tableShowsEveryPoint();
    void aLongLineIsReadWhereItIsLookedAt();
    void onlyTheViewThatIsWantedLastIsRead();
    void aLongLineGoesWholeIntoTableAndFile();
    void readsAllLinesByKeyboard();
    void saysItsContentInWords();
    void aClickIsNoZoomAndADoubleClickEndsOne();
    void stepsCanBeDrawnOnALogarithmicAxis();
    void thereIsNoLogarithmicAxisWhereItCannotBeRead();
    void manyTasksLookRight();

private:
    std::unique_ptr<LineChart> m_chart;
};

void TestLineChart::init()
{
    m_chart = std::make_unique<LineChart>();
    m_chart->resize(700, 400);
    m_chart->setTitle(QStringLiteral("Accuracy rose"));
}

void TestLineChart::cleanup()
{
    m_chart.reset();
}

void TestLineChart::exportedCsvEqualsTheData()
{
    std::vector<QPointF> points;
    QRandomGenerator random(4);
    for (int i = 0; i < 5000; ++i) {
        points.emplace_back(i, random.generateDouble());
    }
    points[17].setY(0.1 + 0.2);
    m_chart->setAxes({.xTitle = QStringLiteral("step"), .yTitle = QStringLiteral("loss, total")});
    m_chart->setSeries({curve(QStringLiteral("a \"quoted\" name"), 0, points)});
    m_chart->show();

    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("chart.csv"));
    m_chart->save(file);
    const QList<QByteArray> lines = contentOf(file).split('\n');
    QCOMPARE(lines.size(), 5002);  // header, points, end of the last line
    QCOMPARE(lines[0], QByteArray("line,step,\"loss, total\"\r"));
    for (int i = 0; i < 5000; ++i) {
        const QByteArray line = lines[i + 1].trimmed();
        QVERIFY(line.startsWith("\"a \"\"quoted\"\" name\","));
        const QList<QByteArray> fields = line.split(',');
        QCOMPARE(fields[1].toDouble(), points[std::size_t(i)].x());
        QCOMPARE(fields[2].toDouble(), points[std::size_t(i)].y());  // exact: every digit is written
    }
}

void TestLineChart::exportsPictureAndDocument()
{
    m_chart->setSeries({curve(QStringLiteral("a"), 0, {{0, 1}, {1, 2}})});
    m_chart->show();
    QTemporaryDir folder;
    m_chart->save(folder.filePath(QStringLiteral("c.png")));
    const QImage image(folder.filePath(QStringLiteral("c.png")));
    QVERIFY(image.width() > 1000);
    QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
    m_chart->save(folder.filePath(QStringLiteral("c.pdf")));
    QVERIFY(contentOf(folder.filePath(QStringLiteral("c.pdf"))).startsWith("%PDF"));
}

void TestLineChart::refusesAnUnknownSuffix()
{
    QTemporaryDir folder;
    try {
        m_chart->save(folder.filePath(QStringLiteral("c.bmp")));
        QFAIL("an unknown suffix was taken");
    } catch (const atlas::Error &error) {
        QCOMPARE(error.code(), atlas::ErrorCode::Usage);
    }
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("c.bmp"))));
}

void TestLineChart::reportsAFolderThatIsNotThere()
{
    QTemporaryDir folder;
    try {
        m_chart->save(folder.filePath(QStringLiteral("missing/c.csv")));
        QFAIL("a file was written into a folder that is not there");
    } catch (const atlas::Error &error) {
        QCOMPARE(error.code(), atlas::ErrorCode::Io);
        QVERIFY(QString::fromStdString(error.message()).contains(QStringLiteral("c.csv")));
    }
}

void TestLineChart::appendsFromTheCursorOn()
{
    m_chart->setSeries({curve(QStringLiteral("a"), 0, {}), curve(QStringLiteral("b"), 1, {{0, 1}})});
    QVERIFY(!m_chart->lastX(0));
    const std::vector<QPointF> more{{3, 0.5}, {4, 0.25}};
    m_chart->append(0, more);
    QCOMPARE(*m_chart->lastX(0), 4.0);
    QCOMPARE(m_chart->series()[0].points.size(), std::size_t{2});
    QCOMPARE(m_chart->table().rows.size(), std::size_t{3});
}

void TestLineChart::longCurvesAreReducedOnScreenOnly()
{
    std::vector<QPointF> points;
    for (int i = 0; i < 200'000; ++i) {
        points.emplace_back(i, (i * 7919) % 1000);
    }
    m_chart->show();
    m_chart->setSeries({curve(QStringLiteral("long"), 0, points)});
    const auto *note = m_chart->findChild<QLabel *>(QStringLiteral("chartNote"));
    QVERIFY(note != nullptr && note->text().contains(QStringLiteral("200,000")));
    QCOMPARE(m_chart->table().rows.size(), points.size());
}

void TestLineChart::tableShowsEveryPoint()
{
    m_chart->show();
    m_chart->setSeries({curve(QStringLiteral("a"), 0, {{0, 1}, {1, 2}, {2, 3}})});
    auto *button = m_chart->findChild<QToolButton *>(QStringLiteral("chartTableButton"));
    button->click();
    QVERIFY(m_chart->tableShown());
    const auto *table = m_chart->findChild<QTableView *>(QStringLiteral("chartTable"));
    QCOMPARE(table->model()->rowCount(), 3);
    m_chart->append(0, std::vector<QPointF>{{3, 4}});
    QCOMPARE(table->model()->rowCount(), 4);
}

void TestLineChart::aLongLineIsReadWhereItIsLookedAt()
{
    const auto source = std::make_shared<SpikeSource>();
    LineSeries line = curve(QStringLiteral("loss"), 0, {});
    line.source = source;
    m_chart->show();
    m_chart->setSeries({line});
    QCOMPARE(source->asked.size(), std::size_t{1});
    QVERIFY(m_chart->series()[0].points.empty());
    source->answer();
    const auto spike = [&] {
        const auto &points = m_chart->series()[0].points;
        return std::any_of(points.begin(), points.end(), [](const QPointF &p) { return p.y() == 9; });
    };
    QVERIFY(spike());
    const auto *note = m_chart->findChild<QLabel *>(QStringLiteral("chartNote"));
    QVERIFY(note->text().contains(QStringLiteral("of 1,000,000 points")));

    auto *plot = m_chart->findChild<QWidget *>(QStringLiteral("chartPlot"));
    m_chart->grab();
    const QPoint place(plot->width() / 2, plot->height() / 2);
    QWheelEvent wheel(place, plot->mapToGlobal(place), {}, {0, 120 * 40}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(plot, &wheel);
    QTRY_COMPARE(source->asked.size(), std::size_t{2});
    QVERIFY(spike());  // what there is stands until the answer is here
    const auto [from, to] = source->asked.back();
    QVERIFY(from > 0 && to < SpikeSource::kCount && to - from < 100'000);
    source->answer();
    const auto &points = m_chart->series()[0].points;
    QVERIFY(spike());  // what lies outside of the view stays known
    QVERIFY(std::is_sorted(points.begin(), points.end(), [](auto &a, auto &b) { return a.x() < b.x(); }));
    const auto inside =
        std::count_if(points.begin(), points.end(), [&](const QPointF &p) { return p.x() >= from && p.x() <= to; });
    QVERIFY(inside > 400);
    QTest::qWait(20);  // the note gets its room
    QVERIFY(!atlas::test::saveScreenshot(*m_chart, QStringLiteral("long-line-zoomed")).isEmpty());
    QTest::mouseDClick(plot, Qt::LeftButton, {}, place);
    QVERIFY(m_chart->series()[0].points.size() < 10'000);
    QTest::qWait(20);
    QVERIFY(!atlas::test::saveScreenshot(*m_chart, QStringLiteral("long-line")).isEmpty());
}

void TestLineChart::onlyTheViewThatIsWantedLastIsRead()
{
    const auto source = std::make_shared<SpikeSource>();
    LineSeries line = curve(QStringLiteral("loss"), 0, {});
    line.source = source;
    m_chart->show();
    m_chart->setSeries({line});
    source->answer();
    auto *plot = m_chart->findChild<QWidget *>(QStringLiteral("chartPlot"));
    m_chart->grab();
    const QPoint place(plot->width() / 2, plot->height() / 2);
    for (int i = 0; i < 10; ++i) {
        QWheelEvent wheel(place, plot->mapToGlobal(place), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(plot, &wheel);
        QCoreApplication::processEvents();
    }
    QCOMPARE(source->asked.size(), std::size_t{2});  // the whole, the first zoom; nine others wait behind it
    source->answer();
    QCOMPARE(source->asked.size(), std::size_t{3});
    source->answer();
    QCOMPARE(source->asked.size(), std::size_t{3});
    QVERIFY(source->asked[2].second - source->asked[2].first < source->asked[1].second - source->asked[1].first);
}

void TestLineChart::aLongLineGoesWholeIntoTableAndFile()
{
    const auto source = std::make_shared<SpikeSource>();
    LineSeries line = curve(QStringLiteral("loss"), 0, {});
    line.source = source;
    m_chart->show();
    m_chart->setSeries({curve(QStringLiteral("short"), 1, {{0, 1}, {1, 2}}), line});
    source->answer();
    m_chart->findChild<QToolButton *>(QStringLiteral("chartTableButton"))->click();
    const auto *table = m_chart->findChild<QTableView *>(QStringLiteral("chartTable"));
    QAbstractItemModel *model = table->model();
    for (int i = 0; i < 5; ++i) {
        model->fetchMore({});
    }
    QVERIFY(model->rowCount() > 5000);
    QCOMPARE(model->index(2 + 4321, 1).data().toString(), QStringLiteral("4,321"));

    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("long.csv"));
    m_chart->save(file);
    QVERIFY(source->started != nullptr);
    QSignalSpy finished(source->started.get(), &Job::finished);
    QVERIFY(finished.wait(60'000));
    const QByteArray bytes = contentOf(file);
    QCOMPARE(bytes.count('\n'), 1 + 2 + SpikeSource::kCount);
    QVERIFY(bytes.contains("loss,654321,9\r\n"));
}

void TestLineChart::readsAllLinesByKeyboard()
{
    m_chart->setAxes({.xTitle = QStringLiteral("epoch"), .yTitle = {}, .form = ValueForm::Share});
    m_chart->setSeries(
        {curve(QStringLiteral("first"), 0, {{0, 0.5}, {1, 0.75}}), curve(QStringLiteral("second"), 1, {{1, 0.25}})});
    m_chart->show();
    auto *plot = m_chart->findChild<QWidget *>(QStringLiteral("chartPlot"));
    const auto *card = m_chart->findChild<QLabel *>(QStringLiteral("chartReadout"));
    QTest::keyClick(plot, Qt::Key_Right);
    QVERIFY(card->isVisible());
    QVERIFY(card->text().contains(QStringLiteral("50.0")));
    QVERIFY(!card->text().contains(QStringLiteral("second")));  // it starts later
    QTest::keyClick(plot, Qt::Key_Right);
    QVERIFY(card->text().contains(QStringLiteral("75.0")) && card->text().contains(QStringLiteral("25.0")));
    QTest::keyClick(plot, Qt::Key_Escape);
    QVERIFY(!card->isVisible());
}

void TestLineChart::saysItsContentInWords()
{
    m_chart->setAxes({.xTitle = {}, .yTitle = {}, .form = ValueForm::Share});
    m_chart->setSeries({curve(QStringLiteral("parts"), 0, {{0, 0.834}})});
    QVERIFY(m_chart->accessibleDescription().contains(QStringLiteral("parts: 83.4\u00a0%")));
    QCOMPARE(m_chart->accessibleName(), QStringLiteral("Accuracy rose"));
}

void TestLineChart::aClickIsNoZoomAndADoubleClickEndsOne()
{
    m_chart->setSeries({curve(QStringLiteral("a"), 0, {{0, 1}, {1, 2}, {2, 3}})});
    m_chart->show();
    m_chart->grab();
    auto *plot = m_chart->findChild<QWidget *>(QStringLiteral("chartPlot"));
    const auto *note = m_chart->findChild<QLabel *>(QStringLiteral("chartNote"));
    const QPoint middle = plot->rect().center();
    QTest::mouseClick(plot, Qt::LeftButton, {}, middle);
    QVERIFY(!note->isVisible());
    QWheelEvent wheel(middle, plot->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(plot, &wheel);
    QTRY_VERIFY(note->isVisible() && note->text().contains(QStringLiteral("zoomed")));
    QTest::mouseDClick(plot, Qt::LeftButton, {}, middle);
    QVERIFY(!note->isVisible());
}

void TestLineChart::stepsCanBeDrawnOnALogarithmicAxis()
{
    std::vector<QPointF> points;
    for (int i = 0; i <= 10'000; ++i) {
        points.emplace_back(i, 1 + std::exp(-i / 50.0));
    }
    m_chart->setAxes({.xTitle = QStringLiteral("step"), .yTitle = QStringLiteral("loss")});
    m_chart->setSeries({curve(QStringLiteral("a"), 0, points)});
    m_chart->show();
    m_chart->grab();
    auto *plot = m_chart->findChild<QWidget *>(QStringLiteral("chartPlot"));
    const auto *card = m_chart->findChild<QLabel *>(QStringLiteral("chartReadout"));
    const auto stepInTheMiddle = [&] {
        const QPointF middle = plot->rect().center();
        QMouseEvent move(QEvent::MouseMove, middle, plot->mapToGlobal(middle), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(plot, &move);
        static const QRegularExpression digits(QStringLiteral("step ([0-9,]+)"));
        return digits.match(card->text()).captured(1).remove(QLatin1Char(',')).toInt();
    };
    QVERIFY2(stepInTheMiddle() > 3000, qPrintable(card->text()));
    auto *logarithmic = m_chart->findChild<QAction *>(QStringLiteral("logarithmicX"));
    QVERIFY(logarithmic->isVisible());
    logarithmic->trigger();
    m_chart->grab();
    QVERIFY2(stepInTheMiddle() > 20 && stepInTheMiddle() < 500, qPrintable(card->text()));
    QTest::keyClick(plot, Qt::Key_Escape);
    QVERIFY(!atlas::test::saveScreenshot(*m_chart, QStringLiteral("line-chart-logarithmic")).isEmpty());
    QTest::keyClick(plot, Qt::Key_Right);
    QVERIFY2(card->text().contains(QStringLiteral("step 1<")), qPrintable(card->text()));  // 0 has no place there
    logarithmic->trigger();
    m_chart->grab();
    QVERIFY2(stepInTheMiddle() > 3000, qPrintable(card->text()));
}

void TestLineChart::thereIsNoLogarithmicAxisWhereItCannotBeRead()
{
    const auto *logarithmic = m_chart->findChild<QAction *>(QStringLiteral("logarithmicX"));
    m_chart->setAxes({.xTitle = {}, .yTitle = {}, .xNames = {QStringLiteral("parts"), QStringLiteral("notes")}});
    m_chart->setSeries({curve(QStringLiteral("a"), 0, {{0, 1}, {1, 2}})});
    QVERIFY(!logarithmic->isVisible());  // names have no scale
    m_chart->setAxes({});
    QVERIFY(logarithmic->isVisible());
    LineSeries line = curve(QStringLiteral("loss"), 0, {{0, 1}, {5, 2}});
    line.source = std::make_shared<SpikeSource>();
    m_chart->setSeries({line});
    QVERIFY(!logarithmic->isVisible());  // what is read comes in equal steps
}

void TestLineChart::manyTasksLookRight()
{
    for (const auto &[tasks, size] :
         {std::pair(50, QSize(400, 300)), std::pair(50, QSize(900, 400)), std::pair(3, QSize(500, 280))}) {
        LineAxes axes{.xTitle = QStringLiteral("学習後"), .yTitle = QStringLiteral("忘却 (ポイント)")};
        axes.form = ValueForm::Difference;
        axes.referenceY = 0;
        std::vector<LineSeries> lines;
        for (int task = 0; task < tasks; ++task) {
            axes.xNames.push_back(QStringLiteral("基板の外観検査と部品の実装状態 %1").arg(task + 1));
            std::vector<QPointF> points;
            for (int after = task; after < tasks; ++after) {
                points.emplace_back(after, tasks > 3 ? 0.001 * (after - task) * (task % 5 - 1) : 0.0);
            }
            lines.push_back(curve(axes.xNames.back(), task, points));
        }
        m_chart->resize(size);
        m_chart->setAxes(axes);
        m_chart->setSeries(lines);
        m_chart->show();
        QTest::qWait(30);
        const QString name = QStringLiteral("line-chart-tasks-%1-%2").arg(tasks).arg(size.width());
        QVERIFY(!atlas::test::saveScreenshot(*m_chart, name).isEmpty());
    }
}

QTEST_MAIN(TestLineChart)
#include "tst_line_chart.moc"
