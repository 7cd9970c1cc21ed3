#include "widgets/try/sample_panel.h"

#include "storage/connection.h"
#include "storage/project.h"
#include "storage/run_store.h"
#include "storage/sample_store.h"
#include "widgets/charts/card_splitter.h"
#include "widgets/charts/format.h"
#include "widgets/data/thumbnails.h"
#include "widgets/frame/theme.h"
#include "widgets/session.h"
#include "widgets/try/answer_card.h"
#include "widgets/try/answer_words.h"
#include "widgets/try/question_form.h"

#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace atlas::widgets {

namespace {

constexpr int kLeastForm = 300;
constexpr int kHistoryHeight = 132;

/// What was asked, in a few letters.
QString askedWords(const Sample &sample, const std::optional<TestSample> &taken)
{
    if (taken) {
        return testSampleTitle(*taken);
    }
    if (sample.image) {
        return QFileInfo(QString::fromStdString(sample.image->path.string())).fileName();
    }
    return QString::fromStdString(!sample.text.empty() ? sample.text : sample.question).simplified();
}

/// The same pictures and texts.
bool saysTheSame(const Sample &one, const Sample &other)
{
    const auto file = [](const std::optional<AssetRef> &picture) {
        return picture ? picture->path : std::filesystem::path();
    };
    return file(one.image) == file(other.image) && file(one.image2) == file(other.image2) && one.text == other.text &&
           one.text2 == other.text2 && one.question == other.question && one.choices == other.choices;
}

}  // namespace

SamplePanel::SamplePanel(TrainingService *training, QWidget *parent)
    : QWidget(parent), m_training(training), m_thumbnails(new Thumbnails(this)), m_form(new QuestionForm(this)),
      m_card(new AnswerCard(m_thumbnails, this)), m_history(new QListWidget(this))
{
    setObjectName(QStringLiteral("samplePanel"));
    m_history->setObjectName(QStringLiteral("tryHistory"));
    m_history->setAccessibleName(tr("Tried before"));
    m_history->setToolTip(tr("What was tried since the project was opened; a click shows it again"));
    m_history->setTextElideMode(Qt::ElideRight);
    m_history->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *left = theme::card(this);
    auto *formScroll = theme::scrolled(m_form, left);
    formScroll->setFocusPolicy(Qt::NoFocus);  // its fields are stops, and scroll into sight
    auto *before = theme::caption(tr("Tried before"), left);
    before->setBuddy(m_history);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    column->setSpacing(theme::kGap);
    column->addWidget(formScroll, 1);
    column->addWidget(before);
    column->addWidget(m_history);
    left->setMinimumWidth(kLeastForm);
    before->hide();
    m_history->hide();
    connect(m_history->model(), &QAbstractItemModel::rowsInserted, before, &QWidget::show);

    auto *right = theme::card(this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, theme::kMargin, 0, 0);
    rightLayout->addWidget(m_card);

    auto *splitter = new CardSplitter(Qt::Horizontal, tr("Question and answer"), this);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({420, 780});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->addWidget(splitter);

    connect(m_form, &QuestionForm::asked, this, &SamplePanel::ask);
    connect(m_form, &QuestionForm::failed, this, &SamplePanel::failed);
    connect(m_form, &QuestionForm::sampleWanted, this, &SamplePanel::take);
    connect(m_card, &AnswerCard::sampleWanted, this, &SamplePanel::take);
    connect(m_card, &AnswerCard::sampleChosen, this, [this](qint64 sample) {
        if (m_shown < m_tries.size()) {
            Q_EMIT sampleChosen(sample, QString::fromStdString(m_tries[m_shown].answer.task));
        }
    });
    connect(m_history, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            const std::size_t which = m_tries.size() - 1 - std::size_t(row);
            const Try &tried = m_tries[which];
            m_form->setQuestion(tried.question, tried.taken ? testSampleTitle(*tried.taken) : QString());
            m_taken = tried.taken;
            m_filledIn = m_form->question().sample;
            show(which);
        }
    });
    if (m_training == nullptr) {
        return;
    }
    connect(m_card, &AnswerCard::cancelled, this, [this] {
        m_training->cancelQuestion();
        m_asking = false;
        m_card->showNothing();
    });
    connect(m_card, &AnswerCard::pauseWanted, this, [this] {
        const QString run = m_training->runningRun();
        if (!run.isEmpty()) {
            m_training->pause(run);
            Q_EMIT pausedFor(run);
        }
    });
    connect(m_training, &TrainingService::statusChanged, this, [this] {
        if (m_asking) {
            showWaiting();
        }
    });
}

void SamplePanel::setSession(Session *session)
{
    if (m_training != nullptr) {
        m_training->cancelQuestion();
    }
    m_session = session;
    m_asking = false;
    m_taken.reset();
    m_tries.clear();
    m_history->clear();
    m_card->showNothing();
    if (session != nullptr) {
        m_thumbnails->setCacheFolder(session->project().cacheFolder());
    }
}

void SamplePanel::setRun(const TriedRun &run)
{
    const bool other = run.run.uuid != m_run.run.uuid;
    m_run = run;
    m_form->setRun(run);
    if (other && !m_asking) {
        const QSignalBlocker quiet(m_history);
        m_history->setCurrentRow(-1);
        m_card->showNothing();
    }
}

