#include "report/writers.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <algorithm>
#include <array>

#define ATLAS_REPORT_WRITERS(WRITER)                                                                                   \
    WRITER(pdfWriter)                                                                                                  \
    WRITER(odtWriter)                                                                                                  \
    WRITER(htmlWriter)                                                                                                 \
    WRITER(csvWriter)                                                                                                  \
    WRITER(jsonWriter)

namespace atlas::report {

#define ATLAS_DECLARE(writer) Writer writer();
ATLAS_REPORT_WRITERS(ATLAS_DECLARE)
#undef ATLAS_DECLARE

std::span<const Writer> writers()
{
#define ATLAS_MAKE(writer) writer(),
    static const std::array kWriters{ATLAS_REPORT_WRITERS(ATLAS_MAKE)};
#undef ATLAS_MAKE
    return kWriters;
}

const Writer &writerFor(const std::string &fileName)
{
    const std::string suffix = lowerExtension(fileName);
    const auto found = std::ranges::find_if(
        writers(), [&](const Writer &writer) { return suffix == std::string(".") + writer.suffix; });
    if (found != writers().end()) {
        return *found;
    }
    std::string known;
    for (const Writer &writer : writers()) {
        known += (known.empty() ? "." : ", .") + std::string(writer.suffix);
    }
    throw Error(ErrorCode::Usage,
                say(QT_TRANSLATE_NOOP("Sentence", "The report's file \"%1\" must end in one of: %2."), fileName, known),
                say(QT_TRANSLATE_NOOP("Sentence", "The ending says which form the report takes.")));
}

}  // namespace atlas::report
