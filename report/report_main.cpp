// The program that `atlas report` runs: with Qt, which costs every start of the command line a third of a second.

#include "app/interrupt.h"
#include "app/report_options.h"
#include "core/error.h"
#include "core/idle_threads.h"
#include "core/sentence.h"
#include "core/sentence_json.h"
#include "report/language.h"
#include "report/make_report.h"
#include "report/page_layout.h"
#include "widgets/frame/theme.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <cstdio>

using namespace atlas;

namespace {

/// Nothing of the desktop and of the place takes part: the same report is the same file everywhere.
void settleSurroundings()
{
    for (const char *name : {"QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_FONT_DPI",
                             "QT_SCREEN_SCALE_FACTORS", "QT_ENABLE_HIGHDPI_SCALING"}) {
        qunsetenv(name);
    }
    // Qt writes the fonts of a PDF in the order of a hash.
    QHashSeed::setDeterministicGlobalSeed();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "UTC");
    qputenv("LC_ALL", "C.UTF-8");
}

/// What Qt says of a display that is not there (offscreen, no runtime folder) is nothing to a reader of reports.
void keepQtQuiet()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &message) {
        if (type == QtCriticalMsg || type == QtFatalMsg) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(message));
        }
    });
}

void showProgress(bool shown, double fraction, const std::string &what)
{
    if (shown) {
        std::fprintf(stderr, "%3.0f %% %s\n", 100 * fraction, what.c_str());
    }
}

int printError(const Error &error, bool json)
{
    std::fprintf(stderr, "atlas: %s\n", error.message().c_str());
    if (!error.hint().empty()) {
        std::fprintf(stderr, "  %s\n", error.hint().c_str());
    }
    if (json) {
        const nlohmann::ordered_json object{{"error",
                                             {{"code", codeName(error.code())},
                                              {"message", error.message()},
                                              {"hint", error.hint()},
                                              {"sentence", toJson(error.sentence())},
                                              {"advice", toJson(error.advice())},
                                              {"exit", exitCode(error.code())}}}};
        std::puts(object.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
    }
    return exitCode(error.code());
}

void printFacts(const app::ReportOptions &options, const report::ReportFacts &facts)
{
    if (!options.json) {
        std::printf("%s: %s\n%s\n", facts.word.c_str(), facts.sentence.c_str(), options.out.c_str());
        return;
    }
    const nlohmann::ordered_json object{
        {"file", options.out},
        {"language", options.language},
        {"summary", options.summary},
        {"run", facts.run},
        {"baseline", facts.baseline.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(facts.baseline)},
        {"verdict", facts.verdict},
        {"word", facts.word},
        {"sentence", facts.sentence},
        {"bytes", facts.bytes},
        {"sha256", facts.sha256}};
    std::puts(object.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
}

}  // namespace

int main(int argc, char **argv)
{
    settleSurroundings();
    keepQtQuiet();
    letIdleThreadsSleep(argv);
    const app::Interrupt interrupt;
    app::ReportOptions options;
    CLI::App program("Makes the report for a meeting; `atlas report` runs it.", "atlas report");
    app::addReportOptions(program, options);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return program.exit(error) == 0 ? 0 : exitCode(ErrorCode::Usage);
    }
    try {
        QApplication application(argc, argv);
        constexpr double kWindowFont = 10;
        QApplication::setFont(report::reportFont(kWindowFont));
        widgets::theme::apply(application, widgets::theme::Mode::Light);
        report::useLanguage(QString::fromStdString(options.language));
        const report::ReportFacts facts = report::makeReport(
            {.project = options.project, .runs = options.runs, .file = options.out, .summary = options.summary},
            [&](double fraction, const std::string &what) { showProgress(options.progress, fraction, what); },
            interrupt.stop());
        printFacts(options, facts);
        return 0;
    } catch (const Error &error) {
        return printError(error, options.json);
    } catch (const std::bad_alloc &) {
        return printError(Error(ErrorCode::OutOfMemory, say(QT_TRANSLATE_NOOP("Sentence", "The memory is used up.")),
                                say(QT_TRANSLATE_NOOP("Sentence", "Close other programs."))),
                          options.json);
    } catch (const std::exception &error) {
        return printError(Error(ErrorCode::Internal, error.what(), "This is a fault of the program."), options.json);
    }
}
