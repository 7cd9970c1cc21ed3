#include "widgets/try/batch_panel.h"

#include "core/task_kind.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/training_service.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

namespace {

constexpr int kSteps = 1000;
constexpr int kWidest = 860;

}  // namespace

BatchPanel::BatchPanel(JobList *jobs, TrainingService *training, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_training(training), m_task(new QComboBox(this)),
      m_columns(theme::caption({}, this)), m_file(new QLineEdit(this)), m_out(new QLineEdit(this)),
      m_start(new QPushButton(tr("Answer all rows"), this)), m_stop(new QPushButton(tr("Stop"), this)),
      m_progress(new QProgressBar(this)), m_what(theme::caption({}, this)), m_outcome(theme::bodyText({}, this)),
      m_problems(new QPlainTextEdit(this)), m_open(new QPushButton(tr("Open the answers"), this)),
      m_openFolder(new QPushButton(tr("Open the folder"), this))
{
    setObjectName(QStringLiteral("batchPanel"));
    m_task->setObjectName(QStringLiteral("batchTask"));
    m_task->setAccessibleName(tr("Task"));
    m_task->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_file->setObjectName(QStringLiteral("batchFile"));
    m_file->setAccessibleName(tr("CSV file of samples"));
    m_file->setPlaceholderText(tr("Drop a CSV file here, or choose one"));
    m_out->setObjectName(QStringLiteral("batchOut"));
    m_out->setAccessibleName(tr("CSV file of answers"));
    m_columns->setObjectName(QStringLiteral("batchColumns"));
    m_start->setObjectName(QStringLiteral("batchStart"));
    m_start->setToolTip(tr("Writes one answer with its confidence for each row"));
    theme::makePrimary(m_start);
    m_stop->setObjectName(QStringLiteral("batchStop"));
    m_stop->setToolTip(tr("Stops; nothing is written"));
    m_progress->setRange(0, kSteps);
    m_progress->setAccessibleName(tr("Progress"));
    m_outcome->setObjectName(QStringLiteral("batchOutcome"));
    m_problems->setObjectName(QStringLiteral("batchProblems"));
    m_problems->setAccessibleName(tr("Problems of the file"));
    m_problems->setReadOnly(true);
    m_open->setObjectName(QStringLiteral("batchOpen"));
    m_open->setToolTip(tr("Opens the file with the program for tables"));
    m_openFolder->setToolTip(tr("Shows the file among others"));

    auto *chooseFile = new QPushButton(tr("Choose…"), this);
    chooseFile->setAccessibleName(tr("Choose the file of samples"));
    auto *chooseOut = new QPushButton(tr("Choose…"), this);
    chooseOut->setAccessibleName(tr("Choose where the answers go"));
    const auto label = [this](const QString &text, QWidget *buddy) {
        auto *made = new QLabel(text, this);
        made->setBuddy(buddy);
        return made;
    };
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::kGap);
    grid->setVerticalSpacing(theme::kGap);
    grid->addWidget(label(tr("Task"), m_task), 0, 0);
    grid->addWidget(m_task, 0, 1, 1, 2);
    grid->addWidget(m_columns, 1, 1, 1, 2);
    grid->addWidget(label(tr("Samples"), m_file), 2, 0);
    grid->addWidget(m_file, 2, 1);
    grid->addWidget(chooseFile, 2, 2);
    grid->addWidget(label(tr("Answers"), m_out), 3, 0);
    grid->addWidget(m_out, 3, 1);
    grid->addWidget(chooseOut, 3, 2);
    grid->setColumnStretch(1, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap);
    buttons->addWidget(m_start);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    auto *after = new QHBoxLayout;
    after->setSpacing(theme::kGap);
    after->addWidget(m_open);
    after->addWidget(m_openFolder);
    after->addStretch(1);

    auto *card = theme::card(this);
    card->setMaximumWidth(kWidest);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    column->setSpacing(theme::kGap);
    column->addWidget(theme::groupTitle(tr("Answers for a whole file"), card));
    column->addWidget(theme::bodyText(tr("Every row of a CSV file is answered into another CSV file: the answer, its "
                                         "confidence, and the probability of each class."),
                                      card));
    column->addLayout(grid);
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addWidget(m_what);
    column->addWidget(m_outcome);
    column->addWidget(m_problems);
    column->addLayout(after);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->addWidget(card);
    layout->addStretch(1);
    for (QWidget *later :
         std::initializer_list<QWidget *>{m_stop, m_progress, m_what, m_outcome, m_problems, m_open, m_openFolder}) {
        later->hide();
    }

    connect(chooseFile, &QPushButton::clicked, this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(this, tr("Samples"), {}, tr("CSV files (*.csv);;All files (*)"));
        if (!file.isEmpty()) {
            m_file->setText(file);
        }
    });
    connect(chooseOut, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getSaveFileName(this, tr("Answers"), m_out->text(), tr("CSV files (*.csv)"));
        if (!file.isEmpty()) {
            m_out->setText(file);
        }
    });
    connect(m_file, &QLineEdit::textChanged, this, [this](const QString &file) {
        const QFileInfo info(file);
        if (!file.isEmpty()) {
            m_out->setText(info.dir().filePath(info.completeBaseName() + QStringLiteral("-answers.csv")));
        }
        check();
    });
    connect(m_out, &QLineEdit::textChanged, this, &BatchPanel::check);
    connect(m_task, &QComboBox::currentIndexChanged, this, &BatchPanel::showColumns);
    connect(m_start, &QPushButton::clicked, this, &BatchPanel::start);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job) {
            m_job->cancel();
        }
    });
    connect(m_open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_out->text())); });
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_out->text()).absolutePath())); });
    check();
}

