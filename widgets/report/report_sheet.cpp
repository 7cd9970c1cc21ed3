#include "widgets/report/report_sheet.h"

#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/session.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {

constexpr QSize kSheetSize{620, 560};
constexpr int kIndent = 26;  // below the words of a radio button

/// A form that a report can take.
struct Form {
    const char *suffix;
    const char *title;
    const char *help;
    bool pages;  ///< it has pages, so there is a summary of one
};

constexpr Form kForms[] = {
    {"pdf", QT_TRANSLATE_NOOP("atlas::widgets::ReportSheet", "PDF"),
     QT_TRANSLATE_NOOP("atlas::widgets::ReportSheet", "To print or to send: looks the same everywhere"), true},
    {"odt", QT_TRANSLATE_NOOP("atlas::widgets::ReportSheet", "Document (ODT)"),
     QT_TRANSLATE_NOOP("atlas::widgets::ReportSheet", "To change in LibreOffice or Word"), true},
    {"html", QT_TRANSLATE_NOOP("atlas::widgets::ReportSheet", "Web page (HTML)"),
     QT_TRANSLATE_NOOP("atlas::widgets::ReportSheet", "One file for a browser, pictures and all"), true},
    {"csv", QT_TRANSLATE_NOOP("atlas::widgets::ReportSheet", "Table (CSV)"),
     QT_TRANSLATE_NOOP("atlas::widgets::ReportSheet", "Every figure with all its digits, for a spreadsheet"), false},
    {"json", QT_TRANSLATE_NOOP("atlas::widgets::ReportSheet", "Data (JSON)"),
     QT_TRANSLATE_NOOP("atlas::widgets::ReportSheet", "Every figure with all its digits, for other programs"), false},
};

/// Languages of reports, each in its own words.
struct Language {
    const char *code;
    const char *name;
};

constexpr Language kLanguages[] = {{"en", "English"}, {"ja", "日本語"}};

void setRole(QLabel *label, theme::Role role)
{
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, theme::textColor(role));
    label->setPalette(colours);
}

/// Letters that a file's name may have everywhere.
QString fileNameOf(QString text)
{
    for (QChar &letter : text) {
        if (QStringLiteral("/\\:*?\"<>|").contains(letter) || letter < QLatin1Char(' ')) {
            letter = QLatin1Char('_');
        }
    }
    return text;
}

}  // namespace

ReportSheet::ReportSheet(Session &session, JobList &jobs, QStringList runUuids, QWidget *parent)
    : QWidget(parent), m_session(&session), m_jobs(&jobs), m_runs(std::move(runUuids)), m_forms(new QButtonGroup(this)),
      m_language(new QComboBox(this)), m_summary(new QCheckBox(tr("One page instead of the whole report"), this)),
      m_file(new QLineEdit(this)), m_fault(theme::bodyText({}, this)), m_outcome(theme::bodyText({}, this)),
      m_open(new QPushButton(tr("Open"), this)), m_showFolder(new QPushButton(tr("Show the folder"), this)),
      m_make(new QPushButton(tr("Make the report"), this)), m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(QStringLiteral("reportSheet"));
    setProgramFolder(QCoreApplication::applicationDirPath());
    auto *content = new QWidget;
    auto *down = new QVBoxLayout(content);
    down->setContentsMargins(0, 0, theme::kGap, 0);
    down->setSpacing(theme::kGap);
    addChoices(down);
    down->addStretch(1);
    auto *scroll = theme::scrolled(content, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(scroll, 1);
    layout->addWidget(theme::separator(this));
    addFile(layout);
    layout->addWidget(makeOutcome());
    layout->addWidget(makeButtons());
    m_file->setText(proposedFile(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)));
    followForm();
}

void ReportSheet::setProgramFolder(const QString &folder)
{
    m_program = QDir(folder).filePath(QStringLiteral("atlas"));
}

