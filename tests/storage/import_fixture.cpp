#include "import_fixture.h"

#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/sample_store.h"

#include <opencv2/imgcodecs.hpp>
#include <zlib.h>

#include <fstream>

namespace atlas::test {
namespace fs = std::filesystem;

ImportFixture::ImportFixture() : m_source(fs::path(m_dir.path().toStdString()) / "source")
{
    fs::create_directories(m_source);
    m_project = storage::Project::create(fs::path(m_dir.path().toStdString()) / "test.atlas");
}

fs::path ImportFixture::write(const std::string &name, const QByteArray &bytes) const
{
    const fs::path file = m_source / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary).write(bytes.constData(), bytes.size());
    return file;
}

fs::path ImportFixture::writePicture(const std::string &name, int grey) const
{
    return write(name, pictureBytes(".png", 12, 8, grey));
}

fs::path ImportFixture::writeGz(const std::string &name, const QByteArray &bytes) const
{
    const fs::path file = write(name, {});
    gzFile packed = gzopen(file.c_str(), "wb");
    gzwrite(packed, bytes.constData(), static_cast<unsigned>(bytes.size()));
    gzclose(packed);
    return file;
}

storage::ImportRequest ImportFixture::request() const
{
    storage::ImportRequest request;
    request.source = m_source;
    request.dataset = "set";
    request.actor = "test";
    return request;
}

storage::ImportReport ImportFixture::import(const storage::ImportRequest &request) const
{
    NullObserver observer;
    return storage::importInto(*m_project, request, observer, {});
}

std::vector<Sample> ImportFixture::samples(const std::string &dataset) const
{
    const std::unique_ptr<storage::Connection> connection = m_project->connect();
    const std::optional<Dataset> known = storage::DatasetStore(*connection).find(dataset);
    if (!known) {
        return {};
    }
    storage::SampleStore store(*connection, m_project->assetFolder());
    return store.load(store.ids(known->id, {}));
}

std::size_t ImportFixture::assetFiles() const
{
    std::size_t files = 0;
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(m_project->assetFolder())) {
        files += entry.is_regular_file() ? 1 : 0;
    }
    return files;
}

int count(const storage::ImportReport &report, const char *code)
{
    return static_cast<int>(std::count_if(report.problems.begin(), report.problems.end(),
                                          [&](const storage::Problem &problem) { return problem.code == code; }));
}

QString where(const storage::ImportReport &report, const char *code)
{
    for (const storage::Problem &problem : report.problems) {
        if (problem.code == code) {
            return QString::fromStdString(problem.where);
        }
    }
    return {};
}

QByteArray describe(const storage::ImportReport &report)
{
    QByteArray text = "read " + QByteArray::number(qint64(report.read)) + ", imported " +
                      QByteArray::number(qint64(report.imported)) + ", format " + report.format.c_str();
    for (const storage::Problem &problem : report.problems) {
        text +=
            "\n  " + QByteArray::fromStdString(problem.code + " " + problem.where + ": " + problem.message.english());
    }
    return text;
}

QByteArray pictureBytes(const char *extension, int width, int height, int grey)
{
    std::vector<unsigned char> bytes;
    cv::imencode(extension, cv::Mat(height, width, CV_8U, cv::Scalar(grey)), bytes);
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QByteArray idxBytes(const std::vector<std::uint32_t> &sizes, const QByteArray &data)
{
    QByteArray bytes("\0\0\x08", 3);
    bytes += static_cast<char>(sizes.size());
    for (const std::uint32_t size : sizes) {
        for (const int shift : {24, 16, 8, 0}) {
            bytes += static_cast<char>(size >> shift & 0xFF);
        }
    }
    return bytes + data;
}

}  // namespace atlas::test
