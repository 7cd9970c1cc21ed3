#include "app/run_suggestions.h"

#include "app/backbones.h"
#include "app/predictions.h"
#include "core/comma_list.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "engine/api/engine.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/project.h"
#include "storage/quality/insight_store.h"
#include "storage/quality/suggesting_runs.h"
#include "storage/run_store.h"
#include "storage/sample_store.h"
#include "storage/task_store.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <span>

namespace atlas::app {
namespace {

/// The run, and its task that answers for the dataset.
storage::SuggestingRun suggesterOf(storage::Connection &connection, const std::filesystem::path &assets,
                                   const Dataset &dataset, const std::string &key, const std::string &wanted)
{
    const std::optional<RunRecord> run = storage::RunStore(connection).find(key);
    if (!run) {
        throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no run \"%1\"."), key),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas runs")));
    }
    if (run->status != RunStatus::Finished) {
        throw Error(
            ErrorCode::Usage,
            say(QT_TRANSLATE_NOOP("Sentence", "The run %1 is %2, expected a finished one. Nothing was suggested."),
                run->name, say(runStatusName(run->status))),
            say(QT_TRANSLATE_NOOP("Sentence", "Wait until it is trained, or resume it.")));
    }
    const std::vector<storage::LabelClass> classes = storage::DatasetStore(connection).classes(dataset.id);
    storage::TaskStore tasks(connection, assets);
    std::vector<storage::SuggestingRun> fitting;
    Sentence others;
    for (const std::string &name : run->tasks) {
        const std::optional<Task> task = wanted.empty() || wanted == name ? tasks.find(name) : std::nullopt;
        if (!task) {
            continue;
        }
        const Sentence misfit = storage::taskMisfit(*task, dataset, classes);
        if (misfit.empty()) {
            fitting.push_back({.run = *run, .task = *task, .score = {}});
        } else {
            others = say("%1 %2: %3.", others, name, misfit);
        }
    }
    if (fitting.empty()) {
        throw Error(
            ErrorCode::Usage,
            wanted.empty()
                ? say(QT_TRANSLATE_NOOP(
                          "Sentence",
                          "The run %1 has no task that can answer for the dataset \"%2\".%3 Nothing was suggested."),
                      run->name, dataset.name, others)
                : say(QT_TRANSLATE_NOOP("Sentence", "The run %1 has no task \"%2\" that can answer for the dataset "
                                                    "\"%3\".%4 Nothing was suggested."),
                      run->name, wanted, dataset.name, others),
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "Choose a run that learned a task with the dataset's kind and classes.")));
    }
    if (fitting.size() > 1) {
        throw Error(ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "Several tasks of the run %1 can answer for the dataset: %2."),
                        run->name, commaList(fitting, [](const auto &one) { return one.task.name; })),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give --task with one of them.")));
    }
    return fitting.front();
}

/// Those without a label, and those whose label people do not agree on.
std::vector<Sample> withoutLabel(storage::Connection &connection, const storage::Project &project,
                                 const Dataset &dataset)
{
    storage::SampleStore samples(connection, project.assetFolder());
    std::vector<Sample> found;
    for (const ReviewState state : {ReviewState::Unlabelled, ReviewState::Disputed}) {
        storage::SampleFilter filter;
        filter.review = state;
        std::ranges::move(samples.load(samples.ids(dataset.id, filter)), std::back_inserter(found));
    }
    const TaskKind &kind = taskKind(dataset.kind);
    std::erase_if(found, [&kind](const Sample &sample) { return !missingField(kind, sample).empty(); });
    if (found.empty()) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "Every sample of the dataset \"%1\" has a label already."), dataset.name),
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "Import samples without labels, or take labels away, to have some suggested.")));
    }
    return found;
}

/// The three most probable classes, best first.
storage::RunSuggestion suggestionOf(const Task &task, const Sample &sample, const engine::Answer &answer)
{
    constexpr std::size_t kKept = 3;
    storage::RunSuggestion suggestion{.sample = sample.id};
    for (std::size_t i = 0; i < answer.probabilities.size(); ++i) {
        suggestion.suggestions.emplace_back(className(task, static_cast<int>(i)), answer.probabilities[i]);
    }
    std::ranges::stable_sort(suggestion.suggestions, std::greater(), &std::pair<std::string, double>::second);
    suggestion.suggestions.resize(std::min(suggestion.suggestions.size(), kKept));
    return suggestion;
}

