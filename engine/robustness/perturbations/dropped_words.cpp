#include "core/translatable.h"
#include "engine/robustness/perturbations/perturbations.h"
#include "engine/robustness/text_pieces.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace atlas::engine::perturbations {
namespace {

/// Strength % of the words, at least one where there are two; one word always stays.
std::string withoutWords(const std::string &text, double strength, Draws draws)
{
    std::vector<TextPiece> pieces = wordsOf(text);
    std::vector<std::pair<double, std::size_t>> order;  // by chance; a stronger change drops the same words and more
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].word) {
            order.emplace_back(draws.share(), i);
        }
    }
    if (order.size() < 2) {
        return text;
    }
    std::ranges::sort(order);
    const auto wanted = static_cast<std::size_t>(std::lround(strength / 100 * static_cast<double>(order.size())));
    const std::size_t dropped = std::clamp<std::size_t>(wanted, 1, order.size() - 1);
    for (std::size_t i = 0; i < dropped; ++i) {
        pieces[order[i].second].text.clear();
    }
    std::string kept;
    for (const TextPiece &piece : pieces) {
        const bool blank = piece.text == " " && (kept.empty() || kept.back() == ' ');
        kept += blank ? "" : piece.text;
    }
    return kept;
}

}  // namespace

Perturbation droppedWords()
{
    return {.info = {.name = "dropped-words",
                     .title = QT_TRANSLATE_NOOP("Perturbation", "Missing words"),
                     .help = QT_TRANSLATE_NOOP("Perturbation",
                                               "Words are left out of texts and questions; options stay as they are."),
                     .unit = QT_TRANSLATE_NOOP("Perturbation", "% of the words"),
                     .strengths = {10, 20, 30, 50, 70}},
            .text = withoutWords};
}

}  // namespace atlas::engine::perturbations
