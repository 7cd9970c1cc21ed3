#include "core/sentence.h"

#include <utility>

namespace atlas {

Sentence Sentence::translatable(const char *text, std::vector<Sentence> values)
{
    Sentence sentence;
    sentence.m_text = text;
    sentence.m_values = std::move(values);
    sentence.m_fixed = false;
    return sentence;
}

std::string Sentence::english() const
{
    if (m_fixed) {
        return m_text;
    }
    std::string filled;
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        const std::size_t place =
            m_text[i] == '%' && i + 1 < m_text.size() ? std::size_t(m_text[i + 1] - '1') : m_values.size();
        if (place < m_values.size()) {
            filled += m_values[place].english();
            ++i;
        } else {
            filled += m_text[i];
        }
    }
    return filled;
}

}  // namespace atlas
