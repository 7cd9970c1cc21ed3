#include "app/window/demo_starter.h"
#include "app/window/engine_service.h"
#include "app/window/picture_taker.h"
#include "core/allocator.h"
#include "core/idle_threads.h"
#include "widgets/frame/language.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/settings_menu.h"
#include "widgets/jobs.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace atlas;

namespace {

struct StartOptions {
    QString project;
    QString page;
    QString pictures;
    QString language;
    widgets::theme::Mode mode = widgets::theme::Mode::System;
};

widgets::theme::Mode modeOf(const QString &name)
{
    return name == QStringLiteral("light")  ? widgets::theme::Mode::Light
           : name == QStringLiteral("dark") ? widgets::theme::Mode::Dark
                                            : widgets::SettingsMenu::savedMode();
}

StartOptions parse(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Learn task after task from pictures and texts without forgetting."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("PROJECT"), QCoreApplication::translate("main", "Project to open"),
                                 QStringLiteral("[PROJECT]"));
    const QCommandLineOption page(
        QStringLiteral("page"),
        QCoreApplication::translate("main", "Page to show: data, sequence, train, results, compare, decide, try"),
        QStringLiteral("ID"));
    const QCommandLineOption pictures(
        QStringLiteral("pictures"),
        QCoreApplication::translate("main", "Save a picture of every page into this folder and end"),
        QStringLiteral("FOLDER"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QCoreApplication::translate("main", "Colours of this start: light, dark"),
                                   QStringLiteral("NAME"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QCoreApplication::translate("main", "Language of this start: en, ja"),
                                      QStringLiteral("CODE"));
    parser.addOptions({page, pictures, language, theme});
    parser.process(application);
    return {parser.positionalArguments().value(0), parser.value(page), parser.value(pictures), parser.value(language),
            modeOf(parser.value(theme))};
}

}  // namespace

int main(int argc, char **argv)
{
    letIdleThreadsSleep(argv);
    keepLargeBlocks();
    QCoreApplication::setOrganizationName(QStringLiteral("atlas-workbench"));
    QCoreApplication::setApplicationName(QStringLiteral("atlas-workbench"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ATLAS_VERSION));
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Atlas Workbench"));
    QGuiApplication::setDesktopFileName(QStringLiteral("atlas-workbench"));
    widgets::language::apply(widgets::language::saved());
    const StartOptions options = parse(application);
    if (widgets::language::isKnown(options.language)) {
        widgets::language::apply(options.language);
    }
    widgets::theme::apply(application, options.mode);

    widgets::JobList jobs;
    app::EngineService training;
    widgets::MainWindow window({&jobs, &training});
    const app::DemoStarter demo(window, jobs, training);
    if (!options.pictures.isEmpty()) {
        auto *taker = new app::PictureTaker(window, options.pictures, options.project, &window);
        QObject::connect(taker, &app::PictureTaker::finished, &application,
                         [](int failed) { QCoreApplication::exit(failed == 0 ? 0 : 1); });
    }
    window.show();
    if (!options.project.isEmpty() && options.pictures.isEmpty()) {
        window.openProject(options.project, storage::OpenMode::ReadWrite, options.page);
    }
    return QApplication::exec();
}
