#include "engine/pretrain/joint/objectives/joint_objectives.h"
#include "engine/pretrain/linear_head.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

constexpr double kHidden = 0.3;  ///< share of the tokens

/// A text, or a picture with its question where it has one.
class MaskedTokens final : public Objective {
public:
    MaskedTokens(const JointContext &context, Random &random)
        : m_context(context),
          m_text("masked.text", context.recipe.starter.width, context.recipe.starter.textWidth, random),
          m_picture("masked.picture", context.recipe.starter.width, kPictureTokenWidth, random)
    {
    }

    at::Tensor loss(int batch, Random &random) const override
    {
        const JointData &data = m_context.joint;
        std::vector<PreparedInput> inputs;
        std::vector<HiddenTokens> texts;
        std::vector<HiddenTokens> pictures;
        for (int i = 0; i < batch; ++i) {
            PreparedInput input = draw(random);
            std::int64_t place = 1;  // behind [CLS]
            for (FrozenPart &part : input.texts) {
                texts.push_back(hide(part, data.textTokens, i, place, random));
                place += part.tokens.size(0);
            }
            for (FrozenPart &part : input.pictures) {
                pictures.push_back(hide(part, data.pictureTokens, i, place, random));
                place += part.tokens.size(0);
            }
            inputs.push_back(std::move(input));
        }
        const at::Tensor hidden = jointHidden(m_context.starter, inputs);
        const JointTokens &tokens = m_context.starter.tokens();
        return lossOf(texts, hidden, m_text, [&tokens](const at::Tensor &x) { return tokens.standardText(x); }) +
               lossOf(pictures, hidden, m_picture,
                      [&tokens](const at::Tensor &x) { return tokens.standardPicture(x); });
    }

    NamedTensors parameters() const override { return joined({m_text.parameters(), m_picture.parameters()}); }

private:
    struct HiddenTokens {
        std::int64_t row = 0;              ///< of the batch
        std::vector<std::int64_t> places;  ///< in the row's tokens
        at::Tensor values;                 ///< (places, width) as they were
    };

    PreparedInput draw(Random &random) const
    {
        const JointData &data = m_context.joint;
        const double kind = random.uniform();
        if (kind < 1.0 / 3) {
            return inputOf(&random.oneOf(data.texts), nullptr);
        }
        if (kind < 2.0 / 3) {
            return inputOf(nullptr, &random.oneOf(data.pictures));
        }
        const PictureQuestion &question = random.oneOf(m_context.data.questions.questions);
        return inputOf(&data.phrases.at(question.question),
                       &data.questionPictures[static_cast<std::size_t>(question.picture)]);
    }

    /// Puts the mean token, which says nothing, in the place of some.
    static HiddenTokens hide(FrozenPart &part, const Standard &standard, std::int64_t row, std::int64_t begin,
                             Random &random)
    {
        HiddenTokens hidden{.row = row, .places = {}, .values = {}};
        std::vector<std::int64_t> chosen;
        for (std::int64_t i = 0; i < part.tokens.size(0); ++i) {
            if (random.chance(kHidden)) {
                chosen.push_back(i);
                hidden.places.push_back(begin + i);
            }
        }
        const at::Tensor index = torch::tensor(chosen, at::kLong);
        hidden.values = part.tokens.index_select(0, index);
        part.tokens = part.tokens.clone();
        part.tokens.index_fill_(0, index, 0);
        part.tokens.index_add_(0, index, standard.mean.to(at::kHalf).expand({index.size(0), -1}));
        return hidden;
    }

    template <typename Standardise>
    static at::Tensor lossOf(const std::vector<HiddenTokens> &all, const at::Tensor &hidden, const LinearHead &head,
                             Standardise standardise)
    {
        std::vector<std::int64_t> rows;
        std::vector<at::Tensor> values;
        for (const HiddenTokens &part : all) {
            for (const std::int64_t place : part.places) {
                rows.push_back(part.row * hidden.size(1) + place);
            }
            values.push_back(part.values);
        }
        if (rows.empty()) {
            return at::zeros({});
        }
        const at::Tensor states = hidden.flatten(0, 1).index_select(0, torch::tensor(rows, at::kLong));
        return at::mse_loss(head(states), standardise(at::cat(values)));
    }

    JointContext m_context;
    LinearHead m_text;
    LinearHead m_picture;
};

}  // namespace

JointObjectiveInfo joint_objectives::maskedTokens()
{
    return {{"masked_tokens", "Hidden tokens of texts and pictures are given back from the rest."},
            [](const JointContext &context, Random &random) -> std::unique_ptr<Objective> {
                return std::make_unique<MaskedTokens>(context, random);
            }};
}

}  // namespace atlas::engine
