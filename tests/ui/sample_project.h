#pragma once

#include "core/sample.h"
#include "widgets/session.h"

#include <QTemporaryDir>

#include <memory>

class QImage;

namespace atlas::test {

/// A small project in a temporary folder with one dataset, made through the stores as an import would.
class SampleProject {
public:
    SampleProject();

    /// `count` texts "text 0", "text 1", ... without labels, and the given classes.
    std::int64_t addTexts(const std::string &dataset, int count, const std::vector<std::string> &classes,
                          bool multiLabel = false);
    /// Drawn pictures with labels going round through the classes; every fourth is left unlabelled.
    std::int64_t addPictures(const std::string &dataset, int count, const std::vector<std::string> &classes);
    std::int64_t addSamples(const std::string &dataset, const std::string &kind, const std::vector<Sample> &samples,
                            const std::vector<std::string> &classes, bool multiLabel = false);
    AssetRef addPicture(const QImage &image);

    std::vector<Sample> samples(std::int64_t dataset);
    QString folder() const;
    void close() { m_owned.reset(); }  ///< so that another process can open it
    /// Hands the open project over; call it once.
    std::unique_ptr<widgets::Session> session();

private:
    QTemporaryDir m_dir;
    std::unique_ptr<storage::Project> m_owned;
    storage::Project *m_project = nullptr;
};

}  // namespace atlas::test
