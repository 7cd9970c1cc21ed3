#include "fuzz/mutator.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

/// Runs the fuzzers without libFuzzer, for every compiler and every run of the tests: first all seeds of a target, then
/// what the mutator makes of them. The same build makes the same inputs; how many depends on the time.

#define FUZZ_TARGET(name) extern "C" int fuzz_##name(const std::uint8_t *data, std::size_t size);
#include "targets.inc"
#undef FUZZ_TARGET

extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Target {
    const char *name;
    int (*run)(const std::uint8_t *data, std::size_t size);
};

#define FUZZ_TARGET(name) Target{#name, fuzz_##name},
constexpr std::array kTargets{
#include "targets.inc"
};
#undef FUZZ_TARGET

constexpr unsigned kMostSeconds = 10;  // for one input
constexpr const char *kKeptInput = "tst_fuzz.input";

const std::string *currentInput = nullptr;
const char *currentTarget = "";

/// Called when all is lost: only what the system does itself.
void keepInput()
{
    if (currentInput != nullptr) {
        const int file = ::open(kKeptInput, O_WRONLY | O_CREAT | O_TRUNC, 0644);
        [[maybe_unused]] const ssize_t kept = ::write(file, currentInput->data(), currentInput->size());
        ::close(file);
        std::fprintf(stderr, "\n%s: an input broke it, see %s\n", currentTarget, kKeptInput);
        currentInput = nullptr;
    }
}

void onSignal(int signal)
{
    if (signal == SIGALRM) {
        std::fprintf(stderr, "\n%s: an input takes longer than %u s\n", currentTarget, kMostSeconds);
    }
    keepInput();
    std::signal(signal, SIG_DFL);
    std::raise(signal == SIGALRM ? SIGABRT : signal);
}

void watchForDeath()
{
    static std::array<char, 64 * 1024> ownStack;  // the other one may have run over
    const stack_t stack{.ss_sp = ownStack.data(), .ss_flags = 0, .ss_size = ownStack.size()};
    sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_ONSTACK;
    const bool sanitized = __sanitizer_set_death_callback != nullptr;
    if (sanitized) {
        __sanitizer_set_death_callback(keepInput);
    }
    for (const int signal : {SIGABRT, SIGALRM, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) {
        if (!sanitized || signal == SIGABRT || signal == SIGALRM) {
            sigaction(signal, &action, nullptr);
        }
    }
}

std::vector<std::string> readSeeds(const fs::path &folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder, error)) {
        files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<std::string> seeds;
    for (const fs::path &file : files) {
        std::ifstream stream(file, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    return seeds;
}

void runOnce(const Target &target, const std::string &input)
{
    // A copy without room at its end, so that reading past it is seen by a sanitizer.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    currentTarget = target.name;
    currentInput = &input;
    ::alarm(kMostSeconds);
    target.run(bytes.data(), bytes.size());
    ::alarm(0);
    currentInput = nullptr;
}

bool runTarget(const Target &target, const fs::path &seedFolder, std::chrono::duration<double> budget)
{
    constexpr std::uint64_t kSeed = 20240229;
    const Clock::time_point begin = Clock::now();
    const std::vector<std::string> seeds = readSeeds(seedFolder / target.name);
    if (seeds.empty()) {
        std::fprintf(stderr, "%s has no seeds in %s\n", target.name, seedFolder.c_str());
        return false;
    }
    for (const std::string &seed : seeds) {
        runOnce(target, seed);
    }
    atlas::fuzz::Mutator mutator(kSeed);
    std::size_t inputs = seeds.size();
    for (; Clock::now() - begin < budget; ++inputs) {
        runOnce(target, mutator.next(seeds));
    }
    std::printf("%-16s %3zu seeds, %7zu inputs\n", target.name, seeds.size(), inputs);
    std::fflush(stdout);
    return true;
}

bool isWanted(const Target &target, int count, char **names)
{
    return count == 0 ||
           std::any_of(names, names + count, [&](const char *name) { return target.name == std::string(name); });
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "usage: %s SECONDS SEEDS [TARGET...]\n", argv[0]);
        return 2;
    }
    watchForDeath();
    std::vector<Target> wanted;
    std::ranges::copy_if(kTargets, std::back_inserter(wanted),
                         [&](const Target &target) { return isWanted(target, argc - 3, argv + 3); });
    const std::chrono::duration<double> budget(std::atof(argv[1]) /
                                               static_cast<double>(std::max<std::size_t>(1, wanted.size())));
    const bool fine =
        std::ranges::all_of(wanted, [&](const Target &target) { return runTarget(target, argv[2], budget); });
    return fine && !wanted.empty() ? 0 : 1;
}
