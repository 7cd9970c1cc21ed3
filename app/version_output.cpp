#include "app/version_output.h"

namespace atlas::app {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const DataVersionRef &version)
{
    return {
        {"dataset", version.dataset}, {"version", versionKey(version)}, {"name", version.name}, {"uuid", version.uuid}};
}

Json toJson(const std::vector<storage::StateChange> &changes)
{
    Json list = Json::array();
    for (const storage::StateChange &change : changes) {
        list.push_back({{"from", change.from}, {"to", change.to}, {"samples", change.samples}});
    }
    return list;
}

std::string counted(std::size_t samples)
{
    return std::to_string(samples) + (samples == 1 ? " sample" : " samples");
}

std::string orNoLabel(const std::string &labels)
{
    return labels.empty() ? "no label" : labels;
}

}  // namespace

Json toJson(const std::vector<DataVersionRef> &versions)
{
    Json list = Json::array();
    for (const DataVersionRef &version : versions) {
        list.push_back(toJson(version));
    }
    return list;
}

Json toJson(const storage::DataVersion &version)
{
    Json json = toJson(version.ref);
    json.update({{"note", version.note},
                 {"at_us", version.atUs},
                 {"actor", version.actor},
                 {"samples", version.samples},
                 {"labelled", version.labelled},
                 {"content_sha256", storage::toHex(version.contentHash)},
                 {"runs", version.runs}});
    return json;
}

std::string toText(const storage::DataVersion &version)
{
    std::string text = versionTitle(version.ref) + ": " + counted(static_cast<std::size_t>(version.samples)) + ", " +
                       std::to_string(version.labelled) + " labelled, by " + version.actor;
    for (std::size_t i = 0; i < version.runs.size(); ++i) {
        text += (i == 0 ? "; learned by " : ", ") + version.runs[i];
    }
    return text + (version.note.empty() ? "" : "; " + version.note) + "\n";
}

Json toJson(const storage::StateDifference &difference)
{
    Json renamed = Json::array();
    for (const auto &[from, to] : difference.classesRenamed) {
        renamed.push_back({{"from", from}, {"to", to}});
    }
    return {{"added", difference.added},
            {"removed", difference.removed},
            {"labels", toJson(difference.labels)},
            {"reviews", toJson(difference.reviews)},
            {"splits", toJson(difference.splits)},
            {"contents", difference.contents},
            {"classes_added", difference.classesAdded},
            {"classes_removed", difference.classesRemoved},
            {"classes_renamed", renamed},
            {"classes_moved", difference.classesMoved}};
}

std::string toText(const storage::StateDifference &difference)
{
    std::string text;
    const auto tell = [&text](std::size_t samples, const std::string &what) {
        text += samples > 0 ? "  " + counted(samples) + " " + what + "\n" : "";
    };
    tell(difference.added.size(), "added");
    tell(difference.removed.size(), "removed");
    for (const storage::StateChange &change : difference.labels) {
        tell(change.samples.size(), "relabelled: " + orNoLabel(change.from) + " -> " + orNoLabel(change.to));
    }
    for (const storage::StateChange &change : difference.reviews) {
        tell(change.samples.size(), "reviewed: " + change.from + " -> " + change.to);
    }
    for (const storage::StateChange &change : difference.splits) {
        tell(change.samples.size(), "moved to another part: " + change.from + " -> " + change.to);
    }
    tell(difference.contents.size(), "with another picture or text");
    for (const std::string &name : difference.classesAdded) {
        text += "  class added: " + name + "\n";
    }
    for (const std::string &name : difference.classesRemoved) {
        text += "  class removed: " + name + "\n";
    }
    for (const auto &[from, to] : difference.classesRenamed) {
        text += "  class renamed: " + from + " -> " + to + "\n";
    }
    text += difference.classesMoved ? "  the order of the classes changed\n" : "";
    return text.empty() ? "  nothing\n" : text;
}

}  // namespace atlas::app
