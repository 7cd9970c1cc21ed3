#include "storage/import/picture_check.h"

#include "pictures/picture_decoder.h"
#include "storage/import/problems.h"

#include <algorithm>

namespace atlas::storage {
namespace {

using pictures::DecodedPicture;
using pictures::Fault;

constexpr const char *kCopyAgain = "Copy the picture again from where it came.";

/// Pixels that a sound picture may claim to have. A header that tells of more is an attack or an accident; one that
/// tells of fewer is merely more than is read here.
constexpr std::uint64_t kMostPlausiblePixels = std::uint64_t{1000} * 1000 * 1000;

Problem tooLarge(const pictures::PictureHeader &header)
{
    const std::string message = "The picture has " + std::to_string(header.width) + " x " +
                                std::to_string(header.height) + " pixels; at most 100 million are read.";
    const char *hint = "Make it smaller; the backbone sees far fewer pixels.";
    return header.width > kMostPlausiblePixels / header.height ? errorProblem(code::kTooLarge, {}, message, hint)
                                                               : warningProblem(code::kTooLarge, {}, message, hint);
}

std::optional<Problem> faultOf(const DecodedPicture &picture)
{
    const std::string format = picture.header.format;
    switch (picture.fault) {
    case Fault::None: return std::nullopt;
    case Fault::Empty: return errorProblem(code::kEmptyFile, {}, "The file is empty.", kCopyAgain);
    case Fault::NotAPicture:
        return errorProblem(code::kNotAnImage, {}, "The file is not a picture of a known format.",
                            "Save it as PNG or JPEG; BMP, WebP, TIFF, GIF and PNM are read, too.");
    case Fault::TooLarge: return tooLarge(picture.header);
    case Fault::Damaged: break;
    }
    return errorProblem(code::kCorruptImage, {}, "The " + format + " is damaged: " + picture.why + ".", kCopyAgain);
}

void noteShape(const PictureCheck &check, std::vector<Problem> &notes)
{
    constexpr int kSmall = 8;
    constexpr int kExtreme = 20;
    const auto [shorter, longer] = std::minmax(check.width, check.height);
    const std::string size = std::to_string(check.width) + " x " + std::to_string(check.height) + " pixels";
    if (shorter < kSmall) {
        notes.push_back(warningProblem(code::kTooSmall, {}, "The picture has only " + size + ".",
                                       "Look at it on the Data page: so few pixels rarely show anything."));
    }
    if (longer > kExtreme * shorter) {
        notes.push_back(warningProblem(code::kExtremeAspect, {}, "The picture is a thin strip of " + size + ".",
                                       "Cut out the part that matters: shrunk as a whole it shows little."));
    }
}

std::vector<Problem> notesOf(const DecodedPicture &picture, const PictureCheck &check,
                             const std::filesystem::path &name)
{
    std::vector<Problem> notes;
    noteShape(check, notes);
    if (picture.missingRows > 0) {
        notes.push_back(warningProblem(code::kCorruptImage, {},
                                       "The JPEG's data ends early: its last " + std::to_string(picture.missingRows) +
                                           " of " + std::to_string(picture.header.height) +
                                           " rows are missing. It was taken as it is.",
                                       kCopyAgain));
    }
    if (picture.more) {
        notes.push_back(warningProblem(code::kMultiFrame, {}, "The file holds several pictures; the first was taken.",
                                       "Save the others as files of their own if they are samples, too."));
    }
    if (!name.empty() && !pictures::isUsualName(name, picture.header)) {
        const bool none = name.extension().empty();
        notes.push_back(infoProblem(none ? code::kUnknownExtension : code::kExtensionMismatch, {},
                                    std::string("The file holds a ") + picture.header.format +
                                        (none ? "; its name does not say so." : ", its name says otherwise.")));
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
