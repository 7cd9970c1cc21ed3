#include "widgets/frame/search_entries.h"

#include "storage/dataset_store.h"
#include "storage/run_list.h"
#include "storage/task_store.h"
#include "widgets/session.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace atlas::widgets {

namespace {

struct Names {
    std::vector<std::string> datasets;
    std::vector<std::string> tasks;
    std::vector<std::pair<std::string, std::string>> runs;  ///< name, uuid
};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Search)
};

}  // namespace

void appendCommands(std::vector<CommandSearch::Entry> &entries, const QWidget *widget)
{
    if (!widget) {
        return;
    }
    for (QAction *action : widget->actions()) {
        if (action->isEnabled() && !action->isSeparator() && !action->text().isEmpty()) {
            QString title = action->text();
            title.remove(QLatin1Char('&'));
            entries.push_back({.title = title,
                               .kind = Tr::tr("Command"),
                               .key = action->shortcut().toString(QKeySequence::NativeText),
                               .icon = QStringLiteral("run-build"),
                               .run = [guard = QPointer<QAction>(action)] {
                                   if (guard) {
                                       guard->trigger();
                                   }
                               }});
        }
    }
}

void readSearchEntries(Session *session, QObject *context,
                       std::function<void(const QString &, const QVariant &)> openPage,
                       std::function<void(std::vector<CommandSearch::Entry>)> done)
{
    const std::filesystem::path assets = session->project().assetFolder();
    session->read(
        context,
        [assets](storage::Connection &connection) {
            Names names;
            for (const Dataset &dataset : storage::DatasetStore(connection).list()) {
                names.datasets.push_back(dataset.name);
            }
            for (const Task &task : storage::TaskStore(connection, assets).list()) {
                names.tasks.push_back(task.name);
            }
            for (const RunRecord &run : storage::listRuns(connection)) {
                names.runs.emplace_back(run.name, run.uuid);
            }
            return names;
        },
        [openPage, done](const Names &names) {
            std::vector<CommandSearch::Entry> entries;
            const auto add = [&](const QString &title, const QString &kind, const char *icon, const char *page,
                                 const QVariant &argument) {
                entries.push_back(
                    {.title = title,
                     .kind = kind,
                     .key = {},
                     .icon = QLatin1String(icon),
                     .run = [openPage, id = QString::fromLatin1(page), argument] { openPage(id, argument); }});
            };
            for (const std::string &name : names.datasets) {
                const QString title = QString::fromStdString(name);
                add(title, Tr::tr("Dataset"), "page-data", "data", QVariantMap{{QStringLiteral("dataset"), title}});
            }
            for (const std::string &name : names.tasks) {
                const QString title = QString::fromStdString(name);
                add(title, Tr::tr("Task"), "page-sequence", "sequence", title);
            }
            for (const auto &[name, uuid] : names.runs) {
                add(QString::fromStdString(name), Tr::tr("Run"), "page-results", "results",
                    QString::fromStdString(uuid));
            }
            done(std::move(entries));
        });
}

}  // namespace atlas::widgets
