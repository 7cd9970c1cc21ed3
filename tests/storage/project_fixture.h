#pragma once

#include "storage/connection.h"
#include "storage/project.h"
#include "storage/records.h"

#include <QTemporaryDir>

#include <functional>

namespace atlas::test {

/// Runs `work` and returns the code of the atlas::Error it throws; nullopt when it throws none.
std::optional<ErrorCode> errorCodeOf(const std::function<void()> &work);

/// The message of that error; empty when there is none.
std::string errorMessageOf(const std::function<void()> &work);

/// A project in a temporary folder.
class ProjectFixture {
public:
    ProjectFixture();

    storage::Project &project() { return *m_project; }
    std::filesystem::path folder() const;
    std::filesystem::path database() const { return folder() / "project.db"; }
    std::filesystem::path temporary() const;

    void close() { m_project.reset(); }
    void open(storage::OpenMode mode = storage::OpenMode::ReadWrite);

    std::int64_t addDataset(const std::string &name, const std::string &kind = "text", bool multiLabel = false);
    std::vector<std::int64_t> addSamples(std::int64_t dataset, const std::vector<Sample> &samples);
    /// `count` different texts; sample i carries the class "c<i mod classes>".
    std::vector<std::int64_t> addTexts(std::int64_t dataset, int count, int classes);
    /// A dataset of that name with labelled texts, a task of it and nothing else.
    void addTask(const std::string &name, int count = 40);

private:
    QTemporaryDir m_temporary;
    std::unique_ptr<storage::Project> m_project;
};

Sample textSample(const std::string &text, const std::vector<Label> &labels = {}, Split split = Split::Unassigned);

}  // namespace atlas::test
