#include "storage/import/field_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

namespace atlas::storage {
namespace {

struct FieldNames {
    std::string_view field;
    std::string FieldPlan::*column;
    std::vector<std::string_view> names;  ///< simplified; earlier ones win
};

/// The names that public data sets and people use for each field.
const std::array<FieldNames, 13> &fieldTable()
{
    static const std::array<FieldNames, 13> table{{
        {"id", &FieldPlan::id, {"id", "identifier", "uid", "sampleid"}},
        {"image2",
         &FieldPlan::image2,
         {"image2", "imageb", "img2", "right", "rightimage", "rightfilename", "imageright", "file2", "after", "画像2"}},
        {"image", &FieldPlan::image, {"image",        "image1",    "imagea",   "img",    "img1",  "left",  "leftimage",
                                      "leftfilename", "imageleft", "filename", "file",   "file1", "path",  "imagepath",
                                      "imagefile",    "picture",   "photo",    "before", "画像",  "画像1", "ファイル"}},
        {"images", &FieldPlan::images, {"images", "pictures", "filenames"}},
        {"question",
         &FieldPlan::question,
         {"question", "statement", "goal", "prompt", "query", "ctx", "caption", "質問", "問い", "設問"}},
        {"text2", &FieldPlan::text2, {"text2", "sentence2", "textb", "hypothesis", "passage", "文2"}},
        {"text",
         &FieldPlan::text,
         {"text", "text1", "texta", "sentence", "sentence1", "utterance", "premise", "review", "comment", "content",
          "message", "body", "title", "文", "文1", "本文", "テキスト"}},
        {"label",
         &FieldPlan::label,
         {"label",  "labels", "answers", "answer", "class",       "classes",   "category",  "target",
          "intent", "gold",   "tag",     "tags",   "answerindex", "labelname", "classname", "multiplechoiceanswer",
          "ラベル", "正解",   "答え",    "分類"}},
        {"split", &FieldPlan::split, {"split", "subset", "partition", "fold", "分割"}},
        {"group", &FieldPlan::group, {"group", "groupid"}},
        {"note", &FieldPlan::note, {"note", "notes", "メモ", "備考"}},
        {"review", &FieldPlan::review, {"reviewstate"}},
        {"choices", &FieldPlan::choiceList, {"choices", "options", "endings", "candidates", "選択肢"}},
    }};
    return table;
}

std::string simplified(const std::string &name)
{
    std::string result;
    for (const char c : name) {
        if (c != ' ' && c != '_' && c != '-') {
            result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return result;
}

/// The number of a column that holds one option: choice0, option_1, ending2, sol1, optionA, 選択肢1.
std::optional<int> choiceNumber(const std::string &name)
{
    for (const std::string_view stem : {"choice", "option", "ending", "sol", "選択肢"}) {
        const std::string_view rest = name.starts_with(stem) ? std::string_view(name).substr(stem.size()) : "";
        if (rest.size() == 1 && rest[0] >= 'a' && rest[0] <= 'z') {
            return rest[0] - 'a';
        }
        int number = 0;
        const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (!rest.empty() && fault == std::errc() && end == rest.data() + rest.size() && number >= 0) {
            return number;
        }
    }
    return std::nullopt;
}

using NumberedColumns = std::vector<std::pair<int, std::string>>;

/// Takes what the user mapped; returns the columns that are spoken for.
std::set<std::string> takeMapped(FieldPlan &plan, NumberedColumns &choices, std::span<const std::string> columns,
                                 const std::vector<std::pair<std::string, std::string>> &map)
{
    std::set<std::string> taken;
    for (const auto &[field, column] : map) {
        if (std::find(columns.begin(), columns.end(), column) == columns.end()) {
            plan.absent.push_back(column);
            continue;
        }
        taken.insert(column);
        const auto &table = fieldTable();
        const auto known = std::find_if(table.begin(), table.end(),
                                        [&field = field](const FieldNames &names) { return names.field == field; });
        if (known != table.end()) {
            plan.*known->column = column;
        } else if (const std::optional<int> number = choiceNumber(field)) {
            choices.emplace_back(*number, column);
        }
    }
    return taken;
}

}  // namespace

bool FieldPlan::hasContent() const
{
    return !(image.empty() && image2.empty() && images.empty() && text.empty() && text2.empty() && question.empty() &&
             choiceList.empty() && choices.empty());
}

std::string fieldOf(const FieldPlan &plan, const std::string &column)
{
    for (const FieldNames &names : fieldTable()) {
        if (plan.*names.column == column) {
            return std::string(names.field);
        }
    }
    const auto choice = std::ranges::find(plan.choices, column);
    return choice == plan.choices.end() ? kUnusedField : "choice" + std::to_string(choice - plan.choices.begin());
}

bool isFieldName(const std::string &field)
{
    return field == kUnusedField || choiceNumber(field) ||
           std::any_of(fieldTable().begin(), fieldTable().end(),
                       [&](const FieldNames &names) { return names.field == field; });
}

FieldPlan planFields(std::span<const std::string> columns, const std::vector<std::pair<std::string, std::string>> &map)
{
    FieldPlan plan;
    NumberedColumns choices;
    std::set<std::string> taken = takeMapped(plan, choices, columns, map);

    std::set<std::string> seen;
    for (const std::string &column : columns) {
        if (!seen.insert(column).second) {
            plan.repeated.push_back(column);
        }
    }
    std::unordered_map<std::string, std::vector<std::string>> spellings;  // a file may have a million columns
    for (const std::string &column : columns) {
        spellings[simplified(column)].push_back(column);
    }
    for (const FieldNames &names : fieldTable()) {
        for (std::size_t i = 0; i < names.names.size() && (plan.*names.column).empty(); ++i) {
            const std::vector<std::string> &alike = spellings[std::string(names.names[i])];
            const auto found = std::ranges::find_if(alike, [&](const auto &column) { return !taken.contains(column); });
            if (found != alike.end()) {
                plan.*names.column = *found;
                taken.insert(*found);
            }
        }
    }
    if (choices.empty()) {
        for (const std::string &column : columns) {
            const std::optional<int> number = choiceNumber(simplified(column));
            if (number && taken.insert(column).second) {
                choices.emplace_back(*number, column);
            }
        }
    }
    std::stable_sort(choices.begin(), choices.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (auto &[number, column] : choices) {
        plan.choices.push_back(std::move(column));
    }
    std::copy_if(columns.begin(), columns.end(), std::back_inserter(plan.extra),
                 [&](const std::string &column) { return !taken.contains(column); });
    return plan;
}

}  // namespace atlas::storage
