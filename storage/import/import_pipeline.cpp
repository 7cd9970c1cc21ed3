#include "storage/import/import_pipeline.h"

#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "pictures/picture_decoder.h"
#include "storage/import/problems.h"

#include <system_error>

namespace atlas::storage {
namespace fs = std::filesystem;
namespace {

constexpr int kWorkers = 2;
constexpr std::size_t kJobsOnTheWay = 64;

std::shared_ptr<CheckedPicture> refused(const char *code, Sentence message, Sentence hint)
{
    auto picture = std::make_shared<CheckedPicture>();
    picture->check.fault = errorProblem(code, {}, std::move(message), std::move(hint));
    return picture;
}

}  // namespace

ImportPipeline::ImportPipeline(const AssetStore *store, bool link, Observer &observer, std::stop_token stop)
    : m_store(store), m_link(link), m_observer(observer), m_stop(std::move(stop))
{
    for (int i = 0; i < kWorkers; ++i) {
        m_workers.emplace_back([this] { work(); });
    }
}

ImportPipeline::~ImportPipeline()
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.clear();
    }
    endWorkers();
    if (!m_keep && m_store != nullptr) {
        for (const auto &[hash, picture] : m_byHash) {
            m_store->discard(picture->asset);
        }
    }
}

void ImportPipeline::endWorkers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
    m_workers.clear();  // joins
}

void ImportPipeline::rethrow()
{
    throwIfStopped(m_stop);
    if (m_failure) {
        std::rethrow_exception(m_failure);
    }
}

void ImportPipeline::sample(IncomingSample sample)
{
    const bool hasPicture = sample.sample.image || sample.sample.image2 || !sample.imageBytes.empty();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_jobs.size() < kJobsOnTheWay || m_failure; });
    rethrow();
    m_entries.push_back({.sample = std::move(sample.sample), .wasSample = true});
    if (hasPicture) {
        m_jobs.push_back({&m_entries.back(), std::move(sample.imageBytes)});
        m_changed.notify_all();
    }
}

void ImportPipeline::problem(Problem problem)
{
    const std::lock_guard lock(m_mutex);
    m_entries.push_back({.problems = {std::move(problem)}});
}

void ImportPipeline::progress(double fraction)
{
    m_observer.progress(fraction, say(QT_TRANSLATE_NOOP("Sentence", "Reading")));
}

void ImportPipeline::finish()
{
    endWorkers();
    rethrow();
}

void ImportPipeline::work()
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return !m_jobs.empty() || m_ended; });
            if (m_jobs.empty() || m_failure || m_stop.stop_requested()) {
                m_jobs.clear();
                if (m_ended) {
                    return;
                }
                m_changed.notify_all();
                continue;
            }
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        m_changed.notify_all();
        try {
            process(job);
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_failure = std::current_exception();
        }
    }
}

void ImportPipeline::process(Job &job)
{
    Sample &sample = *job.entry->sample;
    if (!job.imageBytes.empty()) {
        sample.image.emplace();
    }
    for (std::optional<AssetRef> *image : {&sample.image, &sample.image2}) {
        if (!*image) {
            continue;
        }
        const Checked picture =
            job.imageBytes.empty() ? check((*image)->path) : checkBytes(std::as_bytes(std::span(job.imageBytes)), {});
        if (!take(*picture, *job.entry, **image)) {
            return;
        }
    }
}

bool ImportPipeline::take(const CheckedPicture &picture, ImportEntry &entry, AssetRef &image) const
{
    const PictureCheck &check = picture.check;
    for (Problem note : check.fault ? std::vector{*check.fault} : check.notes) {
        note.where = entry.sample->source;
        entry.problems.push_back(std::move(note));
    }
    if (check.fault) {
        entry.sample.reset();
        return false;
    }
    if (!entry.measures) {
        entry.measures = check.measures;
    }
    entry.turned |= check.turned;
    entry.converted |= check.converted;
    image = {picture.asset.sha256, m_store == nullptr ? image.path : picture.asset.path, check.width, check.height};
    return true;
}

ImportPipeline::Checked ImportPipeline::check(const fs::path &file)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_byFile.find(file.native()); known != m_byFile.end()) {
            return known->second;
        }
    }
    Checked picture;
    std::error_code error;
    if (const auto size = fs::file_size(file, error); !error && size > pictures::kMostPictureBytes) {
        picture = refused(code::kTooLarge, say(QT_TRANSLATE_NOOP("Sentence", "The file is larger than 200 MB.")),
                          say(QT_TRANSLATE_NOOP("Sentence", "Save the picture smaller.")));
    } else {
        std::string bytes;
        try {
            bytes = readFile(file, pictures::kMostPictureBytes);
        } catch (const Error &fault) {
            picture = refused(code::kMissingFile, fault.sentence(), fault.advice());
        }
        if (!picture) {
            picture = checkBytes(std::as_bytes(std::span(bytes)), file);
        }
    }
    const std::lock_guard lock(m_mutex);
    m_byFile.emplace(file.native(), picture);
    return picture;
}

ImportPipeline::Checked ImportPipeline::checkBytes(std::span<const std::byte> bytes, const fs::path &file)
{
    auto picture = std::make_shared<CheckedPicture>(CheckedPicture{.asset = {}, .check = checkPicture(bytes, file)});
    if (m_store == nullptr) {
        picture->asset.sha256 = sha256(bytes);
    } else if (!picture->check.fault) {
        // What was checked is what is stored: the bytes at hand, not the file read a second time.
        picture->asset = m_link && !file.empty() ? m_store->linkFile(file) : m_store->putBytes(bytes);
        const std::lock_guard lock(m_mutex);
        const auto [known, isNew] = m_byHash.emplace(picture->asset.sha256, picture);
        known->second->asset.fresh |= picture->asset.fresh;
    }
    return picture;
}

}  // namespace atlas::storage
