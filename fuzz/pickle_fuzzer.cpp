#include "core/error.h"
#include "engine/tensor/pickle_machine.h"
#include "engine/tensor/stored_zip.h"
#include "fuzz/input.h"
#include "fuzz/promise.h"

using namespace atlas;
using atlas::fuzz::promise;

namespace {

void runPickle(std::span<const std::byte> program)
{
    try {
        engine::pickle::Machine machine(program, "input");
        machine.run();
        promise(machine.position() <= program.size(), "a pickle is read inside its bytes");
        for (const engine::pickle::StorageSpec &storage : machine.storages()) {
            engine::pickle::elementType(storage.type);
        }
    } catch (const Error &error) {
        promise(error.code() == ErrorCode::BadInput, "what is no state dict is bad input");
    }
}

}  // namespace

/// Weights as torch.save writes them: a zip of stored entries with a pickle inside, or a pickle alone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    if (!input.text().starts_with("PK")) {
        runPickle(input.bytes());
        return 0;
    }
    try {
        for (const auto &[name, bytes] : engine::readStoredZip(input.bytes(), "input")) {
            promise(bytes.size() <= size, "an entry lies inside its archive");
            runPickle(bytes);
        }
    } catch (const Error &error) {
        promise(error.code() == ErrorCode::BadInput, "what is no archive is bad input");
    }
    return 0;
}
