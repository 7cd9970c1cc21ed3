#include "widgets/results/class_report.h"

#include "widgets/charts/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace atlas::widgets {

namespace {
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ClassReport)
};
}  // namespace

ClassReport classReport(const Task &task, const std::vector<Prediction> &predictions)
{
    ClassReport report;
    std::size_t classes = task.classes.size();
    for (const Prediction &prediction : predictions) {
        // A task that was removed since has no class list; its predictions still say how many classes there were.
        classes = std::max({classes, std::size_t(prediction.expected + 1), std::size_t(prediction.predicted + 1)});
    }
    report.rows.resize(classes);
    report.confusion.assign(classes, std::vector<qint64>(classes, 0));
    for (std::size_t i = 0; i < classes; ++i) {
        report.rows[i].name =
            i < task.classes.size() ? QString::fromStdString(task.classes[i]) : Tr::tr("class %1").arg(i + 1);
    }
    for (const Prediction &prediction : predictions) {
        if (prediction.expected < 0 || prediction.predicted < 0) {
            continue;
        }
        const auto expected = std::size_t(prediction.expected);
        const auto predicted = std::size_t(prediction.predicted);
        ++report.n;
        ++report.confusion[expected][predicted];
        ++report.rows[expected].n;
        ++report.rows[predicted].answered;
        report.rows[expected].right += expected == predicted ? 1 : 0;
    }
    return report;
}

QString confusionSentence(const ClassReport &report)
{
    qint64 most = 0;
    std::size_t from = 0;
    std::size_t to = 0;
    for (std::size_t i = 0; i < report.confusion.size(); ++i) {
        for (std::size_t j = 0; j < report.confusion.size(); ++j) {
            if (i != j && report.confusion[i][j] > most) {
                most = report.confusion[i][j];
                from = i;
                to = j;
            }
        }
    }
    if (report.n == 0) {
        return Tr::tr("No predictions are stored for this cell");
    }
    return most == 0 ? Tr::tr("Every sample was answered with its own class")
                     : Tr::tr("%1 was taken for %2 most often: %3 of %4 times")
                           .arg(report.rows[from].name, report.rows[to].name, format::count(most),
                                format::count(report.rows[from].n));
}

}  // namespace atlas::widgets
