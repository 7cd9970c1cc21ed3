#include "fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace atlas::fuzz {
namespace {

using namespace std::string_view_literals;

constexpr std::array kNumbers{std::uint64_t{0},
                              std::uint64_t{1},
                              std::uint64_t{0x7F},
                              std::uint64_t{0x80},
                              std::uint64_t{0xFF},
                              std::uint64_t{0x7FFF},
                              std::uint64_t{0x8000},
                              std::uint64_t{0xFFFF},
                              std::uint64_t{0x10000},
                              std::uint64_t{0x7FFFFFFF},
                              std::uint64_t{0x80000000},
                              std::uint64_t{0xFFFFFFFF},
                              std::uint64_t{0x7FFFFFFFFFFFFFFF},
                              std::uint64_t{0x8000000000000000},
                              std::uint64_t{0xFFFFFFFFFFFFFFFF}};

constexpr std::array kWords{"\""sv,
                            "\"\""sv,
                            "'"sv,
                            ","sv,
                            "\r\n"sv,
                            "\r"sv,
                            "\t"sv,
                            "|"sv,
                            "{"sv,
                            "}"sv,
                            "["sv,
                            "]"sv,
                            "[[[[[[[["sv,
                            "null"sv,
                            "true"sv,
                            "NaN"sv,
                            "-Infinity"sv,
                            "1e999"sv,
                            "-9223372036854775808"sv,
                            "18446744073709551616"sv,
                            "\\uD800"sv,
                            "\\u0000"sv,
                            "\\"sv,
                            "\xEF\xBB\xBF"sv,
                            "\xFF\xFE"sv,
                            "\xFE\xFF"sv,
                            "\xED\xA0\x80"sv,
                            "\xF4\x90\x80\x80"sv,
                            "\xC0\x80"sv,
                            "\0"sv,
                            "\x1C"sv,
                            "../"sv,
                            "/etc/"sv,
                            "\xFF\xD8\xFF"sv,
                            "\xFF\xD9"sv,
                            "PK\x03\x04"sv,
                            "=1+1"sv};

}  // namespace

void Mutator::putNumber(std::string &input)
{
    const std::size_t width = std::size_t{1} << below(4);
    if (input.size() < width) {
        return;
    }
    const std::uint64_t number = kNumbers[below(kNumbers.size())];
    const bool big = below(2) == 0;
    const std::size_t at = below(input.size() - width + 1);
    for (std::size_t i = 0; i < width; ++i) {
        input[at + (big ? width - 1 - i : i)] = static_cast<char>(number >> (8 * i) & 0xFF);
    }
}

void Mutator::putWord(std::string &input)
{
    const std::string_view word = kWords[below(kWords.size())];
    const std::size_t at = below(input.size() + 1);
    input.replace(at, below(2) == 0 ? 0 : std::min(word.size(), input.size() - at), word);
}

void Mutator::splice(std::string &input, const std::string &other)
{
    const std::size_t from = below(other.size() + 1);
    input.resize(below(input.size() + 1));
    input += other.substr(from);
}

void Mutator::mutate(std::string &input, std::span<const std::string> seeds)
{
    constexpr std::size_t kLongest = 64;
    const std::size_t at = below(input.size() + 1);
    const std::size_t count = std::min(below(kLongest) + 1, input.size() - at);
    switch (below(9)) {
    case 0:
        if (at < input.size()) {
            input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
        }
        break;
    case 1:
        if (at < input.size()) {
            input[at] = static_cast<char>(below(256));
        }
        break;
    case 2: input.erase(at, count); break;
    case 3: input.insert(below(input.size() + 1), input.substr(at, count)); break;
    case 4: input.resize(at); break;
    case 5: putNumber(input); break;
    case 6: putWord(input); break;
    case 7: splice(input, seeds[below(seeds.size())]); break;
    default: input.insert(at, count, static_cast<char>(below(256))); break;
    }
}

std::string Mutator::next(std::span<const std::string> seeds)
{
    constexpr std::size_t kMostSteps = 8;
    std::string input = seeds[below(seeds.size())];
    for (std::size_t steps = below(kMostSteps) + 1; steps > 0; --steps) {
        mutate(input, seeds);
    }
    input.resize(std::min(input.size(), kMostBytes));
    return input;
}

}  // namespace atlas::fuzz
