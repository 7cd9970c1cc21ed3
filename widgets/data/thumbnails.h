#pragma once

#include "core/sample.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QThreadPool>

#include <deque>
#include <filesystem>
#include <mutex>
#include <vector>

namespace atlas::widgets {

/// Small pictures for the gallery, made on worker threads as they are drawn, in their size and with round corners, so
/// that drawing one is copying it: from memory, else from the project's cache folder, else from
/// the picture itself. What was asked for last is made first; what was asked for long ago and is no longer looked at
/// is forgotten. The cache folder may be deleted at any time.
/// Threads: GUI thread; no member blocks.
class Thumbnails final : public QObject {
    Q_OBJECT

public:
    explicit Thumbnails(QObject *parent = nullptr);
    ~Thumbnails() override;

    /// `cache`: the project's cache folder. Forgets everything of the project before.
    void setCacheFolder(const std::filesystem::path &cache);

    /// The picture with `pixels` (device pixels) on its longer side, or a null pixmap: then it is being made and
    /// changed() follows, or it is broken.
    QPixmap pixmap(const AssetRef &asset, int pixels);
    /// Why the picture cannot be read; empty = it can, or it is not known yet.
    QString problem(const AssetRef &asset) const { return m_broken.value(asset.sha256); }
    bool waiting() const { return !m_asked.isEmpty(); }  ///< for some that were asked for

Q_SIGNALS:
    void changed();  ///< some pictures have come; at most one a turn of the event loop

private:
    struct Request {
        std::string sha256;
        std::filesystem::path path;
        int pixels = 0;
        int generation = 0;
        QString key;
    };
    struct Made {
        QString key;
        std::string sha256;
        QImage image;
        QString problem;
        int generation = 0;
    };

    void work();
    Made make(const Request &request) const;
    void deliver();

    static constexpr std::size_t kMostWaiting = 512;
    static constexpr int kMemoryBytes = 96 * 1024 * 1024;

    QCache<QString, QPixmap> m_memory;
    QHash<std::string, QString> m_broken;
    QSet<QString> m_asked;
    QThreadPool m_pool;
    mutable std::mutex m_mutex;
    int m_working = 0;               // guarded by m_mutex; workers that look for more when they have made one
    std::deque<Request> m_waiting;   // guarded by m_mutex; last = next
    std::vector<Made> m_made;        // guarded by m_mutex
    bool m_deliveryPosted = false;   // guarded by m_mutex
    std::filesystem::path m_folder;  // guarded by m_mutex
    int m_generation = 0;
};

}  // namespace atlas::widgets
