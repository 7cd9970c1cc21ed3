#include "engine/pretrain/joint/joint_data.h"

#include "core/hash.h"
#include "engine/pretrain/captions.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {
namespace {

constexpr std::size_t kChunk = 512;             ///< parts between two reports
constexpr std::size_t kStandardSamples = 4000;  ///< of each kind, for means and deviations
constexpr double kLeastDeviation = 1e-3;

class Embedding {
public:
    Embedding(const FrozenEmbedders &embedders, int threads, Observer &observer, const std::stop_token &stop)
        : m_embedders(embedders), m_threads(threads), m_observer(observer), m_stop(stop)
    {
    }

    std::vector<FrozenPart> texts(const std::vector<std::string> &texts) const
    {
        return embedded(texts.size(), "texts", [&](std::size_t i) { return m_embedders.text(texts[i]); });
    }

    /// `pixels` is uint8 (N, 3, H, W).
    std::vector<FrozenPart> pictures(const at::Tensor &pixels) const
    {
        return embedded(static_cast<std::size_t>(pixels.size(0)), "pictures", [&](std::size_t i) {
            const at::Tensor picture = pixels[static_cast<std::int64_t>(i)].contiguous();
            const std::string sum = sha256(
                {static_cast<const std::byte *>(picture.data_ptr()), static_cast<std::size_t>(picture.nbytes())});
            return m_embedders.picture(sum, [&picture] { return picture.permute({1, 2, 0}).contiguous(); });
        });
    }

private:
    template <typename Make>
    std::vector<FrozenPart> embedded(std::size_t count, const char *what, Make make) const
    {
        std::vector<FrozenPart> parts;
        parts.reserve(count);
        for (std::size_t begin = 0; begin < count; begin += kChunk) {
            m_observer.progress(-1, std::string("Embedding ") + what + ", " + std::to_string(begin) + " of " +
                                        std::to_string(count));
            std::vector<FrozenPart *> chunk;
            for (std::size_t i = begin; i < std::min(count, begin + kChunk); ++i) {
                parts.push_back(make(i));
                chunk.push_back(&parts.back());
            }
            m_embedders.embed(chunk, m_threads, m_stop);
        }
        return parts;
    }

    const FrozenEmbedders &m_embedders;
    int m_threads;
    Observer &m_observer;
    const std::stop_token &m_stop;
};

/// Rows of some parts, spread evenly over all.
template <typename Pick>
at::Tensor rowsOf(const std::vector<const std::vector<FrozenPart> *> &lists, Pick pick)
{
    std::vector<at::Tensor> rows;
    for (const std::vector<FrozenPart> *list : lists) {
        const std::size_t step = std::max<std::size_t>(1, list->size() / kStandardSamples);
        for (std::size_t i = 0; i < list->size(); i += step) {
            rows.push_back(pick((*list)[i]));
        }
    }
    return at::cat(rows).to(at::kFloat);
}

at::Tensor tokensOf(const FrozenPart &part)
{
    return part.tokens;
}

at::Tensor summaryOf(const FrozenPart &part)
{
    return part.pooled.unsqueeze(0);
}

std::vector<std::string> phrasesOf(const Recipe &recipe, const PretrainData &data)
{
    std::vector<std::string> phrases = allCaptions(recipe.pictures);
    for (const QuestionPictures *part : {&data.questions, &data.validationQuestions}) {
        for (const PictureQuestion &question : part->questions) {
            phrases.push_back(question.question);
        }
    }
    std::ranges::sort(phrases);
    phrases.erase(std::ranges::unique(phrases).begin(), phrases.end());
    return phrases;
}

std::vector<std::string> first(std::vector<std::string> texts, std::int64_t limit)
{
    if (limit > 0 && static_cast<std::int64_t>(texts.size()) > limit) {
        texts.resize(static_cast<std::size_t>(limit));
    }
    return texts;
}

}  // namespace

at::Tensor Standard::operator()(const at::Tensor &values) const
{
    return values.to(at::kFloat).sub(mean).div_(deviation);
}

Standard standardOf(const at::Tensor &rows)
{
    at::Tensor deviation = rows.std(0);
    deviation.masked_fill_(deviation.lt(kLeastDeviation), 1);
    return {rows.mean(0), deviation};
}

JointData embedPretrainData(const Starter &starter, const Recipe &recipe, const PretrainData &data, int threads,
                            Observer &observer, const std::stop_token &stop)
{
    const Embedding embedding(starter.embedders(), threads, observer, stop);
    JointData joint;
    joint.texts = embedding.texts(first(data.texts, recipe.maxTexts));
    joint.validationTexts = embedding.texts(data.validationTexts);
    joint.questionPictures = embedding.pictures(data.questions.pixels);
    const std::int64_t pictures = data.pictures.pixels.size(0);
    joint.pictures = embedding.pictures(
        data.pictures.pixels.narrow(0, 0, recipe.maxPictures > 0 ? std::min(pictures, recipe.maxPictures) : pictures));
    joint.validationPictures = embedding.pictures(data.validationPictures.pixels);
    const std::vector<std::string> phrases = phrasesOf(recipe, data);
    const std::vector<FrozenPart> parts = embedding.texts(phrases);
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        joint.phrases.emplace(phrases[i], parts[i]);
    }
    joint.textTokens = standardOf(rowsOf({&joint.texts, &parts}, tokensOf));
    joint.textSummary = standardOf(rowsOf({&joint.texts, &parts}, summaryOf));
    joint.pictureTokens = standardOf(rowsOf({&joint.pictures, &joint.questionPictures}, tokensOf));
    joint.pictureSummary = standardOf(rowsOf({&joint.pictures, &joint.questionPictures}, summaryOf));
    return joint;
}

}  // namespace atlas::engine
