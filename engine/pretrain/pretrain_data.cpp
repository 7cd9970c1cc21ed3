#include "engine/pretrain/pretrain_data.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/backbone/bicubic.h"
#include "engine/backbone/picture_decoder.h"
#include "engine/pretrain/archive_files.h"
#include "engine/training/seeds.h"

#include <ATen/Functions.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace atlas::engine {
namespace {

[[noreturn]] void throwUnfit(const std::string &file, const Sentence &why)
{
    throw Error(ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "The data file %1 is not what the recipe says: %2."), file, why),
                say(QT_TRANSLATE_NOOP("Sentence", "Check the data folder against the recipe.")));
}

/// Gathers pictures of one size, (3, H, W) each.
class PictureStack {
public:
    void add(const std::string &bytes, const std::string &name)
    {
        at::Tensor picture = decodePictureBytes(bytes, name);
        if (m_height == 0) {
            m_height = static_cast<int>(picture.size(0));
            m_width = static_cast<int>(picture.size(1));
        }
        m_pictures.push_back(resizeBicubic(picture, m_height, m_width).permute({2, 0, 1}).contiguous());
    }

    std::size_t size() const { return m_pictures.size(); }
    at::Tensor stacked() const { return at::stack(m_pictures); }

private:
    std::vector<at::Tensor> m_pictures;
    int m_height = 0;
    int m_width = 0;
};

std::vector<std::string> readLines(const std::filesystem::path &file, const std::stop_token &stop)
{
    std::vector<std::string> lines;
    visitFiles(file, stop, [&lines](const std::string &, const std::string &bytes) {
        std::istringstream stream(bytes);
        for (std::string line; std::getline(stream, line);) {
            if (!line.empty()) {
                lines.push_back(line);
            }
        }
    });
    return lines;
}

void readTexts(const Recipe &recipe, const std::filesystem::path &folder, const std::stop_token &stop,
               PretrainData &data)
{
    std::vector<std::string> lines;
    for (const TextPart &part : recipe.texts) {
        const std::vector<std::string> more = readLines(folder / part.file, stop);
        if (more.empty()) {
            throwUnfit(part.file, say(QT_TRANSLATE_NOOP("Sentence", "it holds no line of text")));
        }
        lines.insert(lines.end(), more.begin(), more.end());
    }
    const auto validation = std::min(lines.size() / 2, static_cast<std::size_t>(recipe.validation.texts));
    for (const std::int64_t line :
         shuffled(static_cast<std::int64_t>(lines.size()), deriveSeed(recipe.seed, {"texts"}))) {
        auto &part = data.validationTexts.size() < validation ? data.validationTexts : data.texts;
        part.push_back(lines[static_cast<std::size_t>(line)]);
    }
}

LabelledPictures rowsOf(const LabelledPictures &all, const std::vector<std::int64_t> &rows)
{
    LabelledPictures result;
    result.pixels = all.pixels.index_select(0, at::tensor(rows, at::kLong));
    for (const std::int64_t row : rows) {
        result.labels.push_back(all.labels[static_cast<std::size_t>(row)]);
    }
    return result;
}

void readPictures(const Recipe &recipe, const std::filesystem::path &folder, const std::stop_token &stop,
                  PretrainData &data)
{
    const PicturePart &part = recipe.pictures;
    std::map<std::string, std::int64_t> classes;
    for (std::size_t i = 0; i < part.classes.size(); ++i) {
        classes[part.classes[i].folder] = static_cast<std::int64_t>(i);
    }
    PictureStack stack;
    LabelledPictures all;
    visitFiles(folder / part.file, stop, [&](const std::string &name, const std::string &bytes) {
        const auto found = classes.find(std::filesystem::path(name).parent_path().filename().string());
        if (found != classes.end()) {
            stack.add(bytes, name);
            all.labels.push_back(found->second);
        }
    });
    if (std::set<std::int64_t>(all.labels.begin(), all.labels.end()).size() != classes.size()) {
        throwUnfit(part.file, say(QT_TRANSLATE_NOOP("Sentence", "it lacks pictures of some of its classes")));
    }
    all.pixels = stack.stacked();
    const auto order = shuffled(static_cast<std::int64_t>(stack.size()), deriveSeed(recipe.seed, {"pictures"}));
    const auto cut = order.begin() + std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(order.size() / 2),
                                                              recipe.validation.pictures);
    data.validationPictures = rowsOf(all, {order.begin(), cut});
    data.pictures = rowsOf(all, {cut, order.end()});
}

