#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/export/export_folder.h"
#include "storage/export/exporters.h"
#include "storage/export/sample_record.h"

namespace atlas::storage::exports {

/// samples.jsonl, one object a line, and the pictures beside it.
Exporter jsonl()
{
    return {.name = "jsonl",
            .title = QT_TRANSLATE_NOOP("Exporter", "JSON Lines"),
            .keeps = kKeepsEverything,
            .obstacle = [](const ExportedSet &) { return Sentence(); },
            .write =
                [](const ExportedSet &set, ExportFolder &folder) {
                    std::string text;
                    for (const Sample &sample : set.samples) {
                        text += sampleRecord(sample, set, folder, "images").dump() + "\n";
                        folder.advance();
                    }
                    folder.write("samples.jsonl", text);
                }};
}

}  // namespace atlas::storage::exports
