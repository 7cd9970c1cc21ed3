#pragma once

#include "storage/asset_store.h"
#include "storage/import/picture_check.h"
#include "storage/importer.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace atlas::storage {

/// A picture that was checked and, unless nothing is to be stored, put into the project.
struct CheckedPicture {
    StoredAsset asset;
    PictureCheck check;
};

/// By hash. Shared, not copied: there may be a hundred thousand.
using CheckedPictures = std::map<std::string, std::shared_ptr<CheckedPicture>>;

/// What became of one thing that the importer handed over, in its order.
struct ImportEntry {
    std::optional<Sample> sample{};  ///< nothing = it was left out, or was none
    bool wasSample = false;
    std::vector<Problem> problems{};
    std::optional<pictures::PictureMeasures> measures{};  ///< of its (first) picture
    bool turned = false;                                  ///< a picture of it was, as EXIF says
    bool converted = false;
};

/// Between an importer and the database: pictures are decoded and stored by two workers while the importer reads on.
/// At most a few dozen samples with pictures in memory are on the way at once; what is kept is rows without pictures.
/// Threads: the importer's calls come from one thread.
class ImportPipeline final : public ImportSink {
public:
    /// `store`: nullptr checks pictures without storing them (dry run).
    ImportPipeline(const AssetStore *store, bool link, Observer &observer, std::stop_token stop);
    /// Ends the workers and, unless keepAssets() was called, takes back what was stored.
    ~ImportPipeline() override;

    /// Errors: Cancelled; DiskFull and Io when a worker met them.
    void sample(IncomingSample sample) override;
    void problem(Problem problem) override;
    void progress(double fraction) override;

    /// Waits for the workers.  Errors: as sample().
    void finish();

    std::deque<ImportEntry> &entries() { return m_entries; }
    /// Stored pictures by hash. Requires: finish().
    const CheckedPictures &pictures() const { return m_byHash; }
    void keepAssets() { m_keep = true; }

private:
    struct Job {
        ImportEntry *entry = nullptr;
        std::vector<unsigned char> imageBytes;
    };

    void work();
    void process(Job &job);
    using Checked = std::shared_ptr<CheckedPicture>;

    bool take(const CheckedPicture &picture, ImportEntry &entry, AssetRef &image) const;
    Checked check(const std::filesystem::path &file);
    Checked checkBytes(std::span<const std::byte> bytes, const std::filesystem::path &file);
    void endWorkers();
    void rethrow();

    const AssetStore *m_store;
    bool m_link;
    Observer &m_observer;
    std::stop_token m_stop;
    std::deque<ImportEntry> m_entries;
    bool m_keep = false;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;                   // guarded by m_mutex
    bool m_ended = false;                     // guarded by m_mutex
    std::exception_ptr m_failure;             // guarded by m_mutex
    std::map<std::string, Checked> m_byFile;  // guarded by m_mutex; names as strings: paths take five times the room
    CheckedPictures m_byHash;                 // guarded by m_mutex
    std::vector<std::jthread> m_workers;
};

}  // namespace atlas::storage
