#include "report/make_report.h"

#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/writers.h"

namespace atlas::report {

ReportFacts makeReport(const ReportRequest &request, const std::function<void(double, const std::string &)> &progress,
                       const std::stop_token &stop)
{
    // Shares of the whole, as far as they can be told beforehand.
    constexpr double kRead = 0.6;
    constexpr double kDrawn = 0.85;
    const Writer &writer = writerFor(request.file.string());
    progress(0, "reading the results");
    const auto project = storage::Project::open(request.project, storage::OpenMode::ReadOnly);
    const ReportInput input = readReportInput(*project, request.runs, stop);
    progress(kRead, "drawing");
    const Extent extent = request.summary ? Extent::OnePage : Extent::Full;
    const Document document = writer.data ? Document() : makeDocument(input, extent, stop);
    progress(kDrawn, "writing");
    const QByteArray bytes = writer.write(document, input);
    const auto view = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (stop.stop_requested()) {
        throw Error(ErrorCode::Cancelled, say(QT_TRANSLATE_NOOP("Sentence", "Stopped before the report was written.")));
    }
    writeFileAtomically(request.file, view);
    const Verdict verdict = verdictWords(input);
    progress(1, "done");
    return {.verdict = verdictName(input.judgement.verdict),
            .word = verdict.word.toStdString(),
            .sentence = verdict.sentence.toStdString(),
            .run = input.results().run.uuid,
            .baseline = input.baseline ? input.baselineRun()->input.run.run.uuid : std::string(),
            .sha256 = sha256(view),
            .bytes = view.size()};
}

}  // namespace atlas::report
