#pragma once

#include "engine/api/engine.h"
#include "storage/test_draw.h"
#include "widgets/try/tried_run.h"

#include <filesystem>
#include <optional>

namespace atlas::widgets {

/// One of the samples that a run was tested with: what is right is known.
struct TestSample {
    std::string task;  ///< name
    Sample sample;
};

/// One of any of the tasks; nothing where none has a test sample any more.  Threads: the reader's.
std::optional<TestSample> readTestSample(storage::Connection &connection, const std::filesystem::path &assets,
                                         std::vector<Task> tasks, const storage::TestDraw &draw);

QString testSampleTitle(const TestSample &sample);  ///< "test sample 812 of parts"

/// The task that it belongs to answered one of its labels.
bool isRight(const TriedRun &run, const TestSample &sample, const engine::Answer &answer);

/// "Right: this test sample is labelled scratch."
QString truthWords(const TriedRun &run, const TestSample &sample, const engine::Answer &answer);

}  // namespace atlas::widgets
