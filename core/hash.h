#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace atlas {

/// SHA-256 in pieces (OpenSSL).
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    Sha256 &add(std::span<const std::byte> bytes);
    Sha256 &add(const std::string &text);

    /// 64 lower-case hexadecimal digits. The object cannot be used afterwards.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

std::string sha256(std::span<const std::byte> bytes);

/// Errors: NotFound, Io.
std::string sha256OfFile(const std::filesystem::path &file);

/// A random (version 4) UUID, "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".
std::string makeUuid();

/// Long enough to stand for the UUID that it begins: what is shorter would be taken for a number that nothing has.
bool namesUuid(const std::string &text);

}  // namespace atlas
