#include "engine/starter/assemble.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/backbone/backbone_check.h"
#include "engine/backbone/folder_hash.h"
#include "engine/starter/known_embedders.h"

namespace atlas::engine {
namespace {

namespace fs = std::filesystem;

void requirePart(const fs::path &path, const char *option)
{
    if (!fs::exists(path)) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1: %2 does not exist."), option, path.string()),
                    say(QT_TRANSLATE_NOOP(
                        "Sentence", "`./dev build` fetches the two networks; without them the backbone mini serves.")));
    }
}

/// Copies a file, or all files directly in a folder.
void copyPart(const fs::path &from, const fs::path &to)
{
    std::error_code error;
    if (fs::is_directory(from)) {
        fs::create_directory(to, error);
        for (const auto &entry : fs::directory_iterator(from)) {
            if (!error && entry.is_regular_file()) {
                fs::copy_file(entry.path(), to / entry.path().filename(), error);
            }
        }
    } else {
        fs::copy_file(from, to, error);
    }
    if (error) {
        throw Error(error == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::Io,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 could not be copied to %2: %3."), from.string(), to.string(),
                        error.message()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Make room or choose another folder with --out.")));
    }
}

/// Text networks of other width than the joint weights were trained on are refused when the folder is loaded.
void noteOtherEmbedder(const PinnedFile &given, const PinnedFile &known, BackboneReport &report)
{
    if (given.sha256 != known.sha256) {
        report.notes.push_back(
            say(QT_TRANSLATE_NOOP(
                    "Sentence",
                    "%1 is not %2, which the joint weights were trained on: expect less where text and picture meet."),
                given.name, known.name));
    }
}

}  // namespace

BackboneReport assembleStarter(const AssembleRequest &request)
{
    requirePart(request.text, "--text");
    requirePart(request.image, "--image");
    requirePart(request.joint / "config.json", "--joint");
    StarterConfig config = readStarterConfig(request.joint / "config.json");
    config.text = {request.text.filename().string(), contentHash(request.text)};
    config.image = {request.image.filename().string(), contentHash(request.image)};

    const fs::path folder = request.out.string() + ".new";
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw Error(ErrorCode::Io,
                    say(QT_TRANSLATE_NOOP("Sentence", "%1 could not be made: %2."), folder.string(), error.message()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Choose another folder with --out.")));
    }
    try {
        copyPart(request.text, folder / config.text.name);
        copyPart(request.image, folder / config.image.name);
        for (const char *name : {"joint.safetensors", "MODEL_CARD.md"}) {
            if (fs::exists(request.joint / name)) {
                copyPart(request.joint / name, folder / name);
            }
        }
        writeFileAtomically(folder / "config.json", starterConfigJson(config));
        BackboneReport report = checkBackboneFolder(folder);
        if (!report.usable) {
            throw Error(
                ErrorCode::BadInput,
                report.notes.empty()
                    ? say(QT_TRANSLATE_NOOP("Sentence", "The parts do not make a backbone: no reason is known"))
                    : say(QT_TRANSLATE_NOOP("Sentence", "The parts do not make a backbone: %1"), report.notes.front()),
                report.notes.size() > 1 ? report.notes[1]
                                        : say(QT_TRANSLATE_NOOP("Sentence", "Check the three parts.")));
        }
        noteOtherEmbedder(config.text, knownTextEmbedder(), report);
        noteOtherEmbedder(config.image, knownImageEmbedder(), report);
        fs::remove_all(request.out);
        fs::rename(folder, request.out);
        return report;
    } catch (...) {
        fs::remove_all(folder, ignored);
        throw;
    }
}

}  // namespace atlas::engine
