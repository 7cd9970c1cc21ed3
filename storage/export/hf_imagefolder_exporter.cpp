#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/export/export_folder.h"
#include "storage/export/exporters.h"
#include "storage/export/sample_record.h"

#include <algorithm>
#include <map>

namespace atlas::storage::exports {

/// `<split>/metadata.jsonl` with `file_name` and the pictures beside it, as Hugging Face's datasets reads them.
Exporter hfImageFolder()
{
    return {.name = "hf-imagefolder",
            .title = QT_TRANSLATE_NOOP("Exporter", "Hugging Face image folder"),
            .keeps = kKeepsEverything,
            .obstacle =
                [](const ExportedSet &set) {
                    const bool all =
                        std::ranges::all_of(set.samples, [](const Sample &one) { return one.image.has_value(); });
                    return all ? Sentence()
                               : say(QT_TRANSLATE_NOOP(
                                     "Sentence", "Every line of this format names a picture; some samples have none."));
                },
            .write =
                [](const ExportedSet &set, ExportFolder &folder) {
                    std::map<Split, std::string> lines;
                    for (const Sample &sample : set.samples) {
                        const std::string place = splitFolder(sample.split);
                        nlohmann::ordered_json line;
                        const nlohmann::ordered_json record = sampleRecord(sample, set, folder, place);
                        for (const auto &[key, value] : record.items()) {
                            if (key == "image" || key == "image2") {
                                const std::string path = value.get<std::string>();
                                line[key == "image" ? "file_name" : "image2"] = path.substr(place.size() + 1);
                            } else if (key != "split") {
                                line[key] = value;
                            }
                        }
                        lines[sample.split] += line.dump() + "\n";
                        folder.advance();
                    }
                    for (const auto &[split, text] : lines) {
                        folder.write(splitFolder(split) + "/metadata.jsonl", text);
                    }
                }};
}

}  // namespace atlas::storage::exports
