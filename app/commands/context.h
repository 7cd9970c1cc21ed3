#pragma once

#include "engine/api/engine.h"
#include "storage/project.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace CLI {
class App;
}

namespace atlas::app {

/// What every command shares: how to answer, how to be stopped, the engine when it is needed.
class CommandContext {
public:
    explicit CommandContext(std::stop_token stop) : m_stop(std::move(stop)) {}

    bool json = false;  ///< set by --json: one JSON object on stdout, everything else on stderr

    const std::stop_token &stop() const { return m_stop; }

    /// Prints the answer: the object with --json, else the text.
    void answer(const nlohmann::ordered_json &object, const std::string &text) const;

    /// Loaded at the first call (half a second), so that commands without it stay instant.
    engine::Engine &engine();

    /// The status a command ends with when nothing was thrown.
    int exitStatus = 0;

private:
    std::stop_token m_stop;
    std::unique_ptr<engine::Engine> m_engine;
};

/// Reads for one command: opens the project read-only (another process may be writing).
std::unique_ptr<storage::Project> openForReading(const std::filesystem::path &folder);
std::unique_ptr<storage::Project> openForWriting(const std::filesystem::path &folder);

/// A subcommand with the options all of them share. `run` is called after parsing.
CLI::App &addCommand(CLI::App &parent, CommandContext &context, const std::string &name, const std::string &help,
                     std::function<void()> run);

}  // namespace atlas::app
