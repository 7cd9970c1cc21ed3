#include "core/error.h"
#include "core/safetensors.h"
#include "fuzz/input.h"
#include "fuzz/promise.h"
#include "fuzz/scratch_folder.h"

#include <algorithm>

using namespace atlas;
using atlas::fuzz::promise;

namespace {

void checkTensors(const SafetensorsFile &file, std::span<const std::byte> bytes)
{
    for (const auto &[name, view] : file.tensors()) {
        promise(view.elements() >= 0, "a tensor has elements or none");
        promise(static_cast<std::uint64_t>(view.elements()) * sizeOf(view.dtype) == view.bytes.size(),
                "shape and bytes fit");
        promise(view.bytes.empty() || (view.bytes.data() >= bytes.data() &&
                                       view.bytes.data() + view.bytes.size() <= bytes.data() + bytes.size()),
                "a tensor lies inside its file");
        promise(&file.at(name) == &view, "a tensor is found by its name");
    }
}

void checkWriting(const SafetensorsFile &file)
{
    const auto path = fuzz::ScratchFolder::instance().write("again.safetensors", {});
    writeSafetensors(path, {file.tensors().begin(), file.tensors().end()}, file.metadata());
    const SafetensorsFile again = SafetensorsFile::open(path);
    promise(again.metadata() == file.metadata(), "metadata comes back");
    promise(std::ranges::equal(file.tensors(), again.tensors(),
                               [](const auto &a, const auto &b) {
                                   return a.first == b.first && a.second.dtype == b.second.dtype &&
                                          a.second.shape == b.second.shape &&
                                          std::ranges::equal(a.second.bytes, b.second.bytes);
                               }),
            "tensors come back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    try {
        const SafetensorsFile file = SafetensorsFile::parse(input.bytes(), "input");
        checkTensors(file, input.bytes());
        checkWriting(file);
    } catch (const Error &error) {
        promise(error.code() == ErrorCode::BadInput, "what is no such file is bad input");
    }
    return 0;
}