bool SamplePanel::dropped(const QStringList &files)
{
    return m_form->setPictures(files);
}

Question SamplePanel::question() const
{
    return m_form->question();
}

void SamplePanel::setQuestion(const Question &question)
{
    m_form->setQuestion(question);
}

void SamplePanel::take()
{
    if (m_session == nullptr) {
        return;
    }
    std::vector<Task> tasks;
    for (const Task *task : m_form->asksFor()) {
        tasks.push_back(*task);
    }
    const storage::TestDraw draw{.seed = QRandomGenerator::global()->generate64(),
                                 .besides = m_taken ? m_taken->sample.id : 0};
    m_session->read(
        this,
        [tasks, draw, assets = m_session->project().assetFolder()](storage::Connection &connection) {
            return readTestSample(connection, assets, tasks, draw);
        },
        [this, run = m_run.uuid()](const std::optional<TestSample> &taken) {
            if (run != m_run.uuid()) {
                return;
            }
            if (taken) {
                fillIn(*taken);
            } else {
                Q_EMIT failed(tr("None of the test samples is there any more."), tr("Give a sample of your own."));
            }
        });
}

void SamplePanel::fillIn(const TestSample &taken)
{
    m_form->setSample(QString::fromStdString(taken.task), taken.sample, testSampleTitle(taken));
    m_taken = taken;
    m_filledIn = m_form->question().sample;
    if (!m_asking) {
        const QSignalBlocker quiet(m_history);
        m_history->setCurrentRow(-1);
        m_card->showReady();
    }
}

void SamplePanel::ask()
{
    if (m_training == nullptr) {
        m_card->showProblem(tr("This window cannot answer."), tr("Open the project in Atlas Workbench itself."));
        return;
    }
    Try tried{.run = m_run, .question = m_form->question(), .taken = {}, .answer = {}};
    if (m_taken && m_run.task(m_taken->task) != nullptr && saysTheSame(tried.question.sample, m_filledIn)) {
        tried.taken = m_taken;
    }
    m_asking = true;
    showWaiting();
    m_training->ask(
        tried.question, this,
        [this, tried](const engine::Answer &answer) {
            Try told = tried;
            told.answer = answer;
            answered(std::move(told));
        },
        [this](const QString &message, const QString &hint) {
            m_asking = false;
            m_card->showProblem(message, hint);
        });
}

void SamplePanel::showWaiting()
{
    const QString running = m_training->runningRun();
    if (running.isEmpty()) {
        m_card->showWorking();
        return;
    }
    m_card->showWaiting(tr("another run"));
    if (m_session == nullptr) {
        return;
    }
    m_session->read(
        this,
        [uuid = running.toStdString()](storage::Connection &connection) {
            return storage::RunStore(connection).find(uuid);
        },
        [this, running](const std::optional<RunRecord> &run) {
            if (run && m_asking && m_training->runningRun() == running) {
                m_card->showWaiting(QString::fromStdString(run->name));
            }
        });
}

void SamplePanel::answered(Try told)
{
    m_asking = false;
    m_tries.push_back(std::move(told));
    const Try &tried = m_tries.back();
    const Sample &sample = tried.question.sample;
    const Task *task = tried.run.task(tried.answer.task);
    const QString words = task == nullptr ? QString() : answeredClass(*task, sample, tried.answer.predicted);
    const QSignalBlocker quiet(m_history);
    m_history->insertItem(
        0, tr("%1, %2: %3", "answer, confidence and what was asked")
               .arg(words, format::percent(confidenceOf(tried.answer)), askedWords(sample, tried.taken)));
    m_history->setCurrentRow(0);
    const int rows = m_history->count() * m_history->sizeHintForRow(0) + 2 * m_history->frameWidth();
    m_history->setFixedHeight(std::min(rows, kHistoryHeight));
    m_history->show();
    show(m_tries.size() - 1);
    readNearest(m_tries.size() - 1);
}

void SamplePanel::readNearest(std::size_t which)
{
    if (m_session == nullptr || m_tries[which].answer.nearest.empty()) {
        return;
    }
    std::vector<std::int64_t> ids;
    std::ranges::transform(m_tries[which].answer.nearest, std::back_inserter(ids), &engine::NearSample::sample);
    m_session->read(
        this,
        [ids, assets = m_session->project().assetFolder()](storage::Connection &connection) {
            return storage::SampleStore(connection, assets).load(ids);
        },
        [this, which](std::vector<Sample> samples) {
            if (which < m_tries.size()) {
                m_tries[which].nearest = std::move(samples);
                if (m_shown == which) {
                    show(which);
                }
            }
        });
}

void SamplePanel::show(std::size_t which)
{
    m_shown = which;
    const Try &tried = m_tries[which];
    m_card->showAnswer(tried.run, tried.question.sample, tried.answer);
    if (tried.taken) {
        m_card->showTruth(tried.run, *tried.taken, tried.answer);
    }
    if (const Task *task = tried.run.task(tried.answer.task)) {
        m_card->showNearest(*task, tried.answer, tried.nearest);
    }
}

}  // namespace atlas::widgets
