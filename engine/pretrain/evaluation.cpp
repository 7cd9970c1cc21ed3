#include "engine/pretrain/evaluation.h"

#include "engine/pretrain/forward.h"
#include "engine/pretrain/linear_probe.h"
#include "engine/pretrain/word_mask.h"
#include "engine/training/seeds.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {
namespace {

constexpr std::size_t kBatch = 64;

/// Pooled features and labels of a list of inputs.
struct Features {
    at::Tensor values;  ///< (n, d)
    at::Tensor labels;  ///< (n)
};

class Evaluation {
public:
    Evaluation(const Vilt &vilt, const Recipe &recipe, const PretrainData &data, Observer &observer,
               const std::stop_token &stop)
        : m_vilt(vilt), m_recipe(recipe), m_data(data), m_observer(observer), m_stop(stop)
    {
    }

    PretrainScores run() const
    {
        const at::NoGradGuard noGrad;
        return {{"pictures", "class of a picture, linear probe on the pooled output",
                 probe(picturesOf(m_data.pictures, "probe pictures"),
                       picturesOf(m_data.validationPictures, "test pictures")),
                 m_data.validationPictures.labels.size()},
                {"questions", "answer to a question about a picture, linear probe on the pooled output",
                 probe(questionsOf(m_data.questions, "probe questions"),
                       questionsOf(m_data.validationQuestions, "test questions")),
                 m_data.validationQuestions.questions.size()},
                {"words", "hidden words of a text, own head", maskedWordAccuracy(), m_data.validationTexts.size()}};
    }

private:
    struct Question {
        std::string text;
        at::Tensor picture;  ///< uint8 (3, H, W)
        std::int64_t label = 0;
    };

    /// The first rows of a fixed order; of the part to be tested there are seldom more than that.
    std::vector<std::int64_t> choose(std::size_t available, const std::string &use) const
    {
        auto rows = shuffled(static_cast<std::int64_t>(available), deriveSeed(m_recipe.seed, {use}));
        rows.resize(std::min(rows.size(), static_cast<std::size_t>(m_recipe.validation.probeTrain)));
        return rows;
    }

    std::vector<Question> picturesOf(const LabelledPictures &pictures, const std::string &use) const
    {
        std::vector<Question> result;
        for (const std::int64_t row : choose(pictures.labels.size(), use)) {
            result.push_back({"", pictures.pixels[row], pictures.labels[static_cast<std::size_t>(row)]});
        }
        return result;
    }

    std::vector<Question> questionsOf(const QuestionPictures &questions, const std::string &use) const
    {
        std::vector<Question> result;
        for (const std::int64_t row : choose(questions.questions.size(), use)) {
            const PictureQuestion &question = questions.questions[static_cast<std::size_t>(row)];
            result.push_back({question.question, questions.pixels[question.picture], question.answer});
        }
        return result;
    }

    Features featuresOf(const std::vector<Question> &questions) const
    {
        std::vector<at::Tensor> values;
        std::vector<std::int64_t> labels;
        for (std::size_t start = 0; start < questions.size(); start += kBatch) {
            throwIfStopped(m_stop);
            m_observer.progress(-1, "Measuring");
            const std::size_t end = std::min(start + kBatch, questions.size());
            std::vector<std::string> texts;
            for (std::size_t i = start; i < end; ++i) {
                texts.push_back(questions[i].text);
                labels.push_back(questions[i].label);
            }
            auto inputs = tokenizeAll(m_vilt, texts);
            for (std::size_t i = start; i < end; ++i) {
                inputs[i - start].pixels = m_vilt.imageProcessor().resize(questions[i].picture.permute({1, 2, 0}));
            }
            values.push_back(pooledFeatures(m_vilt, inputs));
        }
        return {at::cat(values), torch::tensor(labels, at::kLong)};
    }

    double probe(const std::vector<Question> &train, const std::vector<Question> &test) const
    {
        const Features trained = featuresOf(train);
        const Features tested = featuresOf(test);
        return linearProbe(trained.values, trained.labels, tested.values, tested.labels);
    }

    double maskedWordAccuracy() const
    {
        constexpr double kShare = 0.15;
        Random random(deriveSeed(m_recipe.seed, {"measured words"}));
        std::int64_t right = 0;
        std::int64_t all = 0;
        const std::vector<std::string> &texts = m_data.validationTexts;
        for (std::size_t start = 0; start < texts.size(); start += kBatch) {
            throwIfStopped(m_stop);
            const std::size_t end = std::min(start + kBatch, texts.size());
            auto inputs = tokenizeAll(m_vilt, {texts.begin() + static_cast<std::ptrdiff_t>(start),
                                               texts.begin() + static_cast<std::ptrdiff_t>(end)});
            const WordMask mask = maskRandomWords(inputs, kShare, m_vilt.tokenizer(), random);
            const at::Tensor guesses = maskedLogits(m_vilt, forward(m_vilt, inputs).lastHidden, mask).argmax(1);
            right += guesses.eq(torch::tensor(mask.ids, at::kLong)).sum().item<std::int64_t>();
            all += guesses.size(0);
        }
        return all > 0 ? static_cast<double>(right) / static_cast<double>(all) : 0.0;
    }

    const Vilt &m_vilt;
    const Recipe &m_recipe;
    const PretrainData &m_data;
    Observer &m_observer;
    const std::stop_token &m_stop;
};

}  // namespace

PretrainScores evaluatePretraining(const Vilt &vilt, const Recipe &recipe, const PretrainData &data, Observer &observer,
                                   const std::stop_token &stop)
{
    return Evaluation(vilt, recipe, data, observer, stop).run();
}

}  // namespace atlas::engine
