// atlas-bench: one case of one bench as a worker. race.py starts it beside the reference's worker and lets the two take
// turns: a line "step" on stdin is one iteration, answered with its seconds; "end" with the peak memory.

#include "bench/bench.h"
#include "core/error.h"
#include "core/idle_threads.h"
#include "engine/tensor/runtime.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>

namespace {

/// The largest resident size so far, in MB.
double peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            return std::stod(line.substr(6)) / 1024;
        }
    }
    return 0;
}

int work(atlas::bench::BenchCase &bench)
{
    std::cout << R"({"ready": true})" << std::endl;
    for (std::string line; std::getline(std::cin, line) && line != "end";) {
        const auto start = std::chrono::steady_clock::now();
        bench.step();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        std::cout << R"({"seconds": )" << taken.count() << "}" << std::endl;
    }
    std::cout << R"({"peak_mb": )" << peakMemory() << "}" << std::endl;
    return 0;
}

}  // namespace

int main(int argc, char **argv)
{
    atlas::letIdleThreadsSleep(argv);
    CLI::App app("One case of a benchmark, driven by bench/race.py");
    std::string name;
    atlas::bench::BenchArguments arguments;
    bool list = false;
    app.add_flag("--list", list, "Name the benches");
    app.add_option("name", name, "The bench");
    app.add_option("--tasks", arguments.tasks, "Adapters that were there before")->check(CLI::Range(1, 64));
    app.add_option("--stage", arguments.stage, "1: queries and head train; 2: a new adapter too")
        ->check(CLI::Range(1, 2));
    app.add_option("--precision", arguments.precision, "fp32 or bf16");
    app.add_option("--form", arguments.form, "lowrank, recompute or plain");
    app.add_option("--batch", arguments.batch, "Samples per update")->check(CLI::Range(1, 1024));
    app.add_option("--micro-batch", arguments.microBatch, "Samples per pass")->check(CLI::Range(1, 1024));
    app.add_option("--threads", arguments.threads, "Threads")->check(CLI::Range(1, 1024));
    app.add_option("--file", arguments.file, "The weights of the frozen embedder");
    app.add_option("--texts", arguments.texts, "A file with a sentence a line");
    CLI11_PARSE(app, argc, argv);
    try {
        for (const atlas::bench::Bench &bench : atlas::bench::benches()) {
            if (list) {
                std::cout << bench.name << "\t" << bench.help << "\n";
            } else if (name == bench.name) {
                atlas::engine::startRuntime(arguments.threads);
                return work(*bench.make(arguments));
            }
        }
        if (!list) {
            throw atlas::Error(atlas::ErrorCode::Usage, "There is no bench \"" + name + "\".",
                               "atlas-bench --list names those there are.");
        }
    } catch (const std::exception &error) {
        std::cerr << "atlas-bench: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
