#pragma once

#include "core/observer.h"
#include "core/sample.h"
#include "core/task_kind.h"
#include "engine/robustness/perturbation.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace atlas::engine {

/// A folder for pictures of a moment; goes with everything in it when this does.
class PassingFolder {
public:
    /// Inside `parent`, or the system's folder for such.  Errors: Io.
    explicit PassingFolder(const std::filesystem::path &parent);
    ~PassingFolder();
    PassingFolder(const PassingFolder &) = delete;
    PassingFolder &operator=(const PassingFolder &) = delete;

    const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Whether samples of the kind have what the perturbation changes.
bool changesKind(const Perturbation &perturbation, const TaskKind &kind);

/// The samples made worse; pictures of them are written into `folder`. What chance decides depends on the seed, the
/// perturbation and the sample alone.
/// Errors: BadInput (a picture that cannot be read), DiskFull, Io; Cancelled within one sample per thread.
std::vector<Sample> changedSamples(const std::vector<Sample> &samples, const Perturbation &perturbation,
                                   double strength, std::uint64_t seed, const std::filesystem::path &folder,
                                   int threads, const std::stop_token &stop);

/// A picture's file as a PNG of at most 256 pixels a side.  Errors: those of reading it.
std::string thumbnailPng(const std::filesystem::path &file);

}  // namespace atlas::engine