void BatchPanel::setRun(const TriedRun &run)
{
    const QString before = m_task->currentData().toString();
    m_run = run;
    const QSignalBlocker quiet(m_task);
    m_task->clear();
    if (run.tasks.size() > 1) {
        m_task->addItem(tr("Find out, row by row"), QString());
    }
    for (const Task &task : run.tasks) {
        m_task->addItem(QString::fromStdString(task.name), QString::fromStdString(task.name));
    }
    m_task->setCurrentIndex(std::max(0, m_task->findData(before)));
    showColumns();
    check();
}

bool BatchPanel::setFile(const QString &file)
{
    if (!file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) {
        return false;
    }
    m_file->setText(file);
    return true;
}

void BatchPanel::setOut(const QString &file)
{
    m_out->setText(file);
}

void BatchPanel::showColumns()
{
    const Task *task = m_run.task(m_task->currentData().toString().toStdString());
    if (task == nullptr) {
        m_columns->setText(
            tr("The first row names the columns: image, text, question, choice0, choice1, ..., as far as "
               "there are such. Pictures are named by their files."));
        return;
    }
    QStringList columns;
    for (const std::string &field : taskKind(task->kind).requiredFields) {
        columns << (field == "choice" ? QStringLiteral("choice0, choice1") : QString::fromStdString(field));
    }
    m_columns->setText(tr("The first row names the columns; needed: %1. Pictures are named by their files.")
                           .arg(columns.join(QStringLiteral(", "))));
}

void BatchPanel::check()
{
    m_start->setEnabled(!m_job && m_training != nullptr && !m_run.empty() && !m_file->text().isEmpty() &&
                        !m_out->text().isEmpty());
}

void BatchPanel::start()
{
    for (QWidget *old : std::initializer_list<QWidget *>{m_outcome, m_problems, m_open, m_openFolder}) {
        old->hide();
    }
    m_job = m_training->answerFile(m_run.uuid(), m_task->currentData().toString(), m_file->text(), m_out->text(), this);
    m_progress->setRange(0, 0);
    m_what->setText(m_training->runningRun().isEmpty()
                        ? QString()
                        : tr("A training goes on: the answers come when it ends or is paused."));
    m_progress->show();
    m_what->show();
    m_stop->show();
    connect(m_job, &Job::progressed, this, [this](double fraction, const QString &what) {
        m_progress->setRange(0, fraction < 0 ? 0 : kSteps);
        m_progress->setValue(int(std::lround(kSteps * std::max(0.0, fraction))));
        m_what->setText(what);
    });
    connect(m_job, &Job::finished, this,
            [this] { ended(tr("The answers stand in %1.").arg(QDir::toNativeSeparators(m_out->text())), {}, true); });
    connect(m_job, &Job::failed, this,
            [this](const QString &message, const QString &hint) { ended(hint, message, false); });
    connect(m_job, &Job::cancelled, this, [this] { ended(tr("Stopped. Nothing was written."), {}, false); });
    if (m_jobs != nullptr) {
        m_jobs->add(m_job);
    }
    check();
}

void BatchPanel::ended(const QString &message, const QString &details, bool good)
{
    m_job = nullptr;
    for (QWidget *now : std::initializer_list<QWidget *>{m_stop, m_progress, m_what}) {
        now->hide();
    }
    m_outcome->setText(message);
    m_outcome->setVisible(!message.isEmpty());
    m_problems->setPlainText(details);
    m_problems->setVisible(!details.isEmpty());
    m_open->setVisible(good);
    m_openFolder->setVisible(good);
    check();
}

}  // namespace atlas::widgets
