#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace atlas {

/// Which part of the data a sample belongs to. `Unassigned` is given a part when a task is made of it.
enum class Split { Unassigned, Train, Validation, Test };

const char *splitName(Split split) noexcept;                        ///< "auto", "train", "validation", "test"
std::optional<Split> parseSplit(const std::string &name) noexcept;  ///< also "valid", "val", "dev"

/// Where a sample stands in review.
enum class ReviewState { Unlabelled, Labelled, Verified, Disputed, Skipped };

const char *reviewStateName(ReviewState state) noexcept;
std::optional<ReviewState> parseReviewState(const std::string &name) noexcept;

/// One picture of a sample, identified by its content.
struct AssetRef {
    std::string sha256;          ///< 64 lower-case hexadecimal digits
    std::filesystem::path path;  ///< absolute place of the bytes, valid on this machine now
    int width = 0;               ///< pixels after EXIF orientation
    int height = 0;
};

/// A label and how much of it holds: 1 for a plain label, less for soft answers (VQA).
struct Label {
    std::string name;  ///< class name, or the zero-based position of the right choice for the kind `choice`
    double weight = 1.0;

    bool operator==(const Label &) const = default;
};

/// One thing to be judged: pictures and texts with the labels people gave. Empty texts and pictures are absent.
struct Sample {
    std::int64_t id = 0;     ///< row id, 0 before it is stored
    std::string externalId;  ///< the user's own id, may be empty
    Split split = Split::Unassigned;
    std::optional<AssetRef> image;
    std::optional<AssetRef> image2;
    std::string text;
    std::string text2;
    std::string question;              ///< question or statement about the picture(s), or the goal of a choice
    std::vector<std::string> choices;  ///< options of the kind `choice`
    std::vector<Label> labels;         ///< empty = unlabelled
    std::string group;                 ///< samples of one group stay in one split
    ReviewState review = ReviewState::Unlabelled;
    std::string note;
    std::string source;  ///< "folder/file.csv:12": where it came from, for reports
};

}  // namespace atlas
