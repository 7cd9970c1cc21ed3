#include "widgets/data/thumbnails.h"

#include "widgets/data/picture_reader.h"

#include <QDir>
#include <QFileInfo>
#include <QImageWriter>
#include <QPainter>
#include <QSaveFile>
#include <QThread>

#include <algorithm>
#include <utility>

namespace atlas::widgets {

namespace {

constexpr int kJpegQuality = 85;
constexpr int kTiny = 48;         // digits of 28 pixels are enlarged without smoothing
constexpr double kRound = 4;      // of 96: radius of the corners
constexpr int kWorthKeeping = 2;  // a picture smaller than this many thumbnails is read as quickly as its thumbnail

QString thumbnailFile(const std::filesystem::path &folder, int pixels, const std::string &sha256)
{
    const std::filesystem::path file = folder / std::to_string(pixels) / sha256.substr(0, 2) / (sha256 + ".thumb");
    return QString::fromStdString(file.string());
}

/// Failing to keep a thumbnail (read-only project, full disk) costs time later, nothing else.
void keep(const QImage &image, const QString &name)
{
    if (!QDir().mkpath(QFileInfo(name).path())) {
        return;
    }
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    QImageWriter writer(&file, image.hasAlphaChannel() ? QByteArrayLiteral("png") : QByteArrayLiteral("jpeg"));
    writer.setQuality(kJpegQuality);
    if (writer.write(image)) {
        file.commit();
    }
}

/// As it is drawn.
QImage finish(const QImage &image, int pixels)
{
    const bool tiny = std::max(image.width(), image.height()) <= kTiny;
    const QSize size = image.size().scaled(pixels, pixels, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    const QImage scaled = image.size() == size ? image
                                               : image.scaled(size, Qt::IgnoreAspectRatio,
                                                              tiny ? Qt::FastTransformation : Qt::SmoothTransformation);
    QImage finished(size, QImage::Format_ARGB32_Premultiplied);
    finished.fill(Qt::transparent);
    QPainter painter(&finished);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(scaled));
    const double radius = kRound * pixels / 96;
    painter.drawRoundedRect(finished.rect(), radius, radius);
    return finished;
}

}  // namespace

Thumbnails::Thumbnails(QObject *parent) : QObject(parent), m_memory(kMemoryBytes)
{
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
}

Thumbnails::~Thumbnails()
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.clear();
    }
    m_pool.clear();
    m_pool.waitForDone();
}

void Thumbnails::setCacheFolder(const std::filesystem::path &cache)
{
    const std::lock_guard lock(m_mutex);
    ++m_generation;
    m_waiting.clear();
    m_made.clear();
    m_folder = cache.empty() ? cache : cache / "thumbs";
    m_memory.clear();
    m_broken.clear();
    m_asked.clear();
}

QPixmap Thumbnails::pixmap(const AssetRef &asset, int pixels)
{
    const QString key = QString::fromStdString(asset.sha256) + QLatin1Char('@') + QString::number(pixels);
    if (const QPixmap *held = m_memory.object(key)) {
        return *held;
    }
    if (m_asked.contains(key) || m_broken.contains(asset.sha256)) {
        return {};
    }
    m_asked.insert(key);
    bool needsWorker = false;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back({asset.sha256, asset.path, pixels, m_generation, key});
        if (m_waiting.size() > kMostWaiting) {  // scrolled past long ago; asked for again when it comes into view
            m_asked.remove(m_waiting.front().key);
            m_waiting.pop_front();
        }
        if (m_working < m_pool.maxThreadCount()) {
            ++m_working;
            needsWorker = true;
        }
    }
    if (needsWorker) {
        m_pool.start([this] { work(); });
    }
    return {};
}

void Thumbnails::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_waiting.empty()) {
        const Request request = std::move(m_waiting.back());
        m_waiting.pop_back();
        lock.unlock();
        Made made = make(request);
        lock.lock();
        m_made.push_back(std::move(made));
        if (!std::exchange(m_deliveryPosted, true)) {
            QMetaObject::invokeMethod(this, &Thumbnails::deliver, Qt::QueuedConnection);
        }
    }
    --m_working;
}

Thumbnails::Made Thumbnails::make(const Request &request) const
{
    std::filesystem::path folder;
    {
        const std::lock_guard lock(m_mutex);
        folder = m_folder;
    }
    Made made{request.key, request.sha256, {}, {}, request.generation};
    const QString file = folder.empty() ? QString() : thumbnailFile(folder, request.pixels, request.sha256);
    if (!file.isEmpty() && made.image.load(file)) {
        made.image = finish(made.image, request.pixels);
        return made;
    }
    PictureResult picture = readPicture(request.path, QSize(request.pixels, request.pixels));
    made.image = std::move(picture.image);
    made.problem = picture.problem;
    const int edge = std::max(picture.original.width(), picture.original.height());
    if (!made.image.isNull() && !file.isEmpty() && edge > kWorthKeeping * request.pixels) {
        keep(made.image, file);
    }
    if (!made.image.isNull()) {
        made.image = finish(made.image, request.pixels);
    }
    return made;
}

void Thumbnails::deliver()
{
    std::vector<Made> made;
    {
        const std::lock_guard lock(m_mutex);
        m_deliveryPosted = false;
        made = std::exchange(m_made, {});
    }
    for (Made &one : made) {
        if (one.generation != m_generation) {
            continue;
        }
        m_asked.remove(one.key);
        if (one.image.isNull()) {
            m_broken.insert(one.sha256, one.problem);
        } else {
            const int bytes = int(one.image.sizeInBytes());
            m_memory.insert(one.key, new QPixmap(QPixmap::fromImage(std::move(one.image))), bytes);
        }
    }
    Q_EMIT changed();
}

}  // namespace atlas::widgets
