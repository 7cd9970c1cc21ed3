#pragma once

#include "project_fixture.h"

#include "core/files.h"
#include "storage/decide/model_registry.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

namespace atlas::test {

/// A finished run of the sequence "pilot" over tasks "a" and "b", with a package for each, and its model version.
class FinishedRuns {
public:
    template <typename Work>
    auto write(Work work)
    {
        return m_fixture.project().writer().run([&](storage::Connection &connection) { return work(connection); });
    }

    explicit FinishedRuns(ProjectFixture &fixture) : m_fixture(fixture)
    {
        fixture.addTask("a");
        fixture.addTask("b");
        write([](storage::Connection &connection) {
            storage::TaskStore(connection, {}).setSequence("pilot", {"a", "b"});
        });
    }

    RunRecord run(RunStatus status = RunStatus::Finished)
    {
        const RunRecord run = write([&](storage::Connection &connection) {
            storage::RunStore store(connection);
            const RunRecord made = store.create({.sequence = "pilot",
                                                 .strategy = "atlas",
                                                 .seed = 1,
                                                 .backboneName = "mini",
                                                 .backboneSha256 = std::string(64, 'b'),
                                                 .settings = {}});
            store.claim(made.uuid);
            store.setStatus(made.uuid, status, {});
            return *store.find(made.uuid);
        });
        for (const char *task : {"a", "b"}) {
            const auto folder = m_fixture.project().modelFolder(run.uuid) / task;
            std::filesystem::create_directories(folder);
            writeFileAtomically(folder / "package.safetensors", "weights of " + run.name + " for " + task);
        }
        return run;
    }

    storage::ModelVersion version()
    {
        const RunRecord made = run();
        const auto files = storage::hashPackages(m_fixture.project().modelFolder(made.uuid));
        return write([&](storage::Connection &connection) {
            return storage::ModelRegistry(connection).add(made.uuid, files, "a note", "Aiko");
        });
    }

private:
    ProjectFixture &m_fixture;
};

}  // namespace atlas::test
