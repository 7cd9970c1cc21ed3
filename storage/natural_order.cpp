#include "storage/natural_order.h"

#include <cstddef>

namespace atlas::storage {
namespace {

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/// Takes the digits at the front of `text`, without leading zeros.
std::string_view takeNumber(std::string_view &text)
{
    std::size_t end = 0;
    while (end < text.size() && isDigit(text[end])) {
        ++end;
    }
    std::string_view number = text.substr(0, end);
    text.remove_prefix(end);
    while (number.size() > 1 && number.front() == '0') {
        number.remove_prefix(1);
    }
    return number;
}

}  // namespace

bool naturalLess(std::string_view a, std::string_view b)
{
    std::string_view x = a;
    std::string_view y = b;
    while (!x.empty() && !y.empty()) {
        if (isDigit(x.front()) && isDigit(y.front())) {
            const std::string_view m = takeNumber(x);
            const std::string_view n = takeNumber(y);
            if (m != n) {
                return m.size() != n.size() ? m.size() < n.size() : m < n;
            }
        } else if (x.front() != y.front()) {
            return static_cast<unsigned char>(x.front()) < static_cast<unsigned char>(y.front());
        } else {
            x.remove_prefix(1);
            y.remove_prefix(1);
        }
    }
    if (x.empty() && y.empty()) {
        return a < b;  // equal up to leading zeros
    }
    return x.empty();
}

}  // namespace atlas::storage
