// What the data page does to write its dataset into a folder.

#include "storage/exporter.h"
#include "widgets/charts/format.h"
#include "widgets/data/data_page.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/export_sheet.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/frame/sheet.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QAction>
#include <QDesktopServices>
#include <QMenu>
#include <QUrl>

namespace atlas::widgets {

namespace {
constexpr QSize kExportSheet(640, 680);
}

void DataPage::connectExport()
{
    auto *action = new QAction(tr("Export…"), this);
    action->setObjectName(QStringLiteral("export"));
    connect(action, &QAction::triggered, this, &DataPage::chooseExport);
    addAction(action);
    m_toolbar->menu()->addAction(action);
    connect(m_toolbar->menu(), &QMenu::aboutToShow, action,
            [this, action] { action->setText(tr("Export %1…").arg(QString::fromStdString(m_dataset.name))); });
}

void DataPage::chooseExport()
{
    if (!session() || m_dataset.id == 0 || m_sheet) {
        return;
    }
    ExportChoice choice{.dataset = m_dataset, .shown = {}, .chosen = m_model->ids(m_browser->chosenRows())};
    for (int row = 0; row < m_model->rowCount(); ++row) {
        choice.shown.push_back(m_model->idAt(row));
    }
    auto *sheet = new ExportSheet(session(), std::move(choice));
    m_sheet = new Sheet(tr("Export %1").arg(QString::fromStdString(m_dataset.name)), sheet, kExportSheet, this);
    connect(sheet, &ExportSheet::cancelled, m_sheet, &Sheet::close);
    connect(sheet, &ExportSheet::exportWanted, this, [this](const storage::ExportRequest &request) {
        if (m_sheet) {
            m_sheet->close();
        }
        runExport(request);
    });
}

void DataPage::runExport(const storage::ExportRequest &request)
{
    auto report = std::make_shared<storage::ExportReport>();
    const QString folder = QString::fromStdString(request.target.string());
    auto *job = new FunctionJob(
        tr("Exporting \"%1\"").arg(QString::fromStdString(request.dataset)),
        [project = session()->sharedProject(), request, report](Observer &observer, std::stop_token stop) {
            *report = storage::exportDataset(*project, request, observer, stop);
        });
    connect(job, &Job::finished, this, [this, report, folder] {
        showBanner({.role = theme::Role::Good,
                    .text = tr("Wrote %1 samples and %2 pictures to %3.")
                                .arg(format::count(report->samples), format::count(report->pictures), folder),
                    .action = tr("Open the folder"),
                    .onAction = [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
    });
    connect(job, &Job::failed, this, [this](const QString &message, const QString &hint) {
        showBanner({.role = theme::Role::Bad, .text = message + QLatin1Char(' ') + hint});
    });
    services().jobs->add(job);
    job->start();
}

}  // namespace atlas::widgets
