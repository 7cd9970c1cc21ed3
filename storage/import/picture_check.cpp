#include "storage/import/picture_check.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "pictures/picture_decoder.h"
#include "storage/import/problems.h"

#include <algorithm>

namespace atlas::storage {
namespace {

using pictures::DecodedPicture;
using pictures::Fault;

constexpr const char *kCopyAgain = QT_TRANSLATE_NOOP("Sentence", "Copy the picture again from where it came.");

/// Pixels that a sound picture may claim to have. A header that tells of more is an attack or an accident; one that
/// tells of fewer is merely more than is read here.
constexpr std::uint64_t kMostPlausiblePixels = std::uint64_t{1000} * 1000 * 1000;

Problem tooLarge(const pictures::PictureHeader &header)
{
    const Sentence message =
        say(QT_TRANSLATE_NOOP("Sentence", "The picture has %1 x %2 pixels; at most 100 million are read."),
            header.width, header.height);
    const Sentence hint = say(QT_TRANSLATE_NOOP("Sentence", "Make it smaller; the backbone sees far fewer pixels."));
    return header.width > kMostPlausiblePixels / header.height ? errorProblem(code::kTooLarge, {}, message, hint)
                                                               : warningProblem(code::kTooLarge, {}, message, hint);
}

std::optional<Problem> faultOf(const DecodedPicture &picture)
{
    switch (picture.fault) {
    case Fault::None: return std::nullopt;
    case Fault::Empty:
        return errorProblem(code::kEmptyFile, {}, say(QT_TRANSLATE_NOOP("Sentence", "The file is empty.")),
                            say(kCopyAgain));
    case Fault::NotAPicture:
        return errorProblem(
            code::kNotAnImage, {}, say(QT_TRANSLATE_NOOP("Sentence", "The file is not a picture of a known format.")),
            say(QT_TRANSLATE_NOOP("Sentence", "Save it as PNG or JPEG; BMP, WebP, TIFF, GIF and PNM are read, too.")));
    case Fault::TooLarge: return tooLarge(picture.header);
    case Fault::Damaged: break;
    }
    return errorProblem(
        code::kCorruptImage, {},
        say(QT_TRANSLATE_NOOP("Sentence", "The %1 is damaged: %2."), picture.header.format, picture.why),
        say(kCopyAgain));
}

void noteShape(const PictureCheck &check, std::vector<Problem> &notes)
{
    constexpr int kSmall = 8;
    constexpr int kExtreme = 20;
    const auto [shorter, longer] = std::minmax(check.width, check.height);

    if (shorter < kSmall) {
        notes.push_back(warningProblem(
            code::kTooSmall, {},
            say(QT_TRANSLATE_NOOP("Sentence", "The picture has only %1 x %2 pixels."), check.width, check.height),
            say(QT_TRANSLATE_NOOP("Sentence", "Look at it on the Data page: so few pixels rarely show anything."))));
    }
    if (longer > kExtreme * shorter) {
        notes.push_back(warningProblem(
            code::kExtremeAspect, {},
            say(QT_TRANSLATE_NOOP("Sentence", "The picture is a thin strip of %1 x %2 pixels."), check.width,
                check.height),
            say(QT_TRANSLATE_NOOP("Sentence", "Cut out the part that matters: shrunk as a whole it shows little."))));
    }
}

std::vector<Problem> notesOf(const DecodedPicture &picture, const PictureCheck &check,
                             const std::filesystem::path &name)
{
    std::vector<Problem> notes;
    noteShape(check, notes);
    if (picture.missingRows > 0) {
        notes.push_back(warningProblem(
            code::kCorruptImage, {},
            say(QT_TRANSLATE_NOOP(
                    "Sentence",
                    "The JPEG's data ends early: its last %1 of %2 rows are missing. It was taken as it is."),
                picture.missingRows, picture.header.height),
            say(kCopyAgain)));
    }
    if (picture.more) {
        notes.push_back(warningProblem(
            code::kMultiFrame, {},
            say(QT_TRANSLATE_NOOP("Sentence", "The file holds several pictures; the first was taken.")),
            say(QT_TRANSLATE_NOOP("Sentence", "Save the others as files of their own if they are samples, too."))));
    }
    if (!name.empty() && !pictures::isUsualName(name, picture.header)) {
        const bool none = name.extension().empty();
        notes.push_back(
            infoProblem(none ? code::kUnknownExtension : code::kExtensionMismatch, {},
                        say(none ? QT_TRANSLATE_NOOP("Sentence", "The file holds a %1; its name does not say so.")
                                 : QT_TRANSLATE_NOOP("Sentence", "The file holds a %1, its name says otherwise."),
                            picture.header.format)));
    }
    return notes;
}

}  // namespace

PictureCheck checkPicture(std::span<const std::byte> bytes, const std::filesystem::path &name)
{
    const DecodedPicture picture = pictures::decodePicture(bytes);
    PictureCheck check{.fault = faultOf(picture)};
    if (!check.fault) {
        check.width = picture.rgb.cols;
        check.height = picture.rgb.rows;
        check.turned = picture.header.orientation != 1;
        check.converted = picture.converted();
        check.measures = pictures::measure(picture.rgb);
        check.notes = notesOf(picture, check, name);
    }
    return check;
}

}  // namespace atlas::storage