void ReportSheet::addChoices(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    auto *label = theme::bodyText(tr("Language of the report"), this);
    label->setBuddy(m_language);
    m_language->setObjectName(QStringLiteral("reportLanguage"));
    m_language->setAccessibleName(label->text());
    m_language->setToolTip(tr("The report is written in it whatever the language of this window is"));
    for (const Language &language : kLanguages) {
        m_language->addItem(QString::fromUtf8(language.name), QLatin1String(language.code));
        if (QLocale().name().startsWith(QLatin1String(language.code))) {
            m_language->setCurrentIndex(m_language->count() - 1);
        }
    }
    row->addWidget(label);
    row->addWidget(m_language);
    row->addStretch(1);
    layout->addLayout(row);
    m_summary->setObjectName(QStringLiteral("reportSummary"));
    m_summary->setToolTip(tr("The verdict, the figures, what got worse, forgetting, the return and the limits"));
    layout->addWidget(m_summary);
    layout->addSpacing(theme::kGap);
    layout->addWidget(theme::groupTitle(tr("As"), this));
    for (std::size_t i = 0; i < std::size(kForms); ++i) {
        auto *radio = new QRadioButton(tr(kForms[i].title), this);
        radio->setObjectName(QStringLiteral("reportAs_") + QLatin1String(kForms[i].suffix));
        radio->setToolTip(tr(kForms[i].help));
        radio->setAccessibleDescription(tr(kForms[i].help));
        radio->setChecked(i == 0);
        m_forms->addButton(radio, int(i));
        auto *help = theme::caption(tr(kForms[i].help), this);
        help->setIndent(kIndent);
        auto *box = new QVBoxLayout;
        box->setSpacing(0);
        box->addWidget(radio);
        box->addWidget(help);
        layout->addLayout(box);
    }
    connect(m_forms, &QButtonGroup::idClicked, this, &ReportSheet::followForm);
    connect(m_summary, &QCheckBox::toggled, this, &ReportSheet::followForm);
    connect(m_language, &QComboBox::currentIndexChanged, this, &ReportSheet::followForm);
}

void ReportSheet::addFile(QVBoxLayout *layout)
{
    auto *title = theme::groupTitle(tr("Into the file"), this);
    m_file->setObjectName(QStringLiteral("reportFile"));
    m_file->setAccessibleName(title->text());
    m_file->setToolTip(tr("A file that is there is replaced when the new one is whole"));
    m_fault->setObjectName(QStringLiteral("reportFileFault"));
    setRole(m_fault, theme::Role::Bad);
    m_fault->hide();
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setObjectName(QStringLiteral("reportChooseFile"));
    choose->setToolTip(tr("Choose folder and name of the file"));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    layout->addWidget(title);
    layout->addLayout(row);
    layout->addWidget(m_fault);
    connect(choose, &QPushButton::clicked, this, &ReportSheet::chooseFile);
    connect(m_file, &QLineEdit::textEdited, this, [this] {
        m_fileIsOurs = false;
        checkFile();
    });
}

QWidget *ReportSheet::makeOutcome()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, theme::kGap, 0, 0);
    row->setSpacing(theme::kGap);
    m_outcome->setObjectName(QStringLiteral("reportOutcome"));
    m_open->setObjectName(QStringLiteral("reportOpen"));
    m_open->setToolTip(tr("Opens the report in the program that shows such files"));
    m_showFolder->setObjectName(QStringLiteral("reportShowFolder"));
    m_showFolder->setToolTip(tr("Opens the folder that the report is in"));
    row->addWidget(m_outcome, 1);
    row->addWidget(m_open);
    row->addWidget(m_showFolder);
    m_open->hide();
    m_showFolder->hide();
    m_outcome->hide();
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_made)); });
    connect(m_showFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_made).path())); });
    return box;
}

QWidget *ReportSheet::makeButtons()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, theme::kGap, 0, 0);
    row->setSpacing(theme::kGap);
    m_close->setObjectName(QStringLiteral("reportClose"));
    m_make->setObjectName(QStringLiteral("reportMake"));
    theme::makePrimary(m_make);
    row->addStretch(1);
    row->addWidget(m_close);
    row->addWidget(m_make);
    connect(m_close, &QPushButton::clicked, this, &ReportSheet::closeWanted);
    connect(m_make, &QPushButton::clicked, this, &ReportSheet::start);
    return box;
}

