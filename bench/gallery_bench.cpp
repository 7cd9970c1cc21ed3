// What the data page makes of a dataset of many pictures: the real window over a project, without a display.
//
//   atlas-gallery-bench PROJECT DATASET     prints one JSON object
//   atlas-gallery-bench PROJECT DATASET --from OTHER --rows N
//                                           makes the dataset: rows that show OTHER's pictures again and again

#include "bench/window_probe.h"
#include "core/allocator.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/sample_store.h"
#include "widgets/data/data_page.h"
#include "widgets/data/quality_watcher.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/thumbnails.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListView>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>
#include <iostream>

using namespace atlas;
using namespace atlas::bench;
using namespace atlas::widgets;

namespace {

constexpr int kPatienceMs = 120000;
constexpr int kFrames = 1200;
constexpr double kFrameMs = 16;

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Sees when the view was drawn with rows in it.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(QAbstractItemView *view) : m_view(view) { view->viewport()->installEventFilter(this); }

    void start()
    {
        m_painted = false;
        m_timer.start();
    }
    double firstPaint() const { return m_first; }  ///< ms since start(); 0 = not yet
    double sinceStart() const { return milliseconds(m_timer); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        const auto *model = static_cast<const SampleModel *>(m_view->model());
        if (event->type() == QEvent::Paint && !m_painted && model->sample(0) != nullptr) {
            m_painted = true;
            QMetaObject::invokeMethod(
                this, [this] { m_first = milliseconds(m_timer); }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    QAbstractItemView *m_view;
    QElapsedTimer m_timer;
    bool m_painted = false;
    double m_first = 0;
};

/// A frame every 16 ms, as on a display, each a third of a row further. It takes from when it was due until the view
/// has been drawn: other work of the window's thread that comes in between and does not end in time counts.
QJsonObject scroll(QListView *view)
{
    QScrollBar *bar = view->verticalScrollBar();
    bar->setValue(0);
    std::vector<double> frames;
    QElapsedTimer timer;
    timer.start();
    for (int frame = 0; frame < kFrames; ++frame) {
        const double due = kFrameMs * frame;
        while (milliseconds(timer) < due) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            QThread::usleep(200);
        }
        const int before = bar->value();
        bar->setValue(before + bar->singleStep());
        if (bar->value() == before) {
            throw std::runtime_error("the view does not reach further");
        }
        view->viewport()->repaint();
        frames.push_back(milliseconds(timer) - due);
    }
    std::sort(frames.begin(), frames.end());
    return {{"frames", kFrames},
            {"median_ms", frames[frames.size() / 2]},
            {"p99_ms", frames[frames.size() * 99 / 100]},
            {"longest_ms", frames.back()}};
}

/// Whether the scroll bar reaches the last row.
bool laidOut(const QListView *view)
{
    const int columns = std::max(1, view->viewport()->width() / view->gridSize().width());
    const int rows = (view->model()->rowCount() + columns - 1) / columns;
    return view->verticalScrollBar()->maximum() >= (rows - 1) * view->gridSize().height() - view->viewport()->height();
}

QJsonObject look(const QString &project, const QString &dataset)
{
    QSettings().setValue(QStringLiteral("pages/data/edge"), 96);  // the smallest: most thumbnails in a frame
    JobList jobs;
    MainWindow window({&jobs, nullptr});
    window.resize(1440, 900);
    window.show();
    auto *page = static_cast<DataPage *>(window.workspace()->page(QStringLiteral("data")));
    auto *view = page->findChild<QListView *>(QStringLiteral("sampleGallery"));
    PaintWatch watch(view);
    double checkedMs = 0;
    bool postponed = false;  // of so many samples only when a person says so
    auto *checks = page->findChild<QualityWatcher *>();
    QObject::connect(checks, &QualityWatcher::found, &watch, [&] { checkedMs = watch.sinceStart(); });
    QObject::connect(checks, &QualityWatcher::postponed, &watch, [&] { postponed = true; });
    QObject::connect(&window, &MainWindow::sessionChanged, &watch, [&](Session *session) {
        if (session != nullptr) {
            watch.start();
        }
    });
    window.openProject(project, storage::OpenMode::ReadWrite, QStringLiteral("data"),
                       QVariantMap{{QStringLiteral("dataset"), dataset}});
    waitFor(
        "the first picture", [&] { return watch.firstPaint() > 0; }, kPatienceMs);
    const auto *thumbnails = page->findChild<Thumbnails *>();
    waitFor(
        "the thumbnails", [&] { return !thumbnails->waiting(); }, kPatienceMs);
    const double shown = watch.sinceStart();
    waitFor(
        "the list of samples", [&] { return !page->model()->loading() && laidOut(view); }, kPatienceMs);
    const double whole = watch.sinceStart();
    const QJsonObject first = scroll(view);
    const QJsonObject again = scroll(view);
    waitFor(
        "the checks", [&] { return checkedMs > 0 || postponed; }, kPatienceMs);
    const double ownChecksMs = checkedMs;
    const double used = memoryMb("VmRSS");
    const double most = memoryMb("VmHWM");
    QElapsedTimer asked;
    asked.start();
    checkedMs = 0;
    checks->lookNow();
    waitFor(
        "the checks that were asked for", [&] { return checkedMs > 0; }, kPatienceMs);
    return {{"rows", page->model()->rowCount()},
            {"first_paint_ms", watch.firstPaint()},
            {"thumbnails_ms", shown},
            {"laid_out_ms", whole},
            {"scrolling", first},
            {"scrolling again", again},
            {"checked_ms", ownChecksMs},
            {"megabytes", used},
            {"most_megabytes", most},
            {"asked_checks_ms", milliseconds(asked)},
            {"most_megabytes_with_checks", memoryMb("VmHWM")}};
}

void addRows(const QString &folder, const std::string &name, const std::string &other, int rows)
{
    const auto project = storage::Project::open(folder.toStdString(), storage::OpenMode::ReadWrite);
    project->writer().run([&, assets = project->assetFolder()](storage::Connection &connection) {
        storage::DatasetStore datasets(connection);
        storage::SampleStore samples(connection, assets);
        const Dataset known = datasets.find(other).value();
        const std::vector<Sample> shown = samples.load(samples.ids(known.id, {}));
        const std::int64_t made = datasets.create(name, known.kind, known.multiLabel);
        for (const storage::LabelClass &label : datasets.classes(known.id)) {
            datasets.ensureClass(made, label.name);
        }
        for (int row = 0; row < rows; ++row) {
            samples.insert(made, shown[std::size_t(row) % shown.size()], "bench");
        }
    });
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
    parser.addPositionalArgument(QStringLiteral("PROJECT"), {});
    parser.addPositionalArgument(QStringLiteral("DATASET"), {});
    parser.addOptions(
        {{QStringLiteral("from"), {}, QStringLiteral("OTHER")}, {QStringLiteral("rows"), {}, QStringLiteral("N")}});
    parser.process(application);
    const QStringList names = parser.positionalArguments();
    if (names.size() != 2) {
        parser.showHelp(2);
    }
    try {
        if (parser.isSet(QStringLiteral("from"))) {
            addRows(names[0], names[1].toStdString(), parser.value(QStringLiteral("from")).toStdString(),
                    parser.value(QStringLiteral("rows")).toInt());
            return 0;
        }
        std::cout << QJsonDocument(look(names[0], names[1])).toJson().toStdString();
        return 0;
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
