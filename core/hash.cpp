#include "core/hash.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <fstream>
#include <vector>

namespace atlas {
namespace {

std::string toHex(std::span<const unsigned char> bytes)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

}  // namespace

struct Sha256::State {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    if (EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr) != 1) {
        throw Error(ErrorCode::Internal, "SHA-256 could not be started.");
    }
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

Sha256 &Sha256::add(std::span<const std::byte> bytes)
{
    EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size());
    return *this;
}

Sha256 &Sha256::add(const std::string &text)
{
    return add(std::as_bytes(std::span(text)));
}

std::string Sha256::hex()
{
    std::array<unsigned char, 32> digest{};
    EVP_DigestFinal_ex(m_state->context, digest.data(), nullptr);
    return toHex(digest);
}

std::string sha256(std::span<const std::byte> bytes)
{
    return Sha256().add(bytes).hex();
}

std::string sha256OfFile(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "Could not open %1."), file.string()));
    }
    Sha256 hash;
    std::vector<char> buffer(1 << 20);
    while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), stream.gcount() > 0) {
        hash.add(std::as_bytes(std::span(buffer.data(), static_cast<std::size_t>(stream.gcount()))));
    }
    if (stream.bad()) {
        throw Error(ErrorCode::Io, say(QT_TRANSLATE_NOOP("Sentence", "Reading %1 failed."), file.string()));
    }
    return hash.hex();
}

std::string makeUuid()
{
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
        throw Error(ErrorCode::Internal, "No random numbers could be had from the system.");
    }
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
    std::string text = toHex(bytes);
    for (const std::size_t place : {20, 16, 12, 8}) {
        text.insert(place, "-");
    }
    return text;
}

bool namesUuid(const std::string &text)
{
    constexpr std::size_t kShortest = 4;
    return text.size() >= kShortest;
}

}  // namespace atlas
