#include "core/error.h"
#include "core/files.h"
#include "core/observer.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "pictures/picture_header.h"
#include "storage/import/importers.h"
#include "storage/import/json_records.h"
#include "storage/import/problems.h"
#include "storage/import/record_mapper.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <system_error>

namespace atlas::storage::formats {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uintmax_t kLargest = std::uintmax_t{1} << 30;
constexpr const char *kWrongFolder =
    QT_TRANSLATE_NOOP("Sentence", "Choose the folder that holds questions and annotations as VQA has them.");

bool holds(const fs::path &file, const char *key)
{
    constexpr std::size_t kLook = 4096;
    std::string start(kLook, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(stream.gcount()));
    return start.find(key) != std::string::npos;
}

std::vector<fs::path> jsonFilesIn(const fs::path &source)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(source, error)) {
        if (entry.is_regular_file(error) && !entry.is_symlink(error) && lowerExtension(entry.path()) == ".json") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

std::vector<fs::path> questionFiles(const fs::path &source)
{
    std::error_code error;
    std::vector<fs::path> files =
        fs::is_directory(source, error) ? jsonFilesIn(source) : std::vector<fs::path>{fs::absolute(source)};
    std::erase_if(
        files, [](const fs::path &file) { return lowerExtension(file) != ".json" || !holds(file, "\"questions\""); });
    return files;
}

/// "v2_OpenEnded_mscoco_train2014_questions.json" -> the file of the same split that holds annotations.
fs::path annotationsOf(const fs::path &questions)
{
    std::vector<fs::path> files = jsonFilesIn(questions.parent_path());
    std::erase_if(files, [](const fs::path &file) { return !holds(file, "\"annotations\""); });
    const Split split = splitOfName(questions.stem().string());
    const auto same = std::ranges::find_if(
        files, [split](const fs::path &file) { return splitOfName(file.stem().string()) == split; });
    return same != files.end() ? *same : fs::path();
}

/// The number at the end of a file's name, without leading zeros; the whole name where there is none.
std::string idOf(const fs::path &picture)
{
    const std::string stem = picture.stem().string();
    const std::size_t begin = stem.find_last_not_of("0123456789") + 1;
    const std::size_t digit = std::min(stem.find_first_not_of('0', begin), stem.size() - 1);
    return begin == stem.size() ? stem : stem.substr(std::max(begin, digit));
}

/// All pictures of the source by their ids; of one id several may be there, in the folders of several splits.
std::map<std::string, std::vector<std::string>> picturesIn(const fs::path &folder, const std::stop_token &stop)
{
    std::map<std::string, std::vector<std::string>> pictures;
    std::error_code error;
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(folder, error)) {
        throwIfStopped(stop);
        if (pictures::isPictureName(entry.path()) && entry.is_regular_file(error)) {
            pictures[idOf(entry.path())].push_back(entry.path().lexically_relative(folder).generic_string());
        }
    }
    for (auto &[id, paths] : pictures) {
        std::ranges::sort(paths);
    }
    return pictures;
}

class Reading {
public:
    Reading(const ImportRequest &request, ImportSink &sink, std::stop_token stop)
        : m_request(request), m_root(request.source), m_sink(sink), m_stop(std::move(stop)),
          m_pictures(picturesIn(m_root.folder(), m_stop))
    {
    }

