#include "sample_project.h"

#include "storage/asset_index.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/project.h"
#include "storage/sample_store.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <stdexcept>

namespace atlas::test {

SampleProject::SampleProject()
{
    m_owned = storage::Project::create(folder().toStdString());
    m_project = m_owned.get();
}

QString SampleProject::folder() const
{
    return m_dir.filePath(QStringLiteral("Line 4.atlas"));
}

std::int64_t SampleProject::addSamples(const std::string &dataset, const std::string &kind,
                                       const std::vector<Sample> &samples, const std::vector<std::string> &classes,
                                       bool multiLabel)
{
    return m_project->writer().run([&, assets = m_project->assetFolder()](storage::Connection &connection) {
        storage::DatasetStore datasets(connection);
        const std::int64_t id = datasets.create(dataset, kind, multiLabel);
        for (const std::string &name : classes) {
            datasets.ensureClass(id, name);
        }
        storage::SampleStore store(connection, assets);
        for (const Sample &sample : samples) {
            store.insert(id, sample, "tester");
        }
        return id;
    });
}

std::int64_t SampleProject::addTexts(const std::string &dataset, int count, const std::vector<std::string> &classes,
                                     bool multiLabel)
{
    std::vector<Sample> samples;
    for (int i = 0; i < count; ++i) {
        Sample sample;
        sample.text = "text " + std::to_string(i);
        sample.source = "notes.csv:" + std::to_string(i + 2);
        samples.push_back(std::move(sample));
    }
    return addSamples(dataset, "text", samples, classes, multiLabel);
}

AssetRef SampleProject::addPicture(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG")) {
        throw std::runtime_error("could not encode a picture");
    }
    const storage::StoredAsset asset =
        storage::AssetStore(m_project->assetFolder())
            .putBytes(std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))));
    return m_project->writer().run([&, assets = m_project->assetFolder()](storage::Connection &connection) {
        return storage::AssetIndex(connection, assets).add(asset, image.width(), image.height());
    });
}

std::int64_t SampleProject::addPictures(const std::string &dataset, int count, const std::vector<std::string> &classes)
{
    std::vector<Sample> samples;
    for (int i = 0; i < count; ++i) {
        QImage image(320, i % 3 == 0 ? 240 : 320, QImage::Format_RGB32);
        image.fill(QColor::fromHsv((i * 37) % 360, 40 + (i * 13) % 60, 225));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(60, 66, 74), 10));
        painter.setBrush(QColor(150, 158, 168));
        painter.drawEllipse(QRect(60, 40, 180, 160));
        painter.drawEllipse(QRect(120, 95, 60, 50));
        if (i % 2 == 1) {
            painter.setPen(QPen(QColor(190, 40, 30), 8));
            painter.drawLine(90 + i % 40, 70, 160 + i % 60, 170);
        }
        painter.end();
        Sample sample;
        sample.image = addPicture(image);
        sample.split = i % 5 == 4 ? Split::Test : Split::Train;
        sample.source = "parts/" + std::to_string(i) + ".png";
        if (i % 4 != 3) {
            sample.labels = {{classes[std::size_t(i) % classes.size()], 1.0}};
            sample.review = i % 8 == 0    ? ReviewState::Verified
                            : i % 13 == 1 ? ReviewState::Disputed
                                          : ReviewState::Labelled;
        }
        samples.push_back(std::move(sample));
    }
    return addSamples(dataset, "image", samples, classes);
}

std::vector<Sample> SampleProject::samples(std::int64_t dataset)
{
    const auto connection = m_project->connect();
    storage::SampleStore store(*connection, m_project->assetFolder());
    return store.load(store.ids(dataset, {}));
}

std::unique_ptr<widgets::Session> SampleProject::session()
{
    return std::make_unique<widgets::Session>(std::move(m_owned));
}

}  // namespace atlas::test
