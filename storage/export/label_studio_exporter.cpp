#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/export/export_folder.h"
#include "storage/export/exporters.h"
#include "storage/export/sample_record.h"

#include <algorithm>

namespace atlas::storage::exports {
namespace {

/// What an annotation points at: the first field that is there.
std::string shownField(const nlohmann::ordered_json &data)
{
    for (const char *field : {"image", "text", "question"}) {
        if (data.contains(field)) {
            return field;
        }
    }
    return "text";
}

nlohmann::ordered_json annotationOf(const Sample &sample, const std::string &field)
{
    nlohmann::ordered_json names = nlohmann::ordered_json::array();
    for (const Label &label : sample.labels) {
        names.push_back(label.name);
    }
    nlohmann::ordered_json result{{"type", "choices"}, {"from_name", "label"}, {"to_name", field}};
    result["value"]["choices"] = names;
    nlohmann::ordered_json annotation{{"was_cancelled", false}};
    annotation["result"] = nlohmann::ordered_json::array({result});
    return annotation;
}

}  // namespace

/// tasks.json: an array of tasks with `data` and one annotation of type `choices`, and the pictures beside it.
Exporter labelStudio()
{
    return {
        .name = "label-studio",
        .title = QT_TRANSLATE_NOOP("Exporter", "Label Studio (JSON)"),
        .keeps = QT_TRANSLATE_NOOP("Exporter", "Pictures, texts, labels, splits, groups, notes and review; no "
                                               "weights of labels."),
        .obstacle =
            [](const ExportedSet &set) {
                const bool weighted = std::ranges::any_of(set.samples, [](const Sample &sample) {
                    return std::ranges::any_of(sample.labels, [](const Label &label) { return label.weight != 1.0; });
                });
                return weighted
                           ? say(QT_TRANSLATE_NOOP("Sentence", "Labels have weights, which this format does not know."))
                           : Sentence();
            },
        .write =
            [](const ExportedSet &set, ExportFolder &folder) {
                nlohmann::ordered_json tasks = nlohmann::ordered_json::array();
                for (const Sample &sample : set.samples) {
                    nlohmann::ordered_json data = sampleRecord(sample, set, folder, "images");
                    nlohmann::ordered_json annotations = nlohmann::ordered_json::array();
                    if (data.erase("label") > 0) {
                        annotations.push_back(annotationOf(sample, shownField(data)));
                    }
                    nlohmann::ordered_json task{{"id", tasks.size() + 1}};
                    task["data"] = std::move(data);
                    task["annotations"] = std::move(annotations);
                    tasks.push_back(std::move(task));
                    folder.advance();
                }
                folder.write("tasks.json", tasks.dump(1) + "\n");
            }};
}

}  // namespace atlas::storage::exports
