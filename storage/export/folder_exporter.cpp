#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/export/export_folder.h"
#include "storage/export/exporters.h"
#include "storage/import/class_folders.h"

#include <map>
#include <set>

namespace atlas::storage::exports {
namespace {

Sentence obstacleOf(const ExportedSet &set)
{
    if (set.dataset.kind != "image" || set.dataset.multiLabel) {
        return say(QT_TRANSLATE_NOOP(
            "Sentence", "Class folders hold pictures with one label each; this dataset is of another kind."));
    }
    for (const Sample &sample : set.samples) {
        if (!sample.image) {
            return say(QT_TRANSLATE_NOOP("Sentence", "A sample has no picture."));
        }
        if (sample.labels.size() > 1 || (!sample.labels.empty() && sample.labels.front().weight != 1.0)) {
            return say(QT_TRANSLATE_NOOP("Sentence", "A sample has several labels, or one with a weight."));
        }
    }
    return {};
}

/// A folder of its own for every class, whatever its name.
std::map<std::string, std::string> foldersOf(const ExportedSet &set)
{
    std::map<std::string, std::string> folders;
    std::set<std::string> taken;
    for (const LabelClass &known : set.classes) {
        folders[known.name] = unusedName(taken, fileName(known.name));
    }
    return folders;
}

}  // namespace

/// `<split>/<class>/<picture>`, unlabelled pictures beside the class folders, and classes.json, which says what the
/// folders mean (class_folders.h).
Exporter folder()
{
    return {.name = "folder",
            .title = QT_TRANSLATE_NOOP("Exporter", "Folder of class folders"),
            .keeps = QT_TRANSLATE_NOOP("Exporter", "Pictures, their labels and splits; not ids, groups, notes and "
                                                   "review."),
            .obstacle = obstacleOf,
            .write = [](const ExportedSet &set, ExportFolder &folder) {
                ClassFolders meaning;
                const std::map<std::string, std::string> folders = foldersOf(set);
                for (const auto &[name, place] : folders) {
                    meaning.classes[place] = name;
                }
                for (const Sample &sample : set.samples) {
                    const std::string split = splitFolder(sample.split);
                    meaning.splits[split] = sample.split;
                    const std::string place =
                        sample.labels.empty() ? split : split + "/" + folders.at(sample.labels.front().name);
                    folder.addPictureAgain(place, *sample.image, sample.source);
                    folder.advance();
                }
                folder.write(kClassFoldersFile, toJsonText(meaning));
            }};
}

}  // namespace atlas::storage::exports
