#include "widgets/data/import_sheet.h"

#include "core/task_kind.h"
#include "storage/importer.h"
#include "widgets/charts/format.h"
#include "widgets/data/column_map.h"
#include "widgets/data/encoding_question.h"
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
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kAfterTypingMs = 400;
}

ImportSheet::ImportSheet(Session *session, const QStringList &sources, QWidget *parent)
    : QWidget(parent), m_session(session), m_sources(sources), m_source(sourceRequest(sources)),
      m_soon(new QTimer(this)),
      m_dataset(new QLineEdit(datasetNameFor(QString::fromStdString(m_source.source.string())), this)),
      m_kind(new QComboBox(this)), m_format(new QComboBox(this)),
      m_multiLabel(new QCheckBox(tr("Several labels per sample"), this)),
      m_link(new QCheckBox(tr("Leave files where they are"), this)), m_stack(new QStackedWidget(this)),
      m_state(new EmptyState(m_stack)), m_scroll(new QScrollArea(m_stack)), m_report(new ImportReportView),
      m_place(theme::caption({}, this)), m_import(new QPushButton(this))
{
    setObjectName(QStringLiteral("importSheet"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kMargin);
    layout->addWidget(makeOptions());
    layout->addWidget(theme::separator(this));
    m_stack->addWidget(m_state);
    m_scroll->setWidget(m_report);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_report->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_stack->addWidget(m_scroll);
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeButtons());
    m_soon->setSingleShot(true);
    m_soon->setInterval(kAfterTypingMs);
    connect(m_soon, &QTimer::timeout, this, &ImportSheet::dryRun);
    connect(m_dataset, &QLineEdit::textEdited, this, &ImportSheet::lookSoon);
    connect(m_kind, &QComboBox::activated, this, &ImportSheet::dryRun);
    connect(m_format, &QComboBox::activated, this, [this] {
        m_report->columns()->reset();
        look();
    });
    connect(m_multiLabel, &QCheckBox::toggled, this, &ImportSheet::dryRun);
    connect(m_link, &QCheckBox::toggled, this, &ImportSheet::dryRun);
    connect(m_report->columns(), &ColumnMap::mapChanged, this, &ImportSheet::dryRun);
    connect(m_report->columns(), &ColumnMap::tableChanged, this, &ImportSheet::look);
    connect(m_report->question(), &EncodingQuestion::answered, m_report->columns(), &ColumnMap::chooseEncoding);
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
    m_dataset->setMinimumWidth(96);
    for (QComboBox *chooser : {m_kind, m_format}) {
        chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        chooser->setMinimumContentsLength(8);
    }
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
        label->setWordWrap(false);
        label->setBuddy(field);
        field->setAccessibleName(title);
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column++, stretch);
    };
    add(tr("Into dataset"), m_dataset, 3);
    add(tr("Kind"), m_kind, 2);
    add(tr("Format"), m_format, 2);
    m_format->setEnabled(m_source.only.empty());
    m_format->setToolTip(m_source.only.empty() ? QString() : tr("These pictures were chosen one by one"));
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
    const QString folder = QString::fromStdString(m_source.source.string());
    m_place->setText(m_source.only.empty() ? folder
                                           : tr("%n picture(s) in %1", nullptr, int(m_source.only.size())).arg(folder));
    m_place->setToolTip(m_sources.mid(0, 20).join(QLatin1Char('\n')).toHtmlEscaped());
    m_place->setFont(theme::monospaceFont());
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *cancel = new QPushButton(tr("Cancel"), box);
    cancel->setObjectName(QStringLiteral("importCancel"));
    m_import->setObjectName(QStringLiteral("importStart"));
    m_import->setText(tr("Import"));
    m_import->setMinimumWidth(120);
    theme::makePrimary(m_import);
    row->addWidget(m_place, 1);
    row->addWidget(cancel);
    row->addWidget(m_import);
    connect(cancel, &QPushButton::clicked, this, &ImportSheet::cancelled);
    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT importWanted(request()); });
    return box;
}

storage::ImportRequest ImportSheet::request() const
{
    storage::ImportRequest request = m_source;
    request.dataset = m_dataset->text().trimmed().toStdString();
    request.kind = m_kind->currentData().toString().toStdString();
    if (request.format.empty()) {
        request.format = m_format->currentData().toString().toStdString();
    }
    if (m_isTable) {
        m_report->columns()->complete(request);
    }
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

void ImportSheet::start(FunctionJob *job)
{
    if (m_looking) {
        abandon(m_looking);
    }
    m_looking = job;
    job->setParent(this);
    connect(job, &Job::finished, job, &QObject::deleteLater);
    connect(job, &Job::failed, job, &QObject::deleteLater);
    connect(job, &Job::failed, this, &ImportSheet::showFailure);
    job->start();
}

void ImportSheet::showLooking(const QString &what)
{
    m_import->setEnabled(false);
    if (m_stack->currentWidget() == m_scroll) {
        m_import->setText(tr("Looking again…"));  // what was found stays readable, and its choosers in reach
        return;
    }
    m_state->setContent({.title = tr("Looking at the data…"), .text = what, .busy = true});
    m_stack->setCurrentWidget(m_state);
}

void ImportSheet::look()
{
    if (!m_session) {
        return;
    }
    m_soon->stop();
    showLooking(tr("Nothing is stored yet."));
    m_described = false;
    start(makeDescribeJob(request(), this,
                          [this](const std::optional<storage::TableDescription> &table) { lookAtTable(table); }));
}

void ImportSheet::lookAtTable(const std::optional<storage::TableDescription> &table)
{
    const bool wasTable = m_isTable;
    m_described = true;
    if (table) {
        m_report->columns()->show(*table);
        m_asking = !table->otherEncoding.empty() && !table->lines.empty();
        if (m_asking) {
            m_report->question()->ask(*table);
        }
    } else {
        m_asking = false;
    }
    m_isTable =
        table.has_value() || (wasTable && !request().encoding.empty());  // wrongly chosen: to be put right there
    m_report->question()->setVisible(m_asking);
    m_report->setTable(m_isTable);
    dryRun();
}

void ImportSheet::dryRun()
{
    if (!m_session || !m_described) {
        look();
        return;
    }
    m_soon->stop();
    storage::ImportRequest dry = request();
    dry.dryRun = true;
    showLooking(tr("Nothing is stored yet."));
    FunctionJob *job =
        makeImportJob(*m_session, dry, this, [this](const storage::ImportReport &report) { showReport(report); });
    connect(job, &Job::progressed, this, [this](double fraction, const QString &what) {
        showLooking(fraction > 0 ? tr("%1  %2").arg(format::percent(fraction), what) : what);
    });
    start(job);
}

void ImportSheet::showReport(const storage::ImportReport &report)
{
    m_report->show(report, m_kind->currentData().toString());
    m_stack->setCurrentWidget(m_scroll);
    m_possible = report.imported;
    if (m_isTable && m_possible == 0) {
        m_report->showColumns(true);  // there it can be put right
    }
    m_import->setEnabled(m_possible > 0 && !m_asking);
    m_import->setText(m_possible == 0 ? tr("Nothing to import")
                      : m_asking      ? tr("Choose the letters first")
                                      : tr("Import %1").arg(format::count(m_possible)));
}

void ImportSheet::showFailure(const QString &message, const QString &hint)
{
    m_state->setContent({.icon = QStringLiteral("data-error"), .title = message, .text = hint});
    m_stack->setCurrentWidget(m_state);
}

}  // namespace atlas::widgets
