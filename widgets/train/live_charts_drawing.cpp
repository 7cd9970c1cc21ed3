#include "widgets/charts/format.h"
#include "widgets/charts/line_chart.h"
#include "widgets/train/live_charts.h"
#include "widgets/train/run_words.h"

#include <algorithm>
#include <set>

namespace atlas::widgets {

void LiveCharts::drawLoss(const std::string &task)
{
    std::vector<LineSeries> lines;
    QString title = m_run.uuid.empty() ? tr("Choose a run to see how it learns") : tr("No step has been taken yet");
    double taskLoss = 0;
    std::optional<double> penalty;
    for (const auto &[key, points] : m_series.curves()) {
        const SeriesPlace place = placeOf(key, m_run.tasks);
        if (place.task != task || points.empty()) {
            continue;
        }
        // The penalty that keeps adapters apart is many times the loss and would press its curve flat: it is told in
        // words. Stage 2 comes after stage 1 and is the one that is told of.
        if (key.metric == "ortho") {
            penalty = points.back().y();
        } else if (key.metric == "task_loss") {
            const QString stage = stageWord(place.stage);
            taskLoss = points.back().y();
            lines.push_back(line(stage, place.stage == "stage2" ? 0 : 1, key, task));
            title = tr("Loss on %1, %2, went from %3 to %4")
                        .arg(QString::fromStdString(task), stage, format::number(points.front().y()),
                             format::number(points.back().y()));
        }
    }
    m_loss->setTitle(title);
    m_loss->setSubtitle(
        penalty && *penalty + taskLoss > 0
            ? tr("Training loss of each batch; beside it the orthogonality of adapters counts %1 (%2 of both)")
                  .arg(format::number(*penalty), format::percent(*penalty / (*penalty + taskLoss)))
            : tr("Training loss of each batch"));
    m_loss->setSeries(std::move(lines));
}

void LiveCharts::drawValidation(const std::string &task)
{
    struct Watched {
        const SeriesKey *key;
        std::string of;  ///< the task that is learned, or an older one that is watched meanwhile
        std::string stage;
    };
    std::vector<Watched> curves;
    std::set<std::string> tasks;
    std::set<std::string> stages;
    QString title = tr("Validation follows after the first epoch");
    for (const auto &[key, points] : m_series.curves()) {
        const SeriesPlace place = placeOf(key, m_run.tasks);
        if (place.task != task || key.metric != "validation" || points.empty()) {
            continue;
        }
        curves.push_back({&key, place.other.empty() ? task : place.other, place.stage});
        tasks.insert(curves.back().of);
        stages.insert(place.stage);
        if (place.other.empty()) {
            const auto best = std::max_element(points.begin(), points.end(),
                                               [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
            title = tr("Validation on %1 reached %2").arg(QString::fromStdString(task), format::percent(best->y()));
        }
    }
    std::vector<LineSeries> lines;
    for (const auto &[key, of, stage] : curves) {
        const QString name = QString::fromStdString(of);
        if (tasks.size() == 1) {
            lines.push_back(line(stageWord(stage), stage == "stage2" ? 0 : 1, *key, of));
            continue;
        }
        // A task keeps its style in all charts; the stages before the last have others.
        const bool last = stage == *stages.rbegin();
        const auto place = std::ranges::find(m_run.tasks, of) - m_run.tasks.begin();
        lines.push_back(line(stages.size() == 1 ? name : tr("%1, %2").arg(name, stageWord(stage)),
                             int(place) + (last ? 0 : int(m_run.tasks.size())), *key, of));
    }
    m_validation->setTitle(title);
    m_validation->setSubtitle(
        tasks.size() > 1
            ? tr("Score on the validation split after each epoch, of older tasks too; the best epoch is kept")
            : tr("Score on the validation split after each epoch; the best epoch is kept"));
    m_validation->setSeries(std::move(lines));
}

void LiveCharts::drawGates(const std::string &task)
{
    std::string stage;
    for (const auto &[key, points] : m_series.curves()) {
        const SeriesPlace place = placeOf(key, m_run.tasks);
        if (key.metric == "gate" && place.task == task) {
            stage = std::max(stage, place.stage);  // stage 2 follows stage 1
        }
    }
    std::vector<LineSeries> lines;
    QString title = tr("No earlier adapters are in use yet");
    double strongest = -1;
    for (const auto &[key, points] : m_series.curves()) {
        const SeriesPlace place = placeOf(key, m_run.tasks);
        if (key.metric != "gate" || place.task != task || place.stage != stage || points.empty()) {
            continue;
        }
        const auto style = std::find(m_run.tasks.begin(), m_run.tasks.end(), place.other) - m_run.tasks.begin();
        lines.push_back(line(QString::fromStdString(place.other), int(style), key, task));
        if (points.back().y() > strongest) {
            strongest = points.back().y();
            title = tr("%1 uses the adapter of %2 most (weight %3)")
                        .arg(QString::fromStdString(task), QString::fromStdString(place.other),
                             format::number(strongest, 2));
        }
    }
    m_gates->setTitle(title);
    m_gates->setSubtitle(stage.empty() ? tr("Mean gate weight of each task's adapter")
                                       : tr("Mean gate weight of each task's adapter, %1").arg(stageWord(stage)));
    m_gates->setSeries(std::move(lines));
}

}  // namespace atlas::widgets
