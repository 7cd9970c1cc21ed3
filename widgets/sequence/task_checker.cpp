#include "widgets/sequence/task_checker.h"

#include "storage/connection.h"
#include "widgets/sequence/task_facts.h"
#include "widgets/session.h"

#include <algorithm>

namespace atlas::widgets {

namespace {

TaskChecker::Looks looksOf(storage::Connection &connection, const std::filesystem::path &assets,
                           storage::TaskOrder order, const std::string &sequence, storage::TaskContentsReader &reader,
                           const std::stop_token &stop)
{
    storage::TaskStore store(connection, assets);
    if (const auto found = sequence.empty() ? std::nullopt : store.findSequence(sequence)) {
        order = {.tasks = found->tasks, .upstream = store.upstream(sequence)};
    }
    TaskChecker::Looks looks;
    std::vector<storage::TaskContents> inOrder;
    for (const Task &task : store.list()) {
        if (!sequence.empty() && std::find(order.tasks.begin(), order.tasks.end(), task.name) == order.tasks.end()) {
            continue;
        }
        storage::TaskContents contents = reader.read(connection, assets, task, stop);
        TaskLook &look = looks[task.name];
        look.classCounts = contents.ofClass(Split::Train);
        std::sort(look.classCounts.rbegin(), look.classCounts.rend());
        look.checks = storage::checksOf(contents);
        look.news = store.newSamples(task.name, task.createdUs);
        if (std::find(order.tasks.begin(), order.tasks.end(), task.name) != order.tasks.end()) {
            inOrder.push_back(std::move(contents));
        }
    }
    for (auto &[task, checks] : storage::checksAmong(inOrder, order)) {
        if (const auto found = looks.find(task); found != looks.end()) {
            std::vector<storage::TaskCheck> &own = found->second.checks;
            own.insert(own.begin(), checks.begin(), checks.end());
            storage::sortByLevel(own);
        }
    }
    return looks;
}

}  // namespace

TaskChecker::TaskChecker(QObject *parent) : QObject(parent)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &TaskChecker::start);
    connect(&m_work, &LatestWork::failed, this, &TaskChecker::failed);
}

void TaskChecker::setSession(Session *session)
{
    if (m_session) {
        m_session->disconnect(this);
    }
    m_session = session;
    m_reader = std::make_shared<storage::TaskContentsReader>();
    m_wanted = false;
    m_work.stop();
    m_rest.stop();
    if (session != nullptr) {
        connect(session, &Session::samplesChanged, this, [this] {
            if (m_wanted) {
                m_rest.start(kSamplesRestMs);
            }
        });
    }
}

void TaskChecker::look(const storage::TaskOrder &order)
{
    m_order = order;
    m_sequence.clear();
    m_wanted = true;
    m_rest.start(kRestMs);
}

void TaskChecker::lookAt(const QString &sequence)
{
    m_order = {};
    m_sequence = sequence.toStdString();
    m_wanted = !sequence.isEmpty();
    m_work.stop();
    m_wanted ? m_rest.start(kRestMs) : m_rest.stop();
}

void TaskChecker::start()
{
    if (!m_session) {
        return;
    }
    m_work.start([this, project = m_session->sharedProject(), order = m_order, sequence = m_sequence,
                  reader = m_reader](const std::stop_token &stop) -> LatestWork::Answer {
        const auto connection = project->connect();
        const auto looks =
            std::make_shared<const Looks>(looksOf(*connection, project->assetFolder(), order, sequence, *reader, stop));
        return [this, looks] { Q_EMIT looked(looks); };
    });
}

QString cautionsOf(const TaskChecker::Looks &looks)
{
    int cautions = 0;
    QString first;
    for (const auto &[task, look] : looks) {
        for (const storage::TaskCheck &check : look.checks) {
            if (isCaution(check) && cautions++ == 0) {
                first = QStringLiteral("%1: %2").arg(QString::fromStdString(task), checkText(check));
            }
        }
    }
    return cautions == 0 ? QString() : TaskChecker::tr("%n caution(s). %1", nullptr, cautions).arg(first);
}

}  // namespace atlas::widgets
