#include "widgets/data/import_sheet.h"

#include "core/task_kind.h"
#include "storage/importer.h"
#include "widgets/charts/format.h"
#include "widgets/data/import_report_view.h"
#include "widgets/data/import_runner.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kAfterTypingMs = 400;
}

ImportSheet::ImportSheet(Session *session, const QString &source, QWidget *parent)
    : QWidget(parent), m_session(session), m_source(source), m_soon(new QTimer(this)),
      m_dataset(new QLineEdit(datasetNameFor(source), this)), m_kind(new QComboBox(this)),
      m_format(new QComboBox(this)), m_multiLabel(new QCheckBox(tr("Several labels per sample"), this)),
      m_link(new QCheckBox(tr("Leave files where they are"), this)), m_stack(new QStackedWidget(this)),
      m_state(new EmptyState(m_stack)), m_report(new ImportReportView(m_stack)), m_import(new QPushButton(this))
{
    setObjectName(QStringLiteral("importSheet"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kMargin);
    layout->addWidget(makeOptions());
    layout->addWidget(theme::separator(this));
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_report);
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeButtons());
    m_soon->setSingleShot(true);
    m_soon->setInterval(kAfterTypingMs);
    connect(m_soon, &QTimer::timeout, this, &ImportSheet::look);
    connect(m_dataset, &QLineEdit::textEdited, this, &ImportSheet::lookSoon);
    connect(m_kind, &QComboBox::activated, this, &ImportSheet::look);
    connect(m_format, &QComboBox::activated, this, &ImportSheet::look);
    connect(m_multiLabel, &QCheckBox::toggled, this, &ImportSheet::look);
    connect(m_link, &QCheckBox::toggled, this, &ImportSheet::look);
    look();
}

ImportSheet::~ImportSheet()
{
    if (m_looking) {
        abandon(m_looking);
    }
}

QWidget *ImportSheet::makeOptions()
{
    m_dataset->setObjectName(QStringLiteral("importDataset"));
    m_kind->setObjectName(QStringLiteral("importKind"));
    m_format->setObjectName(QStringLiteral("importFormat"));
    m_multiLabel->setToolTip(tr("A sample may carry any number of classes at once"));
    m_link->setToolTip(tr("Pictures are not copied into the project; it needs them at their place"));
    m_kind->addItem(tr("Found out"), QString());
    for (const TaskKind &kind : taskKinds()) {
        m_kind->addItem(QCoreApplication::translate("TaskKind", kind.title.c_str()), QString::fromStdString(kind.name));
        m_kind->setItemData(m_kind->count() - 1, QCoreApplication::translate("TaskKind", kind.help.c_str()),
                            Qt::ToolTipRole);
    }
    m_format->addItem(tr("Found out"), QString());
    for (const storage::Importer &importer : storage::importers()) {
        m_format->addItem(QCoreApplication::translate("Importer", importer.title.c_str()),
                          QString::fromStdString(importer.name));
    }
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::kMargin);
    grid->setVerticalSpacing(4);
    int column = 0;
    const auto add = [&](const QString &title, QWidget *field, int stretch) {
        auto *label = theme::caption(title, box);
        label->setBuddy(field);
        field->setAccessibleName(title);
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column++, stretch);
    };
    add(tr("Into dataset"), m_dataset, 3);
    add(tr("Kind"), m_kind, 2);
    add(tr("Format"), m_format, 2);
    auto *checks = new QVBoxLayout;
    checks->setSpacing(0);
    checks->addWidget(m_multiLabel);
    checks->addWidget(m_link);
    grid->addLayout(checks, 0, column, 2, 1);
    return box;
}

QWidget *ImportSheet::makeButtons()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    auto *place = theme::caption(m_source, box);
    place->setFont(theme::monospaceFont());
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *cancel = new QPushButton(tr("Cancel"), box);
    cancel->setObjectName(QStringLiteral("importCancel"));
    m_import->setObjectName(QStringLiteral("importStart"));
    m_import->setText(tr("Import"));
    theme::makePrimary(m_import);
    row->addWidget(place, 1);
    row->addWidget(cancel);
    row->addWidget(m_import);
    connect(cancel, &QPushButton::clicked, this, &ImportSheet::cancelled);
    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT importWanted(request()); });
    return box;
}

storage::ImportRequest ImportSheet::request() const
{
    storage::ImportRequest request;
    request.source = m_source.toStdString();
    request.dataset = m_dataset->text().trimmed().toStdString();
    request.kind = m_kind->currentData().toString().toStdString();
    request.format = m_format->currentData().toString().toStdString();
    request.multiLabel = m_multiLabel->isChecked();
    request.link = m_link->isChecked();
    request.actor = m_session ? m_session->actor().toStdString() : std::string();
    return request;
}

void ImportSheet::lookSoon()
{
    m_import->setEnabled(false);
    m_soon->start();
}

void ImportSheet::look()
{
    m_soon->stop();
    m_import->setEnabled(false);
    if (m_looking) {
        abandon(m_looking);
    }
    if (!m_session) {
        return;
    }
    storage::ImportRequest dry = request();
    dry.dryRun = true;
    m_state->setContent({.title = tr("Looking at the data…"), .text = tr("Nothing is stored yet."), .busy = true});
    m_stack->setCurrentWidget(m_state);
    m_looking =
        makeImportJob(*m_session, dry, this, [this](const storage::ImportReport &report) { showReport(report); });
    m_looking->setParent(this);
    connect(m_looking, &Job::finished, m_looking, &QObject::deleteLater);
    connect(m_looking, &Job::failed, m_looking, &QObject::deleteLater);
    connect(m_looking, &Job::failed, this, &ImportSheet::showFailure);
    connect(m_looking, &Job::progressed, this, [this](double fraction, const QString &what) {
        m_state->setContent({.title = tr("Looking at the data…"),
                             .text = fraction > 0 ? tr("%1  %2").arg(format::percent(fraction), what) : what,
                             .busy = true});
    });
    m_looking->start();
}

void ImportSheet::showReport(const storage::ImportReport &report)
{
    m_report->show(report, m_kind->currentData().toString());
    m_stack->setCurrentWidget(m_report);
    const bool possible = report.imported > 0;
    m_import->setEnabled(possible);
    m_import->setText(possible ? tr("Import %1").arg(format::count(report.imported)) : tr("Nothing to import"));
}

void ImportSheet::showFailure(const QString &message, const QString &hint)
{
    m_state->setContent({.icon = QStringLiteral("data-error"), .title = message, .text = hint});
    m_stack->setCurrentWidget(m_state);
}

}  // namespace atlas::widgets
