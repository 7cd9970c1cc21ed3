#include "widgets/start/session_opener.h"

#include "widgets/session.h"

namespace atlas::widgets {

namespace {

using Opened = std::pair<std::unique_ptr<storage::Project>, QString>;  // with the reason for reading only

Opened openOrRead(const std::filesystem::path &folder, storage::OpenMode mode)
{
    try {
        return {storage::Project::open(folder, mode), QString()};
    } catch (const Error &error) {
        if (error.code() != ErrorCode::Locked || mode == storage::OpenMode::ReadOnly) {
            throw;
        }
        return {storage::Project::open(folder, storage::OpenMode::ReadOnly), QString::fromStdString(error.message())};
    }
}

}  // namespace

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
                    auto *session = new Session(std::move(outcome->first));
                    session->setReadOnlyReason(outcome->second);
                    Q_EMIT opened(session);
                },
                Qt::QueuedConnection);
        } catch (const std::exception &error) {
            const auto *ours = dynamic_cast<const Error *>(&error);
            QMetaObject::invokeMethod(
                this,
                [this, message = QString::fromStdString(ours ? ours->message() : error.what()),
                 hint = QString::fromStdString(ours ? ours->hint() : std::string())] { Q_EMIT failed(message, hint); },
                Qt::QueuedConnection);
        }
    });
}

}  // namespace atlas::widgets
