#include "engine/pretrain/captions.h"

#include "engine/pretrain/forward.h"
#include "engine/pretrain/linear_head.h"
#include "engine/pretrain/objectives/objectives.h"
#include "engine/pretrain/picture_batch.h"
#include "engine/pretrain/word_mask.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {
namespace {

/// The first half of a batch is asked whether picture and caption belong together (every other caption is wrong); of
/// the second half the class's word is hidden.
class Captions final : public Objective {
public:
    Captions(const PretrainContext &context, Random &random)
        : m_context(context), m_matching("matching", context.recipe.model.width, 2, random)
    {
    }

    at::Tensor loss(int batch, Random &random) const override
    {
        const PictureBatch pictures = drawPictures(m_context.data.pictures, batch, m_context.recipe, random);
        const std::int64_t *labels = pictures.labels.data_ptr<std::int64_t>();
        const int compared = batch / 2;
        std::vector<Caption> captions;
        std::vector<std::int64_t> matches;
        for (int i = 0; i < batch; ++i) {
            auto shown = static_cast<std::size_t>(labels[i]);
            if (i < compared) {
                const bool match = random.chance(0.5);
                matches.push_back(match ? 1 : 0);
                shown = match ? shown : otherClass(shown, random);
            }
            captions.push_back(drawCaption(m_context.recipe.pictures, shown, random));
        }
        std::vector<std::string> texts;
        std::ranges::transform(captions, std::back_inserter(texts), &Caption::text);
        auto inputs = tokenizeAll(m_context.vilt, texts);
        WordMask mask;
        for (int i = compared; i < batch; ++i) {
            hideWord(captions[static_cast<std::size_t>(i)], i, inputs[static_cast<std::size_t>(i)], mask);
        }
        setPictures(inputs, pictures.pixels);

        const at::Tensor lastHidden = forward(m_context.vilt, inputs).lastHidden;
        const at::Tensor words = maskedLoss(m_context.vilt, lastHidden, mask);
        if (compared == 0) {
            return words;
        }
        const at::Tensor pooled = m_context.vilt.pool(lastHidden.narrow(0, 0, compared));
        return words + at::cross_entropy_loss(m_matching(pooled), torch::tensor(matches, at::kLong));
    }

    NamedTensors parameters() const override { return m_matching.parameters(); }

private:
    std::size_t otherClass(std::size_t shown, Random &random) const
    {
        const std::size_t classes = m_context.recipe.pictures.classes.size();
        return (shown + 1 + random.below(classes - 1)) % classes;
    }

    void hideWord(const Caption &caption, int row, PreparedInput &input, WordMask &mask) const
    {
        const WordPieceTokenizer &tokenizer = m_context.vilt.tokenizer();
        const std::size_t last = input.ids.size() - 1;
        const std::size_t first = std::min(1 + tokenizer.pieces(caption.before).size(), last - 1);
        // Where the word and what follows are one run of kana, pieces may cross between both: one is hidden at least.
        const std::size_t after = tokenizer.pieces(caption.after).size();
        const std::size_t end = std::clamp(last > after ? last - after : 0, first + 1, last);
        for (std::size_t column = first; column < end; ++column) {
            mask.rows.push_back(row);
            mask.columns.push_back(static_cast<std::int64_t>(column));
            mask.ids.push_back(input.ids[column]);
            input.ids[column] = tokenizer.maskId();
        }
    }

    PretrainContext m_context;
    LinearHead m_matching;
};

}  // namespace

ObjectiveInfo objectives::captions()
{
    return {
        {"captions", "Captions in several languages: does one belong to the picture, and which word of it is hidden."},
        [](const PretrainContext &context, Random &random) -> std::unique_ptr<Objective> {
            return std::make_unique<Captions>(context, random);
        }};
}

}  // namespace atlas::engine
