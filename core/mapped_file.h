#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace atlas {

/// A whole regular file, mapped read-only. Copies share the mapping; the bytes live as long as the last copy.
/// Requires: nobody shortens the file meanwhile (files of ours are replaced, never written in place).
class MappedFile {
public:
    /// Errors: NotFound when it cannot be opened, BadInput when it is no regular file, Io.
    explicit MappedFile(const std::filesystem::path &file);

    std::span<const std::byte> bytes() const { return {m_data.get(), m_size}; }

    /// Keeps the mapping alive without saying what it holds.
    std::shared_ptr<const void> keepAlive() const { return m_data; }

private:
    std::shared_ptr<const std::byte> m_data;
    std::size_t m_size = 0;
};

}  // namespace atlas