    void read(const fs::path &file)
    {
        const Split split = splitOfName(file.stem().string());
        const json questions = parse(file, "questions");
        const fs::path beside = annotationsOf(file);
        std::map<std::string, json> answers;
        for (const json &annotation : beside.empty() ? json::array() : parse(beside, "annotations")) {
            if (annotation.is_object()) {
                answers[scalarText(annotation.value("question_id", json()))] = annotation;
            }
        }
        RecordMapper mapper(m_request, m_root, {.file = file, .split = split, .labels = {}}, m_sink);
        std::vector<std::string> columns{"id", "image", "question"};
        if (!answers.empty()) {
            columns.emplace_back("answers");
        }
        if (!mapper.setColumns(columns)) {
            return;
        }
        std::int64_t number = 0;
        for (const json &question : questions) {
            throwIfStopped(m_stop);
            ++number;
            if (!question.is_object()) {
                mapper.skip(code::kBadJson, number, say(QT_TRANSLATE_NOOP("Sentence", "expected an object {...}")));
                continue;
            }
            mapper.map(rowOf(question, answers, split), number);
            m_sink.progress(static_cast<double>(number) / static_cast<double>(questions.size()));
        }
        mapper.finish();
    }

private:
    /// The list under that key; empty, and a problem, when there is none.
    json parse(const fs::path &file, const char *key)
    {
        const std::string where = m_root.shown(file);
        try {
            const std::string text = readFile(file, kLargest);
            if (deepestNesting(text) > JsonRecordReader::kMaxDepth) {
                m_sink.problem(
                    errorProblem(code::kBadFormat, where,
                                 say(QT_TRANSLATE_NOOP("Sentence", "The file is nested deeper than 64 levels.")),
                                 say(kWrongFolder)));
                return json::array();
            }
            json whole = json::parse(text);
            if (whole.is_object() && whole.contains(key) && whole[key].is_array()) {
                return std::move(whole[key]);
            }
            m_sink.problem(errorProblem(code::kBadFormat, where,
                                        say(QT_TRANSLATE_NOOP("Sentence", "There is no list \"%1\" in it."), key),
                                        say(kWrongFolder)));
        } catch (const json::exception &) {
            m_sink.problem(errorProblem(code::kBadFormat, where,
                                        say(QT_TRANSLATE_NOOP("Sentence", "The file is not valid JSON.")),
                                        say(QT_TRANSLATE_NOOP("Sentence", "Copy it again."))));
        } catch (const Error &error) {
            m_sink.problem(errorProblem(code::kUnreadable, where, error.sentence(), error.advice()));
        }
        return json::array();
    }

    json rowOf(const json &question, const std::map<std::string, json> &answers, Split split) const
    {
        const std::string id = scalarText(question.value("question_id", json()));
        json row{{"id", id},
                 {"question", question.value("question", json())},
                 {"image", pathOf(scalarText(question.value("image_id", json())), split)}};
        if (const auto answer = answers.find(id); answer != answers.end()) {
            const json &given = answer->second;
            row["answers"] =
                given.contains("answers") ? given["answers"] : given.value("multiple_choice_answer", json());
        }
        return row;
    }

    /// Of several pictures of one id that in the folder, or under the name, of the split.
    std::string pathOf(const std::string &image, Split split) const
    {
        const auto found = m_pictures.find(image);
        if (found == m_pictures.end()) {
            return image;  // the mapper says that it is missing
        }
        const std::vector<std::string> &paths = found->second;
        const auto own =
            std::ranges::find_if(paths, [split](const std::string &path) { return splitOfName(path) == split; });
        return own != paths.end() ? *own : paths.front();
    }

    const ImportRequest &m_request;
    SourceRoot m_root;
    ImportSink &m_sink;
    std::stop_token m_stop;
    std::map<std::string, std::vector<std::string>> m_pictures;
};

}  // namespace

/// Visual question answering as VQA v1 and v2 have it: `*questions*.json` {"questions": [{question_id, image_id,
/// question}]}, annotations of the same split beside it {"annotations": [{question_id, answers: [{answer}]}]}, and
/// pictures named by their id in the folder or below it. The weight of an answer is min(1, votes / 3).
Importer vqa()
{
    return {
        .name = "vqa",
        .title = QT_TRANSLATE_NOOP("Importer", "Questions about pictures (VQA)"),
        .sniff = [](const fs::path &source) { return questionFiles(source).empty() ? 0 : 94; },
        .read =
            [](const ImportRequest &request, ImportSink &sink, std::stop_token stop) {
                const std::vector<fs::path> files = questionFiles(SourceRoot(request.source).folder());
                if (files.empty()) {
                    sink.problem(errorProblem(
                        code::kEmptySource, request.source.filename().string(),
                        say(QT_TRANSLATE_NOOP("Sentence", "There is no JSON file with a list of questions here."))));
                    return;
                }
                Reading reading(request, sink, std::move(stop));
                for (const fs::path &file : files) {
                    reading.read(file);
                }
            }};
}

}  // namespace atlas::storage::formats
