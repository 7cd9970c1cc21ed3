#include "project_fixture.h"

#include "storage/dataset_store.h"
#include "storage/sample_store.h"
#include "storage/task_store.h"

namespace atlas::test {
namespace fs = std::filesystem;
using namespace storage;

std::optional<ErrorCode> errorCodeOf(const std::function<void()> &work)
{
    try {
        work();
    } catch (const Error &error) {
        return error.code();
    }
    return std::nullopt;
}

std::string errorMessageOf(const std::function<void()> &work)
{
    try {
        work();
    } catch (const Error &error) {
        return error.message();
    }
    return {};
}

ProjectFixture::ProjectFixture() : m_project(Project::create(folder())) {}

fs::path ProjectFixture::temporary() const
{
    return m_temporary.path().toStdString();
}

fs::path ProjectFixture::folder() const
{
    return temporary() / "Test.atlas";
}

void ProjectFixture::open(OpenMode mode)
{
    m_project.reset();
    m_project = Project::open(folder(), mode);
}

std::int64_t ProjectFixture::addDataset(const std::string &name, const std::string &kind, bool multiLabel)
{
    return project().writer().run(
        [&](Connection &connection) { return DatasetStore(connection).create(name, kind, multiLabel); });
}

std::vector<std::int64_t> ProjectFixture::addSamples(std::int64_t dataset, const std::vector<Sample> &samples)
{
    return project().writer().run([&](Connection &connection) {
        SampleStore store(connection, project().assetFolder());
        std::vector<std::int64_t> ids;
        for (const Sample &sample : samples) {
            ids.push_back(store.insert(dataset, sample, "tester"));
        }
        return ids;
    });
}

std::vector<std::int64_t> ProjectFixture::addTexts(std::int64_t dataset, int count, int classes)
{
    std::vector<Sample> samples;
    for (int i = 0; i < count; ++i) {
        samples.push_back(textSample("text " + std::to_string(i), {{"c" + std::to_string(i % classes)}}));
    }
    return addSamples(dataset, samples);
}

void ProjectFixture::addTask(const std::string &name, int count)
{
    addTexts(addDataset(name), count, 2);
    project().writer().run([&](Connection &connection) {
        TaskStore(connection, project().assetFolder()).add({.name = name, .dataset = name, .kind = {}, .metric = {}});
    });
}

Sample textSample(const std::string &text, const std::vector<Label> &labels, Split split)
{
    Sample sample;
    sample.text = text;
    sample.labels = labels;
    sample.split = split;
    return sample;
}

}  // namespace atlas::test
