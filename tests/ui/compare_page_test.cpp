#include "compare_page_test.h"

#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "widgets/charts/line_chart.h"
#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>

namespace atlas::test {

using namespace atlas::widgets;

namespace {

constexpr int kAnswers = 60;  ///< of each task of a run that is added

const std::vector<std::vector<double>> kMatrix{{0.90}, {0.87, 0.60}, {0.86, 0.62, 0.70}};

}  // namespace

void ComparePageTest::begin()
{
    m_project = std::make_unique<TrainedProject>(kMatrix);
    m_jobs = std::make_unique<JobList>();
}

void ComparePageTest::end()
{
    m_tester.reset();
    m_page.reset();
    m_window.reset();
    m_jobs.reset();
    m_project.reset();
}

void ComparePageTest::addCells(storage::Connection &connection, std::int64_t run, const Added &added, int rows)
{
    storage::ResultStore results(connection);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column <= row; ++column) {
            const int right = int(std::lround(kAnswers * (added.score - added.forgets * (row - column))));
            std::vector<Prediction> answers;
            for (int i = 0; i < kAnswers; ++i) {
                answers.push_back({i + 1, 0, i < right ? 0 : 1, 0.9, i < right ? 1.0 : 0.0});
            }
            AccuracyCell cell{row, column, {{"accuracy", double(right) / kAnswers}}, kAnswers, std::string(64, 'a'), 0};
            results.putCell(run, cell, answers);
        }
        results.putCost(run, {row, 10.0 + double(added.seed), 30, 1000, 100, std::int64_t(1e6 * added.score), 0, 0.3});
    }
    if (added.curves) {
        std::vector<std::pair<SeriesKey, SeriesPoint>> points;
        for (int step = 1; step <= 200; ++step) {
            const double end = 1 - added.score;
            points.push_back({{"loss", "parts/stage2"}, {step, end + std::exp(-step / (40.0 + double(added.seed)))}});
        }
        results.addPoints(run, points);
    }
}

std::vector<std::string> ComparePageTest::add(const std::vector<Added> &runs)
{
    return m_project->session().project().writer().run([&](storage::Connection &connection) {
        std::vector<std::string> uuids;
        storage::RunStore store(connection);
        for (const Added &added : runs) {
            RunSpec spec;
            spec.sequence = "pilot";
            spec.strategy = added.strategy;
            spec.seed = added.seed;
            spec.backboneName = "mini";
            spec.maxTrain = 400;
            spec.settings = added.settings;
            const RunRecord run = store.create(spec);
            store.claim(run.uuid);
            addCells(connection, run.id, added, added.finished ? 3 : 1);
            if (added.finished) {
                store.setStatus(run.uuid, RunStatus::Finished, {});
            }
            uuids.push_back(run.uuid);
        }
        return uuids;
    });
}

void ComparePageTest::addTwoHundred()
{
    std::vector<Added> runs;
    for (int i = 0; i < 199; ++i) {
        runs.push_back({.strategy = i % 4 == 0   ? "finetune"
                                    : i % 4 == 1 ? "replay"
                                                 : "atlas",
                        .seed = std::uint64_t(i % 5 + 1),
                        .score = 0.5 + 0.002 * double((i * 37) % 199),
                        .forgets = i % 4 == 0 ? 0.12 : 0.01 * double(i % 7),
                        .settings = {{"learning_rate", i % 3 == 0 ? "0.001" : "0.0005"}, {"epochs", "4"}},
                        .curves = i > 160});
    }
    add(runs);
}

void ComparePageTest::show(Start start, QSize size)
{
    m_page = std::make_unique<ComparePage>(PageServices{.jobs = m_jobs.get()});
    m_window = std::make_unique<QWidget>();
    auto *beside = new QHBoxLayout;
    beside->setSpacing(0);
    beside->addWidget(m_page.get(), 1);
    beside->addWidget(m_page->inspector());
    m_page->inspector()->setFixedWidth(theme::kInspectorWidth);
    auto *below = new QVBoxLayout(m_window.get());
    below->setContentsMargins(0, theme::kGap, 0, 0);
    below->addWidget(m_page->toolbar());
    below->addLayout(beside, 1);
    m_window->resize(size);
    m_page->setSession(&m_project->session());
    m_window->show();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_page->findChild<CompareModel *>(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(!model().table().rows.empty());
    QTRY_COMPARE(model().settings().rows(), model().table().rows.size());
    if (start == Start::Unticked) {
        model().clearTicks();
        waitUntilDrawn();
    }
}

QString ComparePageTest::cell(int row, const char *column) const
{
    for (int i = 0; i < model().columnCount(); ++i) {
        if (model().columns()[std::size_t(i)].id == column) {
            return model().index(row, i).data().toString();
        }
    }
    return QStringLiteral("no column ") + QLatin1String(column);
}

QString ComparePageTest::delta(int row, const char *column) const
{
    for (int i = 0; i < model().columnCount(); ++i) {
        if (model().columns()[std::size_t(i)].id == column) {
            return model().index(row, i).data(CompareModel::DeltaRole).toString();
        }
    }
    return {};
}

void ComparePageTest::tick(const std::vector<std::string> &uuids) const
{
    QStringList list;
    for (const std::string &uuid : uuids) {
        list << QString::fromStdString(uuid);
    }
    model().setTicked(list, true);
    waitUntilDrawn();
}

void ComparePageTest::waitUntilDrawn() const
{
    const auto isDrawn = [this] {
        return std::ranges::equal(child<LineChart>("averageChart")->series(), model().lines(), {}, &LineSeries::name,
                                  &ComparedLine::name);
    };
    QTRY_VERIFY(isDrawn());
}

void ComparePageTest::filter(const QString &text) const
{
    child<QLineEdit>("runFilter")->setText(text);
    QTest::keyClick(child<QLineEdit>("runFilter"), Qt::Key_Return);
}

}  // namespace atlas::test
