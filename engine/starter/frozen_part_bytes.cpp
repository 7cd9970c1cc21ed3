#include "engine/starter/frozen_part_bytes.h"

#include <torch/types.h>

#include <cstring>

namespace atlas::engine {
namespace {

constexpr std::size_t kAlignment = 64;

struct PartHeader {
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::uint32_t tokens = 0;
    std::uint32_t width = 0;
    std::uint32_t features = 0;
    std::uint32_t fineChannels = 0;
    std::uint32_t fineCells = 0;
    std::array<std::byte, 36> zero{};
};
static_assert(sizeof(PartHeader) == kAlignment);

std::size_t aligned(std::size_t size)
{
    return (size + kAlignment - 1) / kAlignment * kAlignment;
}

std::size_t halfBytes(std::size_t count)
{
    return aligned(count * sizeof(at::Half));
}

void copyHalf(const at::Tensor &tensor, std::byte *target)
{
    const at::Tensor half = tensor.to(at::kHalf).contiguous();
    std::memcpy(target, half.data_ptr(), half.nbytes());
}

at::Tensor view(const CachedBytes &cached, std::size_t offset, at::IntArrayRef shape)
{
    return torch::from_blob(
        const_cast<std::byte *>(cached.bytes.data() + offset), shape, [owner = cached.owner](void *) {}, at::kHalf);
}

}  // namespace

std::vector<std::byte> toBytes(const FrozenPart &part)
{
    PartHeader header;
    header.rows = static_cast<std::uint32_t>(part.rows);
    header.columns = static_cast<std::uint32_t>(part.columns);
    header.tokens = static_cast<std::uint32_t>(part.tokens.size(0));
    header.width = static_cast<std::uint32_t>(part.tokens.size(1));
    header.features = static_cast<std::uint32_t>(part.pooled.numel());
    const std::size_t tokens = halfBytes(static_cast<std::size_t>(part.tokens.numel()));
    const std::size_t features = halfBytes(header.features);
    if (part.fine.defined()) {
        header.fineChannels = static_cast<std::uint32_t>(part.fine.size(0));
        header.fineCells = static_cast<std::uint32_t>(part.fine.size(1));
    }
    std::vector<std::byte> bytes(kAlignment + tokens + features +
                                 halfBytes(std::size_t{header.fineChannels} * header.fineCells));
    std::memcpy(bytes.data(), &header, sizeof header);
    copyHalf(part.tokens, bytes.data() + kAlignment);
    copyHalf(part.pooled, bytes.data() + kAlignment + tokens);
    if (part.fine.defined()) {
        copyHalf(part.fine, bytes.data() + kAlignment + tokens + features);
    }
    return bytes;
}

bool fromBytes(const CachedBytes &cached, FrozenPart &part)
{
    PartHeader header;
    if (cached.bytes.size() < sizeof header) {
        return false;
    }
    std::memcpy(&header, cached.bytes.data(), sizeof header);
    const std::size_t tokens = halfBytes(std::size_t{header.tokens} * header.width);
    const std::size_t features = halfBytes(header.features);
    const std::size_t fine = halfBytes(std::size_t{header.fineChannels} * header.fineCells);
    if (header.tokens == 0 || std::uint64_t{header.rows} * header.columns != header.tokens ||
        cached.bytes.size() != kAlignment + tokens + features + fine) {
        return false;
    }
    part.rows = static_cast<int>(header.rows);
    part.columns = static_cast<int>(header.columns);
    part.tokens = view(cached, kAlignment, {header.tokens, header.width});
    part.pooled = view(cached, kAlignment + tokens, {header.features});
    if (fine > 0) {
        part.fine = view(cached, kAlignment + tokens + features, {header.fineChannels, header.fineCells});
    }
    part.raw.clear();
    return true;
}

}  // namespace atlas::engine
