#include "engine/pretrain/joint/joint_evaluation.h"

#include "core/observer.h"
#include "engine/pretrain/captions.h"
#include "engine/pretrain/linear_probe.h"
#include "engine/training/seeds.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {
namespace {

constexpr std::size_t kInputsAtOnce = 64;

struct Judged {
    std::vector<PreparedInput> inputs;
    std::vector<std::int64_t> labels;
};

class JointEvaluation {
public:
    JointEvaluation(const JointContext &context, Observer &observer, const std::stop_token &stop)
        : m_context(context), m_observer(observer), m_stop(stop)
    {
    }

    PretrainScores run() const
    {
        const at::NoGradGuard frozen;
        const PretrainData &data = m_context.data;
        const JointData &joint = m_context.joint;
        return {probe("pictures", "class of a picture, linear probe on the pooled output",
                      pictures(joint.pictures, data.pictures.labels, "probe pictures"),
                      pictures(joint.validationPictures, data.validationPictures.labels, "test pictures")),
                probe("questions", "answer to a question about a picture, linear probe on the pooled output",
                      questions(data.questions, "probe questions"),
                      questions(data.validationQuestions, "test questions")),
                probe("captions", "a caption belongs to its picture or not, linear probe on the pooled output",
                      captions(joint.pictures, data.pictures.labels, "probe captions"),
                      captions(joint.validationPictures, data.validationPictures.labels, "test captions"))};
    }

private:
    std::vector<std::int64_t> choose(std::size_t available, const std::string &use) const
    {
        auto rows = shuffled(static_cast<std::int64_t>(available), deriveSeed(m_context.recipe.seed, {use}));
        rows.resize(std::min(rows.size(), static_cast<std::size_t>(m_context.recipe.validation.probeTrain)));
        return rows;
    }

    Judged pictures(const std::vector<FrozenPart> &parts, const std::vector<std::int64_t> &labels,
                    const std::string &use) const
    {
        Judged judged;
        for (const std::int64_t row : choose(parts.size(), use)) {
            judged.inputs.push_back(inputOf(nullptr, &parts[static_cast<std::size_t>(row)]));
            judged.labels.push_back(labels[static_cast<std::size_t>(row)]);
        }
        return judged;
    }

    Judged questions(const QuestionPictures &source, const std::string &use) const
    {
        Judged judged;
        for (const std::int64_t row : choose(source.questions.size(), use)) {
            const PictureQuestion &question = source.questions[static_cast<std::size_t>(row)];
            judged.inputs.push_back(
                inputOf(&m_context.joint.phrases.at(question.question),
                        &m_context.joint.questionPictures[static_cast<std::size_t>(question.picture)]));
            judged.labels.push_back(question.answer);
        }
        return judged;
    }

    Judged captions(const std::vector<FrozenPart> &parts, const std::vector<std::int64_t> &labels,
                    const std::string &use) const
    {
        const PicturePart &part = m_context.recipe.pictures;
        Random random(deriveSeed(m_context.recipe.seed, {use, "captions"}));
        Judged judged;
        for (const std::int64_t row : choose(parts.size(), use)) {
            const bool right = random.chance(0.5);
            const auto shown = static_cast<std::size_t>(labels[static_cast<std::size_t>(row)]);
            const std::size_t named =
                right ? shown : (shown + 1 + random.below(part.classes.size() - 1)) % part.classes.size();
            judged.inputs.push_back(inputOf(&m_context.joint.phrases.at(drawCaption(part, named, random).text()),
                                            &parts[static_cast<std::size_t>(row)]));
            judged.labels.push_back(right ? 1 : 0);
        }
        return judged;
    }

    at::Tensor features(const Judged &judged) const
    {
        std::vector<at::Tensor> values;
        for (std::size_t start = 0; start < judged.inputs.size(); start += kInputsAtOnce) {
            throwIfStopped(m_stop);
            m_observer.progress(-1, "Measuring");
            const std::size_t end = std::min(start + kInputsAtOnce, judged.inputs.size());
            values.push_back(
                jointPooled(m_context.starter, {judged.inputs.begin() + static_cast<std::ptrdiff_t>(start),
                                                judged.inputs.begin() + static_cast<std::ptrdiff_t>(end)}));
        }
        return at::cat(values);
    }

    PretrainScore probe(const char *name, const char *what, const Judged &train, const Judged &test) const
    {
        return {name, what,
                linearProbe(features(train), torch::tensor(train.labels, at::kLong), features(test),
                            torch::tensor(test.labels, at::kLong)),
                test.labels.size()};
    }

    const JointContext &m_context;
    Observer &m_observer;
    const std::stop_token &m_stop;
};

}  // namespace

PretrainScores evaluateJoint(const JointContext &context, Observer &observer, const std::stop_token &stop)
{
    return JointEvaluation(context, observer, stop).run();
}

}  // namespace atlas::engine
