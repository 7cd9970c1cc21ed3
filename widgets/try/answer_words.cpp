#include "widgets/try/answer_words.h"

#include "core/task_kind.h"
#include "widgets/charts/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace atlas::widgets {

namespace {

constexpr double kAlmostSure = 0.995;   ///< would be rounded to 100 of 100
constexpr double kLeastShown = 0.0005;  ///< what is less reads as 0.0 %

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AnswerWords)
};

}  // namespace

QString answeredClass(const Task &task, const Sample &sample, int index)
{
    const auto place = static_cast<std::size_t>(index);
    if (index < 0) {
        return Words::tr("no answer");
    }
    if (taskKind(task.kind).head == HeadForm::PerInput && place < sample.choices.size()) {
        return QString::fromStdString(sample.choices[place]);
    }
    return place < task.classes.size() ? QString::fromStdString(task.classes[place]) : QString::number(index + 1);
}

double confidenceOf(const engine::Answer &answer)
{
    const auto place = static_cast<std::size_t>(answer.predicted);
    return answer.predicted >= 0 && place < answer.probabilities.size() ? answer.probabilities[place] : 0;
}

QString confidenceWords(double confidence)
{
    if (confidence >= kAlmostSure) {
        return Words::tr(
            "Of 100 answers as sure as this one, almost all are right: the figure is calibrated on samples "
            "that the run did not learn from.");
    }
    return Words::tr("Of 100 answers as sure as this one, about %1 are right: the figure is calibrated on samples that "
                     "the run did not learn from.")
        .arg(std::lround(100 * confidence));
}

QStringList runnersUp(const Task &task, const Sample &sample, const engine::Answer &answer, int most)
{
    std::vector<int> order(answer.probabilities.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&](int i) { return answer.probabilities[std::size_t(i)]; });
    QStringList words;
    for (const int index : order) {
        const double probability = answer.probabilities[std::size_t(index)];
        if (index == answer.predicted || probability < kLeastShown || words.size() >= most) {
            continue;
        }
        words << Words::tr("%1 %2", "class and its probability")
                     .arg(answeredClass(task, sample, index), format::percent(probability));
    }
    return words;
}

QString routeWords(const engine::Answer &answer)
{
    if (answer.routes.empty()) {
        return {};
    }
    const QString task = QString::fromStdString(answer.task);
    if (answer.routes.size() == 1) {
        return Words::tr("Only %1 takes a sample with these parts.").arg(task);
    }
    const engine::Route &next = answer.routes[1];
    const auto inside = [](const engine::Route &route) { return format::percent(1 - route.percentile); };
    return Words::tr("Taken for %1: %2 of its own samples lie farther from it than this one. Next was %3 with %4.")
        .arg(task, inside(answer.routes[0]), QString::fromStdString(next.task), inside(next));
}

QString cautionWords(const engine::Answer &answer)
{
    if (!answer.percentile || *answer.percentile < kUnlike) {
        return {};
    }
    return Words::tr("This sample is unlike what %1 has learned: %2 of its own samples are more usual. Do not rely on "
                     "the answer; let a person look at it.")
        .arg(QString::fromStdString(answer.task), format::percent(*answer.percentile));
}

}  // namespace atlas::widgets
