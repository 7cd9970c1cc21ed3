#include "engine/tensor/torch_errors.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <torch/types.h>

#include <algorithm>
#include <array>
#include <new>
#include <span>
#include <string_view>

namespace atlas::engine {
namespace {

constexpr const char *kMemoryHint = QT_TRANSLATE_NOOP(
    "Sentence", "Close other programs, choose a smaller micro-batch or smaller pictures, and resume.");

bool containsAny(std::string_view text, std::span<const std::string_view> parts)
{
    return std::ranges::any_of(parts, [text](std::string_view part) { return text.find(part) != text.npos; });
}

/// LibTorch has no exception types for these on every version we build with, so its words decide.
ErrorCode codeOf(std::string_view message)
{
    static constexpr std::array<std::string_view, 4> kMemory{"can't allocate memory", "not enough memory",
                                                             "out of memory", "Cannot allocate memory"};
    static constexpr std::array<std::string_view, 4> kDevice{"CUDA error", "cuBLAS", "CUBLAS", "cuDNN"};
    if (containsAny(message, kMemory)) {
        return ErrorCode::OutOfMemory;
    }
    return containsAny(message, kDevice) ? ErrorCode::Device : ErrorCode::Internal;
}

[[noreturn]] void throwTorchError(const Sentence &doing, const std::string &message)
{
    const ErrorCode code = codeOf(message);
    const char *hint = code == ErrorCode::OutOfMemory ? kMemoryHint
                       : code == ErrorCode::Device
                           ? QT_TRANSLATE_NOOP("Sentence", "Check the device, or choose the CPU, and resume.")
                           : QT_TRANSLATE_NOOP("Sentence", "Please report this with the log.");
    throw Error(code, say(QT_TRANSLATE_NOOP("Sentence", "%1 failed: %2"), doing, message), say(hint));
}

}  // namespace

void rethrowAsError(const Sentence &doing)
{
    try {
        throw;
    } catch (const Error &) {
        throw;
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory, say(QT_TRANSLATE_NOOP("Sentence", "%1 failed: no memory is left."), doing),
                    say(kMemoryHint));
    } catch (const c10::Error &error) {
        throwTorchError(doing, error.what_without_backtrace());
    } catch (const std::exception &error) {
        throwTorchError(doing, error.what());
    }
}

}  // namespace atlas::engine
