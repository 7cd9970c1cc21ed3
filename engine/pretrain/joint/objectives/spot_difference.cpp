#include "engine/pretrain/joint/objectives/joint_objectives.h"
#include "engine/pretrain/linear_head.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

constexpr double kNoise = 0.15;        ///< of a number's deviation: two takes of one thing are never equal
constexpr double kLeastChange = 0.15;  ///< share of another picture's token in a changed one
constexpr double kLargestChange = 0.8;
constexpr std::size_t kMostChanged = 3;  ///< cells

/// A picture twice, with noise; in half of the pairs a few cells of the second one hold something else.
class SpotDifference final : public Objective {
public:
    SpotDifference(const JointContext &context, Random &random)
        : m_context(context), m_pair("difference.pair", context.recipe.starter.width, 1, random),
          m_cell("difference.cell", context.recipe.starter.width, 1, random)
    {
    }

    at::Tensor loss(int batch, Random &random) const override
    {
        std::vector<PreparedInput> inputs;
        std::vector<float> differs;
        std::vector<std::int64_t> cells;
        std::vector<float> cellDiffers;
        std::int64_t longest = 0;
        std::vector<std::vector<float>> marks;
        for (int i = 0; i < batch; ++i) {
            const FrozenPart &first = draw(random);
            FrozenPart second = first;
            second.tokens = noisy(first.tokens, random);
            std::vector<float> changed(static_cast<std::size_t>(first.tokens.size(0)), 0.0F);
            const bool change = random.chance(0.5);
            if (change) {
                changeCells(second, draw(random), changed, random);
            }
            inputs.push_back(inputOf(nullptr, &first, &second));
            differs.push_back(change ? 1.0F : 0.0F);
            longest = std::max(longest, 1 + 2 * first.tokens.size(0));
            marks.push_back(std::move(changed));
        }
        for (std::size_t row = 0; row < marks.size(); ++row) {
            const auto count = static_cast<std::int64_t>(marks[row].size());
            for (std::int64_t cell = 0; cell < count; ++cell) {
                cells.push_back(static_cast<std::int64_t>(row) * longest + 1 + count + cell);
                cellDiffers.push_back(marks[row][static_cast<std::size_t>(cell)]);
            }
        }
        const at::Tensor hidden = jointHidden(m_context.starter, inputs);
        const at::Tensor pair = m_pair(m_context.starter.pool(hidden)).squeeze(1);
        const at::Tensor cell =
            m_cell(hidden.flatten(0, 1).index_select(0, torch::tensor(cells, at::kLong))).squeeze(1);
        return at::binary_cross_entropy_with_logits(pair, torch::tensor(differs)) +
               at::binary_cross_entropy_with_logits(cell, torch::tensor(cellDiffers));
    }

    NamedTensors parameters() const override { return joined({m_pair.parameters(), m_cell.parameters()}); }

private:
    const FrozenPart &draw(Random &random) const
    {
        const JointData &data = m_context.joint;
        return random.chance(0.5) ? random.oneOf(data.pictures) : random.oneOf(data.questionPictures);
    }

    at::Tensor noisy(const at::Tensor &tokens, Random &random) const
    {
        auto generator = at::make_generator<at::CPUGeneratorImpl>(
            static_cast<std::uint64_t>(random.uniform() * static_cast<double>(UINT32_MAX)));
        const at::Tensor noise = at::empty(tokens.sizes()).normal_(0, kNoise, generator);
        return (tokens.to(at::kFloat) + noise * m_context.joint.pictureTokens.deviation).to(at::kHalf);
    }

    static void changeCells(FrozenPart &part, const FrozenPart &other, std::vector<float> &changed, Random &random)
    {
        const double share = random.between(kLeastChange, kLargestChange);
        const std::size_t count = 1 + random.below(kMostChanged);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t cell = random.below(changed.size());
            const std::size_t from = random.below(static_cast<std::size_t>(other.tokens.size(0)));
            const at::Tensor target = part.tokens[static_cast<std::int64_t>(cell)];
            target.copy_(target.to(at::kFloat) * (1 - share) +
                         other.tokens[static_cast<std::int64_t>(from)].to(at::kFloat) * share);
            changed[cell] = 1.0F;
        }
    }

    JointContext m_context;
    LinearHead m_pair;
    LinearHead m_cell;
};

}  // namespace

JointObjectiveInfo joint_objectives::spotDifference()
{
    return {{"spot_difference", "Two takes of one picture: did something change, and in which cells?"},
            [](const JointContext &context, Random &random) -> std::unique_ptr<Objective> {
                return std::make_unique<SpotDifference>(context, random);
            }};
}

}  // namespace atlas::engine
