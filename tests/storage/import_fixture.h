#pragma once

#include "core/observer.h"
#include "storage/importer.h"
#include "storage/project.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <string>

namespace atlas::test {

/// A folder to write sources into and an empty project beside it.
class ImportFixture {
public:
    ImportFixture();

    std::filesystem::path source() const { return m_source; }
    std::filesystem::path write(const std::string &name, const QByteArray &bytes) const;
    /// A small picture of one grey value; different values are different content.
    std::filesystem::path writePicture(const std::string &name, int grey) const;
    std::filesystem::path writeGz(const std::string &name, const QByteArray &bytes) const;

    storage::ImportRequest request() const;  ///< of the whole source folder into the dataset "set"
    storage::ImportReport import(const storage::ImportRequest &request) const;
    storage::ImportReport import() const { return import(request()); }

    storage::Project &project() const { return *m_project; }
    std::vector<Sample> samples(const std::string &dataset = "set") const;
    std::size_t assetFiles() const;

private:
    QTemporaryDir m_dir;
    std::filesystem::path m_source;
    std::unique_ptr<storage::Project> m_project;
};

/// How often the code occurs.
int count(const storage::ImportReport &report, const char *code);
/// Where the code occurs first, or "".
QString where(const storage::ImportReport &report, const char *code);
/// All problems in words, for the message of a failed check.
QByteArray describe(const storage::ImportReport &report);

QByteArray pictureBytes(const char *extension, int width, int height, int grey);
QByteArray idxBytes(const std::vector<std::uint32_t> &sizes, const QByteArray &data);

}  // namespace atlas::test
