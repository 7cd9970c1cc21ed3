#include "core/translatable.h"
#include "engine/robustness/perturbations/perturbations.h"
#include "engine/robustness/text_pieces.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace atlas::engine::perturbations {
namespace {

/// Rows of a keyboard; a key's neighbours stand beside it.
constexpr std::array<std::string_view, 3> kKeyboard{"qwertyuiop", "asdfghjkl", "zxcvbnm"};

/// Kana that are taken for each other in writing: with and without marks, small and large, of one shape.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> kKana{{
    {"か", "が"}, {"き", "ぎ"}, {"く", "ぐ"}, {"け", "げ"}, {"こ", "ご"}, {"さ", "ざ"}, {"し", "じ"},
    {"す", "ず"}, {"せ", "ぜ"}, {"そ", "ぞ"}, {"た", "だ"}, {"て", "で"}, {"と", "ど"}, {"は", "ば"},
    {"ひ", "び"}, {"ふ", "ぶ"}, {"へ", "べ"}, {"ほ", "ぼ"}, {"つ", "っ"}, {"や", "ゃ"}, {"ゆ", "ゅ"},
    {"よ", "ょ"}, {"カ", "ガ"}, {"キ", "ギ"}, {"ク", "グ"}, {"コ", "ゴ"}, {"ト", "ド"}, {"ハ", "バ"},
    {"ホ", "ボ"}, {"シ", "ツ"}, {"ソ", "ン"}, {"ツ", "ッ"}, {"ヤ", "ャ"}, {"ヨ", "ョ"},
}};

/// The letter beside this one on a keyboard, in its case; the letter itself where it has none.
std::string besideOnKeyboard(const std::string &letter, Draws &draws)
{
    if (letter.size() != 1) {
        return letter;
    }
    const bool upper = letter[0] >= 'A' && letter[0] <= 'Z';
    const char plain = upper ? static_cast<char>(letter[0] - 'A' + 'a') : letter[0];
    for (const std::string_view row : kKeyboard) {
        const std::size_t place = row.find(plain);
        if (place == std::string_view::npos) {
            continue;
        }
        const bool right = place == 0 || (place + 1 < row.size() && draws.below(2) == 0);
        const char other = row[right ? place + 1 : place - 1];
        return {upper ? static_cast<char>(other - 'a' + 'A') : other};
    }
    return letter;
}

/// What is written in the place of this one by mistake; the letter itself where none is usual.
std::string mistaken(const std::string &letter, Draws &draws)
{
    for (const auto &[one, other] : kKana) {
        if (letter == one) {
            return std::string(other);
        }
        if (letter == other) {
            return std::string(one);
        }
    }
    return besideOnKeyboard(letter, draws);
}

/// Each letter is mistyped with a probability of strength %: taken for a neighbour (kana for a similar one), swapped
/// with the next, doubled or left out. Kanji, which have no neighbours, are swapped, doubled or left out.
std::string mistyped(const std::string &text, double strength, Draws draws)
{
    std::vector<TextPiece> pieces = lettersOf(text);
    std::string typed;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        // Drawn for every letter, so that a stronger change makes the same mistakes and more.
        const double share = draws.share();
        const std::uint32_t mistake = draws.below(4);
        const std::string other = mistaken(pieces[i].text, draws);
        if (!pieces[i].word || share >= strength / 100) {
            typed += pieces[i].text;
        } else if (mistake == 0 && other != pieces[i].text) {
            typed += other;
        } else if (mistake <= 1 && i + 1 < pieces.size() && pieces[i + 1].word) {
            std::swap(pieces[i], pieces[i + 1]);
            typed += pieces[i].text;
        } else if (mistake <= 2) {
            typed += pieces[i].text + pieces[i].text;
        }
    }
    return typed.empty() ? text : typed;
}

}  // namespace

Perturbation typos()
{
    return {.info = {.name = "typos",
                     .title = QT_TRANSLATE_NOOP("Perturbation", "Typing mistakes"),
                     .help = QT_TRANSLATE_NOOP("Perturbation",
                                               "Letters of texts and questions are taken for a neighbour, swapped, "
                                               "doubled or left out; options stay as they are."),
                     .unit = QT_TRANSLATE_NOOP("Perturbation", "% of the letters"),
                     .strengths = {1, 2, 5, 10, 20}},
            .text = mistyped};
}

}  // namespace atlas::engine::perturbations
