// What the window makes of ten thousand runs and of a curve of ten million points: the real window over a made project,
// without a display. Driven by scale.py.
//
//   atlas-scale-bench make FOLDER [--runs N] [--points N]    makes the project and prints which run has the long curve
//   atlas-scale-bench look FOLDER --long UUID                prints one JSON object

#include "bench/scale_project.h"
#include "bench/window_probe.h"
#include "core/allocator.h"
#include "widgets/charts/line_chart.h"
#include "widgets/compare/compare_model.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/page.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/train/run_model.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTableView>
#include <QWheelEvent>

#include <algorithm>
#include <iostream>

using namespace atlas;
using namespace atlas::bench;
using namespace atlas::widgets;

namespace {

constexpr int kZooms = 12;
constexpr int kChosen = 50;

template <typename Widget>
Widget *find(QWidget *parent, const char *name)
{
    auto *found = parent->findChild<Widget *>(QString::fromLatin1(name));
    if (found == nullptr) {
        throw std::runtime_error(std::string("the window has no ") + name);
    }
    return found;
}

/// Chooses the run on the page of trainings and waits until its long curve is drawn; then looks closer and closer.
QJsonObject lookAtCurve(MainWindow &window, const QString &uuid)
{
    window.workspace()->openPage(QStringLiteral("train"));
    Page *page = window.workspace()->page(QStringLiteral("train"));
    auto *runs = find<QTableView>(page, "runTable");
    auto *model = static_cast<RunModel *>(runs->model());
    waitFor("the list of runs", [&] { return model->indexOf(uuid).isValid(); });
    auto *chart = find<LineChart>(page, "lossChart");
    auto *plot = find<QWidget>(chart, "chartPlot");
    const auto points = [&]() -> const std::vector<QPointF> & {
        static const std::vector<QPointF> kNone;
        const auto &series = chart->series();
        const auto found = std::ranges::find_if(series, [](const LineSeries &line) { return line.source != nullptr; });
        return found == series.end() ? kNone : found->points;
    };
    const double first = [&] {
        PaintProbe probe(plot, [&] { return !points().empty(); });
        runs->setCurrentIndex(model->indexOf(uuid));
        return probe.wait("the first draw of the long curve");
    }();
    const std::size_t drawn = points().size();

    std::vector<double> zooms;
    const QPoint place(plot->width() * 3 / 5, plot->height() / 2);
    for (int zoom = 0; zoom < kZooms; ++zoom) {
        const std::vector<QPointF> before = points();
        PaintProbe probe(plot, [&] { return points() != before; });
        QWheelEvent wheel(place, plot->mapToGlobal(place), {}, {0, 120 * 4}, Qt::NoButton, {}, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(plot, &wheel);
        zooms.push_back(probe.wait("a zoom"));
    }
    std::ranges::sort(zooms);
    return {{"first_draw_ms", first},
            {"points_held", qint64(drawn)},
            {"zoom_ms", zooms[zooms.size() / 2]},
            {"longest_zoom_ms", zooms.back()}};
}

/// On the page that compares: a filter is typed and taken away again, then 50 runs are ticked.
QJsonObject lookAtTable(MainWindow &window, double shown)
{
    Page *page = window.workspace()->page(QStringLiteral("compare"));
    auto *table = find<QTableView>(page, "runTable");
    auto *model = static_cast<CompareModel *>(table->model());
    waitFor("the settings of all runs", [&] { return model->settings().rows() == model->table().rows.size(); });
    auto *field = find<QLineEdit>(page, "runFilter");
    const auto filter = [&](const QString &text, std::size_t least, std::size_t most) {
        PaintProbe probe(table->viewport(), [&] { return model->matching() >= least && model->matching() <= most; });
        field->setText(text);
        return probe.wait("the filter " + text.toStdString());
    };
    model->clearTicks();  // what the page ticked for a start
    const std::size_t all = model->table().rows.size();
    std::vector<double> filters;
    for (const QString &text : {QStringLiteral("strategy:atlas accuracy>0.8"), QStringLiteral("setting.setting_7=7"),
                                QStringLiteral("tag:candidate"), QStringLiteral("shared 77")}) {
        filters.push_back(filter(text, 1, all - 1));
        filters.push_back(filter({}, all, all));
    }
    std::ranges::sort(filters);

    auto *chart = find<LineChart>(page, "averageChart");
    table->setFocus();
    table->clearSelection();
    QItemSelection fifty(model->index(0, 0), model->index(kChosen - 1, model->columnCount() - 1));
    table->selectionModel()->select(fifty, QItemSelectionModel::ClearAndSelect);
    PaintProbe probe(find<QWidget>(chart, "chartPlot"), [&] { return chart->series().size() == kChosen; });
    QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier);
    QCoreApplication::sendEvent(table, &space);
    const double chosen = probe.wait("the choice of runs");
    return {{"table_ms", shown},
            {"filter_ms", filters[filters.size() / 2]},
            {"longest_filter_ms", filters.back()},
            {"choose_ms", chosen}};
}

QJsonObject look(const QString &project, const QString &uuid)
{
    JobList jobs;
    MainWindow window({&jobs, nullptr});
    window.resize(1440, 900);
    window.show();
    QCoreApplication::processEvents();
    auto *table = find<QTableView>(window.workspace()->page(QStringLiteral("compare")), "runTable");
    PaintProbe opened(window.workspace(), [&] { return window.session() != nullptr; });
    PaintProbe shown(table->viewport(), [&] { return table->model()->rowCount() > 0; });
    window.openProject(project, storage::OpenMode::ReadWrite, QStringLiteral("compare"));
    QJsonObject result{{"first_paint_ms", opened.wait("the first paint")}};
    const QJsonObject compared = lookAtTable(window, shown.wait("the table of runs"));
    const QJsonObject curve = lookAtCurve(window, uuid);
    for (const QJsonObject &part : {compared, curve}) {
        for (auto entry = part.begin(); entry != part.end(); ++entry) {
            result[entry.key()] = entry.value();
        }
    }
    result["most_megabytes"] = memoryMb("VmHWM");
    return result;
}

}  // namespace

int main(int argc, char **argv)
{
    keepLargeBlocks();
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("atlas-workbench-bench"));
    QApplication application(argc, argv);
    theme::apply(application, theme::Mode::Light);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("make|look"), {});
    parser.addPositionalArgument(QStringLiteral("FOLDER"), {});
    parser.addOptions({{QStringLiteral("runs"), {}, QStringLiteral("N"), QStringLiteral("10000")},
                       {QStringLiteral("points"), {}, QStringLiteral("N"), QStringLiteral("10000000")},
                       {QStringLiteral("long"), {}, QStringLiteral("UUID")}});
    parser.process(application);
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2) {
        parser.showHelp(2);
    }
    try {
        if (words[0] == QStringLiteral("make")) {
            Scale scale;
            scale.runs = parser.value(QStringLiteral("runs")).toInt();
            scale.longest = parser.value(QStringLiteral("points")).toLongLong();
            std::cout << makeScaleProject(words[1].toStdString(), scale) << '\n';
        } else {
            std::cout << QJsonDocument(look(words[1], parser.value(QStringLiteral("long")))).toJson().toStdString();
        }
        return 0;
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
