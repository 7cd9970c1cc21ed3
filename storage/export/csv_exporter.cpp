#include "core/csv.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/export/export_folder.h"
#include "storage/export/exporters.h"
#include "storage/export/sample_record.h"
#include "storage/import/cell_guard.h"

#include <algorithm>

namespace atlas::storage::exports {
namespace {

std::string labelCell(const Sample &sample, const ExportedSet &set)
{
    const nlohmann::ordered_json record = labelRecord(sample, set);
    return record.is_null() ? std::string() : record.is_string() ? record.get<std::string>() : record.dump();
}

std::vector<std::string> cellsOf(const Sample &sample, const ExportedSet &set, ExportFolder &folder,
                                 std::size_t choices)
{
    const auto picture = [&](const std::optional<AssetRef> &image) {
        return image ? folder.addPicture("images", *image, sample.source) : std::string();
    };
    std::vector<std::string> cells{sample.externalId, picture(sample.image), picture(sample.image2),
                                   sample.text,       sample.text2,          sample.question};
    for (std::size_t i = 0; i < choices; ++i) {
        cells.push_back(i < sample.choices.size() ? sample.choices[i] : std::string());
    }
    cells.push_back(labelCell(sample, set));
    cells.emplace_back(sample.split == Split::Unassigned ? "" : splitName(sample.split));
    cells.push_back(sample.group);
    cells.push_back(sample.note);
    cells.emplace_back(reviewStateName(sample.review));
    return cells;
}

}  // namespace

/// samples.csv, UTF-8 with a byte order mark (spreadsheets ask for one), and the pictures beside it. Columns that no
/// sample uses are left out, cells that a spreadsheet would take for a formula are guarded (cell_guard.h).
Exporter csv()
{
    return {.name = "csv",
            .title = QT_TRANSLATE_NOOP("Exporter", "Table (CSV)"),
            .keeps = kKeepsEverything,
            .obstacle = [](const ExportedSet &) { return Sentence(); },
            .write =
                [](const ExportedSet &set, ExportFolder &folder) {
                    std::size_t choices = 0;
                    for (const Sample &sample : set.samples) {
                        choices = std::max(choices, sample.choices.size());
                    }
                    std::vector<std::string> columns{"id", "image", "image2", "text", "text2", "question"};
                    for (std::size_t i = 0; i < choices; ++i) {
                        columns.push_back("choice" + std::to_string(i));
                    }
                    for (const char *column : {"label", "split", "group", "note", "review_state"}) {
                        columns.emplace_back(column);
                    }
                    std::vector<std::vector<std::string>> rows;
                    std::vector<bool> used(columns.size());
                    for (const Sample &sample : set.samples) {
                        rows.push_back(cellsOf(sample, set, folder, choices));
                        for (std::size_t i = 0; i < columns.size(); ++i) {
                            used[i] = used[i] || !rows.back()[i].empty();
                        }
                        folder.advance();
                    }
                    std::string text = "\xEF\xBB\xBF";
                    const auto write = [&](const std::vector<std::string> &cells) {
                        std::string line;
                        for (std::size_t i = 0; i < cells.size(); ++i) {
                            line += used[i] ? "," + csvField(guardedCell(cells[i])) : "";
                        }
                        text += line.substr(std::min<std::size_t>(1, line.size())) + "\r\n";
                    };
                    write(columns);
                    std::ranges::for_each(rows, write);
                    folder.write("samples.csv", text);
                }};
}

}  // namespace atlas::storage::exports