ReportRequest ReportSheet::request() const
{
    return {.program = m_program,
            .project = m_session ? QString::fromStdString(m_session->project().folder().string()) : QString(),
            .runs = m_runs,
            .file = QDir::cleanPath(m_file->text().trimmed()),
            .language = m_language->currentData().toString(),
            .summary = m_summary->isChecked() && m_summary->isEnabled()};
}

QString ReportSheet::proposedFile(const QString &folder) const
{
    const Form &form = kForms[m_forms->checkedId()];
    const QString name = m_summary->isChecked() && form.pages ? tr("%1 summary") : tr("%1 report");
    return QDir(folder).filePath(
        fileNameOf(QStringLiteral("%1 %2.%3")
                       .arg(name.arg(m_session ? m_session->projectName() : QString()),
                            m_language->currentData().toString(), QLatin1String(form.suffix))));
}

void ReportSheet::followForm()
{
    const Form &form = kForms[m_forms->checkedId()];
    m_summary->setEnabled(form.pages);
    m_language->setEnabled(form.pages);
    const QFileInfo file(m_file->text());
    if (m_fileIsOurs) {
        m_file->setText(proposedFile(file.path()));
    } else if (!file.completeBaseName().isEmpty()) {
        m_file->setText(
            QDir(file.path()).filePath(file.completeBaseName() + QLatin1Char('.') + QLatin1String(form.suffix)));
    }
    checkFile();
}

void ReportSheet::chooseFile()
{
    const Form &form = kForms[m_forms->checkedId()];
    auto *dialog = new QFileDialog(this, tr("Write the report to"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QLatin1String(form.suffix));
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(tr(form.title), QLatin1String(form.suffix)));
    dialog->selectFile(m_file->text());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_fileIsOurs = false;
        m_file->setText(file);
        followForm();
    });
    dialog->open();
}

void ReportSheet::checkFile()
{
    const Form &form = kForms[m_forms->checkedId()];
    const QString file = m_file->text().trimmed();
    const QString suffix = QFileInfo(file).suffix().toLower();
    const bool right = suffix == QLatin1String(form.suffix);
    m_fault->setText(file.isEmpty() ? tr("Give the file a name.")
                     : right        ? QString()
                                    : tr("The name must end in .%1.").arg(QLatin1String(form.suffix)));
    m_fault->setVisible(!m_fault->text().isEmpty());
    m_make->setEnabled(right && !m_job && !m_runs.isEmpty());
}

void ReportSheet::start()
{
    if (!m_session || !m_jobs) {
        return;
    }
    auto *job = new ReportJob(request());
    m_job = job;
    m_made = job->request().file;
    m_make->setEnabled(false);
    showOutcome(theme::Role::Neutral, tr("Making the report… It goes on when you close this."), false);
    connect(job, &Job::finished, this, [this] {
        m_job = nullptr;
        showOutcome(theme::Role::Good, tr("The report is in %1").arg(QDir::toNativeSeparators(m_made)), true);
    });
    connect(job, &Job::failed, this, [this](const QString &message, const QString &hint) {
        m_job = nullptr;
        showOutcome(theme::Role::Bad, message + QLatin1Char(' ') + hint, false);
    });
    connect(job, &Job::cancelled, this, [this] {
        m_job = nullptr;
        showOutcome(theme::Role::Neutral, tr("Stopped; no file was written."), false);
    });
    m_jobs->add(job);
    job->start();
}

void ReportSheet::showOutcome(theme::Role role, const QString &words, bool made)
{
    setRole(m_outcome, role);
    m_outcome->setText(words);
    m_outcome->show();
    m_open->setVisible(made);
    m_showFolder->setVisible(made);
    theme::setPrimary(m_open, made);
    theme::setPrimary(m_make, !made);
    checkFile();
    if (made) {
        m_open->setFocus();
    }
}

Sheet *showReportSheet(Session &session, JobList &jobs, const QStringList &runUuids, QWidget *over)
{
    auto *content = new ReportSheet(session, jobs, runUuids);
    auto *sheet = new Sheet(ReportSheet::tr("Report for a meeting"), content, kSheetSize, over);
    QObject::connect(content, &ReportSheet::closeWanted, sheet, &Sheet::close);
    return sheet;
}

}  // namespace atlas::widgets
