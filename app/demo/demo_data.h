#pragma once

#include <cstdint>
#include <filesystem>

namespace atlas::app {

/// Writers of the demo's sources, each into a folder of its own, as a user would bring them. The same seed gives the
/// same files.

/// train|test/<good|scratch|chipped|hole missing>/NNN.png, 64 x 64
void drawParts(const std::filesystem::path &folder, std::uint64_t seed);

/// train.csv, test.csv: text,label in English and Japanese
void writeNotes(const std::filesystem::path &folder, std::uint64_t seed);

/// train.jsonl, test.jsonl and images/: image, question, answer in English and Japanese
void drawQuestions(const std::filesystem::path &folder, std::uint64_t seed);

}  // namespace atlas::app