struct QuestionFiles {
    PictureStack pictures;
    std::map<std::int64_t, std::int64_t> rowOfNumber;
    nlohmann::json questions;
};

QuestionFiles readQuestionFiles(const std::filesystem::path &source, const std::stop_token &stop)
{
    QuestionFiles files;
    visitFiles(source, stop, [&files](const std::string &name, const std::string &bytes) {
        const std::filesystem::path path(name);
        const std::string stem = path.stem().string();
        if (path.filename() == "questions.json") {
            files.questions = nlohmann::json::parse(bytes);
        } else if (!stem.empty() && stem.size() < 10 &&
                   std::all_of(stem.begin(), stem.end(), [](char c) { return c >= '0' && c <= '9'; })) {
            files.rowOfNumber[std::stoll(stem)] = static_cast<std::int64_t>(files.pictures.size());
            files.pictures.add(bytes, name);
        }
    });
    return files;
}

void readQuestions(const Recipe &recipe, const std::filesystem::path &folder, const std::stop_token &stop,
                   PretrainData &data)
{
    const std::string &file = recipe.questions.file;
    try {
        const QuestionFiles files = readQuestionFiles(folder / file, stop);
        const auto rows = files.questions.get<std::vector<std::tuple<std::string, std::string, std::int64_t>>>();
        std::set<std::string> answers;
        for (const auto &[question, answer, picture] : rows) {
            answers.insert(answer);
        }
        data.answers.assign(answers.begin(), answers.end());
        const auto order =
            shuffled(static_cast<std::int64_t>(files.pictures.size()), deriveSeed(recipe.seed, {"questions"}));
        const auto kept = std::min(order.size() / 2, static_cast<std::size_t>(recipe.validation.questionPictures));
        const std::set<std::int64_t> validation(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept));
        data.questions.pixels = data.validationQuestions.pixels = files.pictures.stacked();
        for (const auto &[question, answer, number] : rows) {
            const auto row = files.rowOfNumber.find(number);
            if (row == files.rowOfNumber.end()) {
                throwUnfit(file,
                           say(QT_TRANSLATE_NOOP("Sentence", "a question names picture %1, which it lacks"), number));
            }
            auto &part = validation.contains(row->second) ? data.validationQuestions : data.questions;
            part.questions.push_back({question, std::distance(answers.begin(), answers.find(answer)), row->second});
        }
    } catch (const nlohmann::json::exception &error) {
        throwUnfit(file, say(QT_TRANSLATE_NOOP("Sentence", "questions.json cannot be understood: %1"), error.what()));
    }
    if (data.questions.questions.empty() || data.validationQuestions.questions.empty()) {
        throwUnfit(file, say(QT_TRANSLATE_NOOP("Sentence", "it holds too few questions")));
    }
}

}  // namespace

PretrainData readPretrainData(const Recipe &recipe, const std::filesystem::path &folder, Observer &observer,
                              const std::stop_token &stop)
{
    PretrainData data;
    observer.progress(-1, "Reading texts");
    readTexts(recipe, folder, stop, data);
    observer.progress(-1, "Reading questions about pictures");
    readQuestions(recipe, folder, stop, data);
    observer.progress(-1, "Reading pictures");
    readPictures(recipe, folder, stop, data);
    observer.log(LogLevel::Info, std::to_string(data.texts.size()) + " texts, " +
                                     std::to_string(data.pictures.labels.size()) + " pictures and " +
                                     std::to_string(data.questions.questions.size()) + " questions to train on; " +
                                     std::to_string(data.validationTexts.size()) + ", " +
                                     std::to_string(data.validationPictures.labels.size()) + " and " +
                                     std::to_string(data.validationQuestions.questions.size()) + " kept to measure.");
    return data;
}

}  // namespace atlas::engine
