#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace atlas::storage {

/// A stream of bytes that may end early.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// Fills as much of `into` as there is and says how much; less than asked for = the end.
    /// Errors: BadInput (damaged compression), Io.
    virtual std::size_t read(std::span<std::byte> into) = 0;
};

/// A file, unpacked on the way when it is gzip (zlib). One that inflates more than a hundredfold beyond 10 MB is
/// refused as an archive is.
class GzFile final : public ByteSource {
public:
    /// Errors: NotFound.
    explicit GzFile(const std::filesystem::path &file);
    ~GzFile() override;

    std::size_t read(std::span<std::byte> into) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace atlas::storage