/// Answers for a few thousand samples at a time. One sample that cannot be read must not cost all others their answers:
/// what holds it is halved until it stands alone.
class Predicting {
public:
    Predicting(engine::Engine &engine, engine::PredictRequest request, const Task &task, std::size_t all,
               Observer &observer, const std::stop_token &stop)
        : m_engine(engine), m_request(std::move(request)), m_task(task), m_all(all), m_observer(observer), m_stop(stop)
    {
    }

    void answer(std::span<const Sample> samples)
    {
        for (std::size_t begin = 0; begin < samples.size(); begin += kAtOnce) {
            answerPart(samples.subspan(begin, std::min(kAtOnce, samples.size() - begin)));
        }
    }

    std::vector<storage::RunSuggestion> suggestions;

private:
    static constexpr std::size_t kAtOnce = 2048;
    static constexpr int kGiveUpAfter = 8;  ///< broken ones before the first that can be read

    /// Progress of a part as progress of all.
    class PartObserver final : public Observer {
    public:
        PartObserver(Observer &whole, double begin, double share) : m_whole(whole), m_begin(begin), m_share(share) {}

        void progress(double fraction, const Sentence &what) override
        {
            m_whole.progress(m_begin + m_share * fraction, what);
        }
        void log(LogLevel level, const std::string &message) override { m_whole.log(level, message); }

    private:
        Observer &m_whole;
        double m_begin;
        double m_share;
    };

    void answerPart(std::span<const Sample> part)
    {
        throwIfStopped(m_stop);
        m_request.samples.assign(part.begin(), part.end());
        PartObserver progress(m_observer, double(m_done) / double(m_all), double(part.size()) / double(m_all));
        try {
            const std::vector<engine::Answer> answers = m_engine.predict(m_request, progress, m_stop);
            for (std::size_t i = 0; i < part.size(); ++i) {
                suggestions.push_back(suggestionOf(m_task, part[i], answers[i]));
            }
        } catch (const Error &error) {
            if (error.code() != ErrorCode::BadInput) {
                throw;
            }
            if (part.size() > 1) {
                answerPart(part.first(part.size() / 2));
                answerPart(part.subspan(part.size() / 2));
                return;
            }
            if (suggestions.empty() && ++m_broken >= kGiveUpAfter) {
                throw;  // it is not the samples
            }
            m_observer.log(LogLevel::Warning, "Left out: " + error.message());
        }
        m_done += part.size();
    }

    engine::Engine &m_engine;
    engine::PredictRequest m_request;
    const Task &m_task;
    std::size_t m_all;
    Observer &m_observer;
    const std::stop_token &m_stop;
    std::size_t m_done = 0;
    int m_broken = 0;
};

}  // namespace

std::int64_t suggestFromRun(engine::Engine &engine, storage::Project &project, std::int64_t id, const std::string &run,
                            const std::string &task, Observer &observer, const std::stop_token &stop)
{
    project.writer();  // says now, not after the answering, that the project cannot be written
    const auto connection = project.connect();
    const Dataset dataset = storage::DatasetStore(*connection).get(id);
    const storage::SuggestingRun suggester = suggesterOf(*connection, project.assetFolder(), dataset, run, task);
    const std::vector<Sample> samples = withoutLabel(*connection, project, dataset);
    engine::PredictRequest request;
    request.backboneFolder = findBackbone(suggester.run.spec.backboneName).folder;
    request.modelFolder = project.modelFolder(suggester.run.uuid);
    request.task = suggester.task.name;
    request.precision = suggester.run.spec.precision;
    storage::TaskStore tasks(*connection, project.assetFolder());
    for (const std::string &name : suggester.run.tasks) {
        if (std::optional<Task> known = tasks.find(name)) {
            request.tasks.push_back(std::move(*known));
        }
    }
    Predicting predicting(engine, std::move(request), suggester.task, samples.size(), observer, stop);
    predicting.answer(samples);
    if (predicting.suggestions.empty()) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence",
                                          "None of the samples without a label can be read. Nothing was suggested.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "See the Quality panel, which lists them.")));
    }
    project.writer().run([&](storage::Connection &writing) {
        if (taskKind(dataset.kind).head == HeadForm::PerInput) {  // the places of options that no label has named yet
            storage::DatasetStore datasets(writing);
            for (const storage::RunSuggestion &one : predicting.suggestions) {
                for (const auto &[name, probability] : one.suggestions) {
                    datasets.ensureClass(id, name);
                }
            }
        }
        storage::InsightStore(writing).suggest(id, suggester.run.name, suggester.task.trainCount,
                                               predicting.suggestions);
    });
    observer.progress(1.0, say(QT_TRANSLATE_NOOP("Sentence", "Done")));
    return static_cast<std::int64_t>(predicting.suggestions.size());
}

}  // namespace atlas::app
