#pragma once

#include "core/task.h"
#include "pictures/picture_sketch.h"

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace atlas::storage {

class Connection;

/// A sample by what it shows and says: equal contents are copies (contentKey()).
struct HeldSample {
    std::uint64_t content = 0;
    std::int64_t id = 0;

    auto operator<=>(const HeldSample &) const = default;
};

/// Place of a split in the arrays below: train, validation, test.
inline constexpr int splitPlace(Split split)
{
    return static_cast<int>(split) - 1;
}

/// The picture of a sample that is one picture and nothing else; of copies the first.
struct HeldPicture {
    std::optional<pictures::PictureSketch> sketch;  ///< nothing for pictures of one grey value
    std::int64_t id = 0;
    Split split = Split::Train;
};

/// A picture and which of several lists it is from.
struct ListedPicture {
    const HeldPicture *picture = nullptr;
    std::size_t list = 0;
};

/// Groups of pictures that look almost the same, over all lists (nearDuplicates()).
std::vector<std::vector<ListedPicture>> lookAlikes(const std::vector<const std::vector<HeldPicture> *> &lists);

/// What the samples of a task show; the same as long as the task has the same samples, and dear to read.
struct TaskPrints {
    std::int64_t samples = 0;                   ///< how many there were
    std::int64_t idSum = 0;                     ///< of their ids: tells one set of them from another
    std::array<std::vector<HeldSample>, 3> of;  ///< by content
    std::vector<HeldPicture> pictures;          ///< in the order of their samples
    std::vector<std::int64_t> lookAlikes;       ///< of test: almost the same picture is trained on
};

/// What a task holds now: samples that were removed or lost their label since it was made are not counted.
struct TaskContents {
    Task task;
    std::array<std::int64_t, 3> samples{};
    std::array<std::vector<std::int64_t>, 3> classes;  ///< samples of each class, in the order of the task's
    std::vector<std::int64_t> disputed;                ///< disputed or skipped by now
    std::vector<std::int64_t> relabelled;              ///< labelled anew since the task was made
    std::int64_t lost = 0;                             ///< removed or without a label by now
    std::shared_ptr<const TaskPrints> prints;

    std::int64_t count(Split split) const { return samples[static_cast<std::size_t>(splitPlace(split))]; }
    const std::vector<std::int64_t> &ofClass(Split split) const
    {
        return classes[static_cast<std::size_t>(splitPlace(split))];
    }
};

/// Reads what tasks hold and keeps what is dear of it, so that the next look costs only the counting of labels.
/// Threads: any.
class TaskContentsReader {
public:
    /// Errors: Cancelled.
    TaskContents read(Connection &connection, const std::filesystem::path &assets, const Task &task,
                      const std::stop_token &stop = {});

    std::size_t timesRead() const;  ///< how often samples themselves had to be read

private:
    std::shared_ptr<const TaskPrints> printsOf(Connection &connection, const std::filesystem::path &assets,
                                               const Task &task, const std::stop_token &stop);

    mutable std::mutex m_mutex;
    std::map<std::int64_t, std::shared_ptr<const TaskPrints>> m_prints;  ///< by task, guarded by m_mutex
    std::size_t m_timesRead = 0;                                         // guarded by m_mutex
};

}  // namespace atlas::storage
