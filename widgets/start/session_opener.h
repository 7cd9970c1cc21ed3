#pragma once

#ifndef Q_MOC_RUN  // moc of Qt 6.4 cannot read <concepts>
#include "storage/project.h"
#endif
#include "widgets/work_queue.h"

#include <QObject>

namespace atlas::widgets {

class Session;

/// Property of a session: true where the project is a frozen snapshot (storage/snapshot.h).
inline constexpr char kSnapshotProperty[] = "snapshot";

/// Opens and makes projects on a thread of its own (migration and checks may take seconds).
/// Each call ends in exactly one of opened() and failed().  Threads: GUI thread; does not block.
class SessionOpener final : public QObject {
    Q_OBJECT

public:
    explicit SessionOpener(QObject *parent = nullptr);

    /// ReadWrite that finds another writer opens read-only instead, and the session says who writes. A frozen snapshot
    /// is always opened read-only; the session says what it is.
    void open(const QString &folder, storage::OpenMode mode = storage::OpenMode::ReadWrite);
    void create(const QString &folder);

Q_SIGNALS:
    void opening(const QString &folder);
    void opened(Session *session);  ///< the receiver owns it
    void failed(const QString &message, const QString &hint);

private:
    struct Opened;
    static Opened openOrRead(const std::filesystem::path &folder, storage::OpenMode mode);
    void run(const QString &folder, std::function<Opened()> make);

    WorkQueue m_worker;
};

}  // namespace atlas::widgets
