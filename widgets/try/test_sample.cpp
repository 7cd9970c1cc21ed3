#include "widgets/try/test_sample.h"

#include "storage/split_random.h"
#include "widgets/charts/format.h"
#include "widgets/try/answer_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace atlas::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TestSample)
};

/// The labels of the sample as people read them, the one with most weight first.
QString labelWords(const Task &task, const Sample &sample)
{
    std::vector<Label> labels = sample.labels;
    std::ranges::stable_sort(labels, std::greater(), &Label::weight);
    QStringList words;
    for (const Label &label : labels) {
        const auto place = std::ranges::find(task.classes, label.name);
        words << (place == task.classes.end() ? QString::fromStdString(label.name)
                                              : answeredClass(task, sample, int(place - task.classes.begin())));
    }
    return words.join(QStringLiteral(", "));
}

}  // namespace

std::optional<TestSample> readTestSample(storage::Connection &connection, const std::filesystem::path &assets,
                                         std::vector<Task> tasks, const storage::TestDraw &draw)
{
    storage::shuffleBySeed(tasks, draw.seed);
    for (const Task &task : tasks) {
        if (std::optional<Sample> sample = storage::drawTestSample(connection, assets, task, draw)) {
            return TestSample{.task = task.name, .sample = std::move(*sample)};
        }
    }
    return std::nullopt;
}

QString testSampleTitle(const TestSample &sample)
{
    return Words::tr("test sample %1 of %2").arg(format::count(sample.sample.id), QString::fromStdString(sample.task));
}

bool isRight(const TriedRun &run, const TestSample &sample, const engine::Answer &answer)
{
    const Task *task = run.task(answer.task);
    const auto place = std::size_t(answer.predicted);
    return task != nullptr && answer.task == sample.task && answer.predicted >= 0 && place < task->classes.size() &&
           std::ranges::find(sample.sample.labels, task->classes[place], &Label::name) != sample.sample.labels.end();
}

QString truthWords(const TriedRun &run, const TestSample &sample, const engine::Answer &answer)
{
    const Task *task = run.task(sample.task);
    if (task == nullptr) {
        return {};
    }
    const QString labels = labelWords(*task, sample.sample);
    if (answer.task != sample.task) {
        return Words::tr("Wrong: this test sample is one of %1, and labelled %2.")
            .arg(QString::fromStdString(sample.task), labels);
    }
    return isRight(run, sample, answer) ? Words::tr("Right: this test sample is labelled %1.").arg(labels)
                                        : Words::tr("Wrong: this test sample is labelled %1.").arg(labels);
}

}  // namespace atlas::widgets
