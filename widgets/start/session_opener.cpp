#include "widgets/start/session_opener.h"

#include "storage/current_copy.h"
#include "storage/snapshot.h"
#include "widgets/charts/format.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

namespace atlas::widgets {

struct SessionOpener::Opened {
    std::unique_ptr<storage::Project> project;
    QString reason;  ///< for reading only
    bool snapshot = false;
};

namespace {

QString snapshotReason(const storage::SnapshotFacts &facts)
{
    return SessionOpener::tr(
               "This is a frozen snapshot of the project %1, taken %2 by %3. It shows what was handed over and "
               "never changes.")
        .arg(QString::fromStdString(facts.project), format::dateTime(facts.takenUs),
             QString::fromStdString(facts.takenBy));
}

/// Why a live project can only be read, and of which moment it is where an older program wrote it.
QString readingReason(const storage::Project &project, const QString &reason)
{
    if (!storage::readsCurrentCopy(project)) {
        return reason;
    }
    const QString copied = SessionOpener::tr(
        "An older version of the program wrote it: you see a copy of this moment, brought up to date.");
    return reason.isEmpty() ? copied : reason + QLatin1Char(' ') + copied;
}

}  // namespace

SessionOpener::Opened SessionOpener::openOrRead(const std::filesystem::path &folder, storage::OpenMode mode)
{
    if (const auto facts = storage::snapshotFacts(folder)) {
        return {storage::Project::open(folder, storage::OpenMode::ReadOnly), snapshotReason(*facts), true};
    }
    try {
        auto project = storage::Project::open(folder, mode);
        const QString reason = readingReason(*project, {});
        return {std::move(project), reason};
    } catch (const Error &error) {
        if (error.code() != ErrorCode::Locked || mode == storage::OpenMode::ReadOnly) {
            throw;
        }
        auto project = storage::Project::open(folder, storage::OpenMode::ReadOnly);
        const QString reason = readingReason(*project, inWords(error.sentence()));
        return {std::move(project), reason};
    }
}

SessionOpener::SessionOpener(QObject *parent) : QObject(parent) {}

void SessionOpener::open(const QString &folder, storage::OpenMode mode)
{
    const std::filesystem::path path = folder.toStdString();
    run(folder, [path, mode] { return openOrRead(path, mode); });
}

void SessionOpener::create(const QString &folder)
{
    const std::filesystem::path path = folder.toStdString();
    run(folder, [path] { return Opened(storage::Project::create(path), QString()); });
}

void SessionOpener::run(const QString &folder, std::function<Opened()> make)
{
    Q_EMIT opening(folder);
    m_worker.push([this, make = std::move(make)] {
        try {
            auto outcome = std::make_shared<Opened>(make());
            QMetaObject::invokeMethod(
                this,
                [this, outcome] {
                    auto *session = new Session(std::move(outcome->project));
                    session->setReadOnlyReason(outcome->reason);
                    session->setProperty(kSnapshotProperty, outcome->snapshot);
                    Q_EMIT opened(session);
                },
                Qt::QueuedConnection);
        } catch (const std::exception &error) {
            const auto *ours = dynamic_cast<const Error *>(&error);
            QMetaObject::invokeMethod(
                this,
                [this, message = ours ? inWords(ours->sentence()) : QString::fromStdString(error.what()),
                 hint = ours ? inWords(ours->advice()) : QString()] { Q_EMIT failed(message, hint); },
                Qt::QueuedConnection);
        }
    });
}

}  // namespace atlas::widgets
