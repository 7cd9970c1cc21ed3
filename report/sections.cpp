#include "report/sections.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "report/report_input.h"
#include "widgets/train/run_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

// The order is the order in the report.
#define ATLAS_REPORT_SECTIONS(SECTION)                                                                                 \
    SECTION(verdictSection)                                                                                            \
    SECTION(figuresSection)                                                                                            \
    SECTION(changeSection)                                                                                             \
    SECTION(worseSection)                                                                                              \
    SECTION(forgettingSection)                                                                                         \
    SECTION(paretoSection)                                                                                             \
    SECTION(knowledgeSection)                                                                                          \
    SECTION(decisionsSection)                                                                                          \
    SECTION(roiSection)                                                                                                \
    SECTION(limitsSection)                                                                                             \
    SECTION(traceabilitySection)

namespace atlas::report {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

}  // namespace

#define ATLAS_DECLARE(section) SectionKind section();
ATLAS_REPORT_SECTIONS(ATLAS_DECLARE)
#undef ATLAS_DECLARE

std::span<const SectionKind> sectionKinds()
{
#define ATLAS_MAKE(section) section(),
    static const std::array kSections{ATLAS_REPORT_SECTIONS(ATLAS_MAKE)};
#undef ATLAS_MAKE
    return kSections;
}

Document makeDocument(const ReportInput &input, Extent extent, const std::stop_token &stop)
{
    const RunRecord &run = input.results().run;
    Document document;
    document.language = QLocale().name().section(QLatin1Char('_'), 0, 0);
    document.onePage = extent == Extent::OnePage;
    document.title = Tr::tr("Report on %1").arg(QString::fromStdString(run.name));
    document.subtitle = Tr::tr("Project %1 · sequence %2 · strategy %3")
                            .arg(QString::fromStdString(input.project), QString::fromStdString(run.spec.sequence),
                                 widgets::strategyWord(run.spec.strategy));
    if (input.snapshot) {
        document.subtitle += Tr::tr(" · from a frozen snapshot");
    }
    document.footer = Tr::tr("%1 · run %2").arg(document.title, QString::fromStdString(run.uuid).left(8));
    document.pageOf = Tr::tr("Page %1 of %2");
    for (const SectionKind &kind : sectionKinds()) {
        if (stop.stop_requested()) {
            throw Error(ErrorCode::Cancelled,
                        say(QT_TRANSLATE_NOOP("Sentence", "Stopped before the report was written.")));
        }
        if (extent == Extent::OnePage && !kind.inSummary) {
            continue;
        }
        std::vector<Block> blocks = kind.write(input, extent);
        if (!blocks.empty()) {
            const QString title = *kind.title != '\0' ? QCoreApplication::translate("Report", kind.title) : QString();
            document.sections.push_back({QString::fromLatin1(kind.id), title, std::move(blocks), kind.appendix});
        }
    }
    return document;
}

}  // namespace atlas::report
