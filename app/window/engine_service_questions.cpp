#include "app/run_answers.h"
#include "app/window/engine_service.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "storage/connection.h"
#include "storage/project.h"
#include "storage/run_store.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QFileInfo>

#include <utility>

// What finished runs are asked.
namespace atlas::app {
namespace {

/// Errors: NotFound.
RunRecord findRun(const storage::Project &project, const QString &uuid)
{
    const auto connection = project.connect();
    if (std::optional<RunRecord> run = storage::RunStore(*connection).find(uuid.toStdString())) {
        return std::move(*run);
    }
    throw Error(ErrorCode::NotFound, "The run is gone.", "Choose another one.");
}

/// Pictures are known by their content.  Errors: NotFound, Io.
Sample identified(Sample sample)
{
    for (std::optional<AssetRef> *asset : {&sample.image, &sample.image2}) {
        if (*asset && (*asset)->sha256.empty()) {
            (*asset)->sha256 = sha256OfFile((*asset)->path);
        }
    }
    return sample;
}

}  // namespace

QString EngineService::runningRun() const
{
    const std::lock_guard lock(m_mutex);
    return m_current ? QString::fromStdString(m_current->uuid) : QString();
}

void EngineService::ask(const widgets::Question &question, QObject *context, std::function<void(engine::Answer)> done,
                        std::function<void(QString, QString)> failed)
{
    cancelQuestion();
    m_question = {};
    std::shared_ptr<storage::Project> project = m_session ? m_session->sharedProject() : nullptr;
    auto work = [this, project, question, stop = m_question.get_token(), guard = QPointer<QObject>(context),
                 done = std::move(done), failed = std::move(failed)](engine::Engine *engine, const Sentence &reason) {
        std::function<void()> answer;
        try {
            throwIfStopped(stop);
            if (engine == nullptr || project == nullptr) {
                throw Error(ErrorCode::Internal,
                            engine == nullptr ? reason : say(QT_TRANSLATE_NOOP("Sentence", "No project is open.")));
            }
            NullObserver observer;
            engine::PredictRequest request =
                predictRequest(*project, findRun(*project, question.run), question.task.toStdString(), kNearest);
            request.samples = {identified(question.sample)};
            answer = [done, made = engine->predict(request, observer, stop).front()] { done(made); };
        } catch (const Error &error) {
            answer = [failed, message = widgets::inWords(error.sentence()), hint = widgets::inWords(error.advice())] {
                failed(message, hint);
            };
        } catch (const std::exception &error) {
            answer = [failed, message = QString::fromUtf8(error.what())] { failed(message, {}); };
        }
        QMetaObject::invokeMethod(
            this,
            [guard, stop, answer] {
                if (guard && !stop.stop_requested()) {
                    answer();
                }
            },
            Qt::QueuedConnection);
    };
    m_thread.post(std::move(work), EngineThread::Length::Brief);
}

void EngineService::cancelQuestion()
{
    m_question.request_stop();
}

widgets::Job *EngineService::answerFile(const QString &runUuid, const QString &task, const QString &file,
                                        const QString &out, QObject *parent)
{
    return engineJob(
        tr("Answering %1").arg(QFileInfo(file).fileName()),
        [runUuid, name = task.toStdString(), from = file.toStdString(), to = out.toStdString()](
            engine::Engine &engine, storage::Project &project, Observer &observer, const std::stop_token &stop) {
            app::answerFile(engine, project, findRun(project, runUuid), name, from, to, observer, stop);
        },
        parent);
}

widgets::Job *EngineService::measureRobustness(const QString &runUuid, const QStringList &tasks,
                                               const QStringList &perturbations, qint64 limit, QObject *parent)
{
    RobustnessPlan plan;
    for (const QString &task : tasks) {
        plan.tasks.push_back(task.toStdString());
    }
    for (const QString &perturbation : perturbations) {
        plan.perturbations.push_back(perturbation.toStdString());
    }
    plan.limit = limit;
    return engineJob(
        tr("Measuring robustness"),
        [runUuid, plan](engine::Engine &engine, storage::Project &project, Observer &observer,
                        const std::stop_token &stop) {
            app::measureRobustness(engine, project, findRun(project, runUuid), plan, observer, stop);
        },
        parent);
}

widgets::Job *EngineService::exportPackage(const QString &runUuid, const QString &task, const QString &out,
                                           QObject *parent)
{
    return engineJob(
        tr("Exporting %1").arg(task),
        [runUuid, name = task.toStdString(), to = out.toStdString()](engine::Engine &engine, storage::Project &project,
                                                                     Observer &, const std::stop_token &) {
            exportTask(engine, project, findRun(project, runUuid), name, to);
        },
        parent);
}

}  // namespace atlas::app
