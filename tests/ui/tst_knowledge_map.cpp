#include "widgets/charts/registry.h"
#include "widgets/charts/run_charts/knowledge_map.h"

#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

class TestKnowledgeMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void rowsAreTasksAndColumnsTheAdaptersTheyWouldMiss();
    void theSentenceNamesTheOlderAdapterThatIsMissedMost();
    void whatChanceMayExplainStandsInBracketsAndIsNotClaimed();
    void aTaskThatIsBetterWithoutAnAdapterIsBelowZero();
    void layersOfOneTaskStandApart();
    void aRunWithoutFiguresSaysWhy();
};

namespace {

AdapterEffect effect(int task, int adapter, double value, double se = 0.01, int first = 0, int last = 5)
{
    return {
        .task = task, .adapter = adapter, .firstLayer = first, .lastLayer = last, .effect = value, .se = se, .n = 80};
}

RunResults results(std::vector<AdapterEffect> effects)
{
    RunResults out;
    for (const char *name : {"parts", "notes", "boards"}) {
        Task task;
        task.name = name;
        out.tasks.push_back(task);
        out.run.tasks.emplace_back(name);
    }
    out.effects = std::move(effects);
    return out;
}

const ResultChart &chart()
{
    for (const ResultChart &candidate : resultCharts()) {
        if (QLatin1String(candidate.name) == QLatin1String("knowledgeMap")) {
            return candidate;
        }
    }
    qFatal("there is no knowledge map");
}

std::unique_ptr<HeatMap> shown(const RunResults &results)
{
    auto map = std::unique_ptr<HeatMap>(static_cast<HeatMap *>(chart().make(nullptr)));
    chart().show(*map, results);
    return map;
}

}  // namespace

void TestKnowledgeMap::rowsAreTasksAndColumnsTheAdaptersTheyWouldMiss()
{
    const auto map = shown(results({effect(1, 0, 0.31), effect(1, 1, 0.6), effect(2, 0, 0.05)}));
    const HeatMapData &data = map->data();
    QCOMPARE(data.cells[1][0].value, 0.31);
    QCOMPARE(data.cells[1][0].text, QStringLiteral("0.31"));
    QCOMPARE(data.cells[1][1].value, 0.6);
    QCOMPARE(data.cells[2][0].value, 0.05);
    QVERIFY(std::isnan(data.cells[0][1].value));
    QVERIFY(std::isnan(data.cells[2][1].value));
    QCOMPARE(data.range, 0.6);
    QCOMPARE(data.cells[1][1].level, 1.0);
    QCOMPARE(data.unit, 1.0);  // nats are no percentages
    QVERIFY2(data.cells[1][0].details.contains(QStringLiteral("n = 80")), qPrintable(data.cells[1][0].details));
    QCOMPARE(map->table().rows.size(), std::size_t{3});
}

void TestKnowledgeMap::theSentenceNamesTheOlderAdapterThatIsMissedMost()
{
    // notes' own adapter does more, which is no news.
    const auto map = shown(results({effect(1, 0, 0.31), effect(1, 1, 0.6), effect(2, 1, 0.2)}));
    QVERIFY2(map->title().startsWith(QStringLiteral("notes is served most by the adapter of parts")),
             qPrintable(map->title()));
    QVERIFY(map->title().contains(QStringLiteral("0.31")));
}

void TestKnowledgeMap::whatChanceMayExplainStandsInBracketsAndIsNotClaimed()
{
    const auto map = shown(results({effect(1, 0, 0.31, 0.2), effect(2, 1, -0.3)}));
    QCOMPARE(map->data().cells[1][0].text, QStringLiteral("(0.31)"));
    QVERIFY(map->data().cells[1][0].details.contains(QStringLiteral("Chance may explain it")));
    QCOMPARE(map->title(), QStringLiteral("No later task needs an older adapter by more than chance explains"));
}

void TestKnowledgeMap::aTaskThatIsBetterWithoutAnAdapterIsBelowZero()
{
    const auto map = shown(results({effect(2, 0, -0.2)}));
    QCOMPARE(map->data().cells[2][0].level, -1.0);
    QVERIFY2(map->data().cells[2][0].details.contains(QStringLiteral("lower by 0.20")),
             qPrintable(map->data().cells[2][0].details));
}

void TestKnowledgeMap::layersOfOneTaskStandApart()
{
    const RunResults all =
        results({effect(1, 0, 0.31), effect(1, 0, 0.02, 0.01, 0, 2), effect(1, 0, 0.25, 0.01, 3, 5), effect(1, 1, 0.6),
                 effect(1, 1, 0.5, 0.01, 0, 2), effect(1, 1, 0.1, 0.01, 3, 5), effect(2, 0, 0.4)});
    QCOMPARE(shown(all)->data().cells[1][0].value, 0.31);  // groups are not mixed with the whole
    HeatMap map;
    showLayerMap(map, all, 1);
    QCOMPARE(map.data().rows, QStringList({QStringLiteral("parts"), QStringLiteral("notes")}));
    QCOMPARE(map.data().columns, QStringList({QStringLiteral("layers 1 to 3"), QStringLiteral("layers 4 to 6")}));
    QCOMPARE(map.data().cells[0][1].value, 0.25);
    QCOMPARE(map.title(), QStringLiteral("notes uses the adapter of parts most in layers 4 to 6"));
    showLayerMap(map, all, 2);
    QVERIFY(map.data().cells.empty());
    QCOMPARE(map.title(), QStringLiteral("Layers were not measured apart for boards"));
}

void TestKnowledgeMap::aRunWithoutFiguresSaysWhy()
{
    RunResults none = results({});
    QCOMPARE(whyNoKnowledge(none).title, QStringLiteral("No task has been learned yet"));
    AccuracyCell cell;
    cell.n = 10;
    cell.scores = {{"accuracy", 0.5}};
    none.tasks[0].metric = "accuracy";
    none.cells.push_back(cell);
    none.costs.push_back({.task = 0});
    QCOMPARE(whyNoKnowledge(none).title, QStringLiteral("This run has no adapters"));
    none.costs[0].adapterParameters = 1000;
    QVERIFY(whyNoKnowledge(none).title.contains(QStringLiteral("was not measured")));
}

QTEST_MAIN(TestKnowledgeMap)
#include "tst_knowledge_map.moc"
