#include "app/run_recorder.h"

#include "core/sentence_json.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/run_store.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace atlas::app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kFlushEvery = std::chrono::milliseconds(500);
constexpr auto kHeartbeatEvery = std::chrono::seconds(2);

/// Says in the row of the run every two seconds that it is alive, for as long as the object is: while the engine's
/// thread waits for a person, nothing else does.
class KeptAlive {
public:
    KeptAlive(storage::Project &project, std::string run, double fraction, const Sentence &what)
        : m_thread([&project, run = std::move(run), fraction, what = storedText(what)](const std::stop_token &ending) {
              std::mutex mutex;
              std::condition_variable_any wake;
              std::unique_lock lock(mutex);
              while (!wake.wait_for(lock, ending, kHeartbeatEvery, [&] { return ending.stop_requested(); })) {
                  try {
                      project.writer().run([&](storage::Connection &connection) {
                          storage::RunStore(connection).heartbeat(run, fraction, what);
                      });
                  } catch (const std::exception &) {
                      return;  // what the run writes next fails in the same way, and stops it with the reason
                  }
              }
          })
    {
    }

private:
    std::jthread m_thread;
};

}  // namespace

RunRecorder::RunRecorder(storage::Project &project, RunRecord run, RunListener listener)
    : m_project(project), m_run(std::move(run)), m_listener(std::move(listener))
{
}

void RunRecorder::progress(double fraction, const Sentence &what)
{
    m_fraction = fraction;
    if (Clock::now() - m_lastHeartbeat >= kHeartbeatEvery) {
        heartbeat(what);
    }
    if (m_listener.progressed) {
        m_listener.progressed(fraction, what);
    }
}

void RunRecorder::heartbeat(const Sentence &what)
{
    m_lastHeartbeat = Clock::now();
    m_project.writer().run([&](storage::Connection &connection) {
        storage::RunStore(connection).heartbeat(m_run.uuid, m_fraction, storedText(what));
    });
}

void RunRecorder::log(LogLevel level, const std::string &message)
{
    if (m_listener.logged) {
        m_listener.logged(level, message);
    }
}

void RunRecorder::point(const SeriesKey &series, const SeriesPoint &point)
{
    m_points.emplace_back(series, point);
    if (Clock::now() - m_lastFlush >= kFlushEvery) {
        flush();
    }
}

void RunRecorder::decided(const DecisionRecord &decision)
{
    m_project.writer().run(
        [&](storage::Connection &connection) { storage::ResultStore(connection).putDecision(m_run.id, decision); });
    if (m_listener.decided) {
        m_listener.decided(decision);
    }
}

void RunRecorder::effect(const AdapterEffect &effect)
{
    m_project.writer().run(
        [&](storage::Connection &connection) { storage::ResultStore(connection).putEffect(m_run.id, effect); });
}

void RunRecorder::evaluated(const AccuracyCell &cell, const std::vector<Prediction> &predictions)
{
    m_project.writer().run([&](storage::Connection &connection) {
        storage::ResultStore(connection).putCell(m_run.id, cell, predictions);
    });
    if (m_listener.evaluated) {
        m_listener.evaluated(cell);
    }
}

void RunRecorder::learned(const TaskCost &cost)
{
    m_project.writer().run(
        [&](storage::Connection &connection) { storage::ResultStore(connection).putCost(m_run.id, cost); });
}

void RunRecorder::checkpointed()
{
    flush();
}

std::optional<std::string> RunRecorder::ask(const DecisionRecord &proposal)
{
    if (!m_listener.ask) {
        return std::nullopt;
    }
    const Sentence what = say(QT_TRANSLATE_NOOP("Sentence", "waiting for an answer: reuse or expand %1?"),
                              m_run.tasks.at(static_cast<std::size_t>(proposal.task)));
    flush();  // whoever is asked can look at all curves
    heartbeat(what);
    const KeptAlive alive(m_project, m_run.uuid, m_fraction, what);
    return m_listener.ask(proposal);
}

void RunRecorder::flush()
{
    m_lastFlush = Clock::now();
    if (m_points.empty()) {
        return;
    }
    m_project.writer().run(
        [&](storage::Connection &connection) { storage::ResultStore(connection).addPoints(m_run.id, m_points); });
    if (m_listener.pointsAdded) {
        m_listener.pointsAdded(m_points);
    }
    m_points.clear();
}

}  // namespace atlas::app
