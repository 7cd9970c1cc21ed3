#pragma once

#include <cstdint>
#include <filesystem>

namespace atlas::app {

enum class DemoLanguage { Both, English, Japanese };

/// What the writers write. In one language they draw the same things whichever it is: row by row the English and the
/// Japanese data are twins.
struct DemoContent {
    DemoLanguage language = DemoLanguage::Both;
    int testSamples = 100;  ///< of each task, at most kMostTestSamples; whole classes and pictures: a multiple of 4
};

/// More distinct notes than these cannot be written.
inline constexpr int kMostTestSamples = 700;

/// Writers of the demo's sources, each into a folder of its own, as a user would bring them. The same seed gives the
/// same files.

/// train|test/<good|scratch|chipped|hole missing>/NNN.png, 64 x 64
void drawParts(const std::filesystem::path &folder, std::uint64_t seed, const DemoContent &content);

/// train.csv, test.csv: text,label. In one language the sentences of test are none of train.
void writeNotes(const std::filesystem::path &folder, std::uint64_t seed, const DemoContent &content);

/// train.jsonl, test.jsonl and images/: image, question, answer
void drawQuestions(const std::filesystem::path &folder, std::uint64_t seed, const DemoContent &content);

}  // namespace atlas::app
