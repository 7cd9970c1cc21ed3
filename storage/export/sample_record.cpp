#include "storage/export/sample_record.h"

#include "storage/export/export_folder.h"

#include <algorithm>

namespace atlas::storage {

nlohmann::ordered_json labelRecord(const Sample &sample, const ExportedSet &set)
{
    using json = nlohmann::ordered_json;
    if (sample.labels.empty()) {
        return nullptr;
    }
    if (!sample.choices.empty()) {
        return std::stoi(sample.labels.front().name);
    }
    if (std::ranges::any_of(sample.labels, [](const Label &label) { return label.weight != 1.0; })) {
        json weights = json::object();
        for (const Label &label : sample.labels) {
            weights[label.name] = label.weight;
        }
        return weights;
    }
    if (set.dataset.multiLabel) {
        json names = json::array();
        for (const Label &label : sample.labels) {
            names.push_back(label.name);
        }
        return names;
    }
    const std::string &name = sample.labels.front().name;
    return name.starts_with('{') ? json{{name, 1.0}} : json(name);  // or it would be read as weights
}

nlohmann::ordered_json sampleRecord(const Sample &sample, const ExportedSet &set, ExportFolder &folder,
                                    const std::string &pictures)
{
    nlohmann::ordered_json record;
    const auto put = [&record](const char *key, const std::string &text) {
        if (!text.empty()) {
            record[key] = text;
        }
    };
    put("id", sample.externalId);
    if (sample.image) {
        record["image"] = folder.addPicture(pictures, *sample.image, sample.source);
    }
    if (sample.image2) {
        record["image2"] = folder.addPicture(pictures, *sample.image2, sample.source);
    }
    put("text", sample.text);
    put("text2", sample.text2);
    put("question", sample.question);
    if (!sample.choices.empty()) {
        record["choices"] = sample.choices;
    }
    if (const nlohmann::ordered_json label = labelRecord(sample, set); !label.is_null()) {
        record["label"] = label;
    }
    if (sample.split != Split::Unassigned) {
        record["split"] = splitName(sample.split);
    }
    put("group", sample.group);
    put("note", sample.note);
    record["review_state"] = reviewStateName(sample.review);
    return record;
}

}  // namespace atlas::storage
