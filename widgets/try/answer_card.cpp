#include "widgets/try/answer_card.h"

#include "widgets/charts/bar_chart.h"
#include "widgets/charts/format.h"
#include "widgets/frame/banner.h"
#include "widgets/frame/theme.h"
#include "widgets/try/answer_words.h"
#include "widgets/try/near_cards.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

namespace {

constexpr int kAnswerPoints = 26;
constexpr int kRunnersUp = 4;
constexpr int kBarSteps = 1000;
constexpr int kChartHead = 134;  ///< pixels of a bar chart that are no bars
constexpr int kChartRow = 34;

}  // namespace

AnswerCard::AnswerCard(Thumbnails *thumbnails, QWidget *parent)
    : QWidget(parent), m_stack(new QStackedWidget(this)), m_state(new EmptyState(m_stack))
{
    setObjectName(QStringLiteral("answerCard"));
    m_state->setObjectName(QStringLiteral("answerState"));
    m_stack->addWidget(m_state);
    m_stack->addWidget(makeAnswer(thumbnails));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    showNothing();
}

QWidget *AnswerCard::makeAnswer(Thumbnails *thumbnails)
{
    auto *scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(scroll);
    m_task = theme::caption({}, content);
    m_task->setObjectName(QStringLiteral("answerTask"));
    m_answer = new QLabel(content);
    m_answer->setObjectName(QStringLiteral("answer"));
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont large = theme::pageFont();
    large.setPointSize(kAnswerPoints);
    m_answer->setFont(large);
    m_truth = new Banner(content);
    m_truth->setObjectName(QStringLiteral("answerTruth"));
    m_truth->hide();
    m_confidence = new QProgressBar(content);
    m_confidence->setObjectName(QStringLiteral("answerConfidence"));
    m_confidence->setRange(0, kBarSteps);
    m_confidence->setTextVisible(false);
    m_sure = new QLabel(content);
    m_sure->setObjectName(QStringLiteral("answerSure"));
    m_sure->setFont(theme::groupFont());
    m_meaning = theme::caption({}, content);
    m_meaning->setObjectName(QStringLiteral("answerMeaning"));
    m_runners = theme::bodyText({}, content);
    m_runners->setObjectName(QStringLiteral("answerRunners"));
    m_caution = new Banner(content);
    m_caution->setObjectName(QStringLiteral("answerCaution"));
    m_caution->hide();
    m_route = theme::bodyText({}, content);
    m_route->setObjectName(QStringLiteral("answerRoute"));
    m_nearest = new NearCards(thumbnails, content);
    connect(m_nearest, &NearCards::chosen, this, &AnswerCard::sampleChosen);
    m_adapters = new BarChart(content);
    m_adapters->setObjectName(QStringLiteral("answerAdapters"));
    m_adapters->setCompact(true);
    m_noAdapters = theme::caption({}, content);

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(theme::kMargin, 0, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_task);
    layout->addWidget(m_answer);
    layout->addWidget(m_truth);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(theme::kMargin);
    bar->addWidget(m_confidence, 1);
    bar->addWidget(m_sure);
    layout->addLayout(bar);
    layout->addWidget(m_meaning);
    layout->addWidget(m_runners);
    layout->addWidget(m_caution);
    layout->addWidget(m_route);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_nearest);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_adapters);
    layout->addWidget(m_noAdapters);
    layout->addStretch(1);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

void AnswerCard::showState(const EmptyState::Content &content)
{
    m_state->setContent(content);
    m_stack->setCurrentIndex(0);
}

void AnswerCard::showNothing()
{
    showState({.icon = QStringLiteral("page-try"),
               .title = tr("The answer appears here"),
               .text = tr("Give a sample on the left and press Answer: you see what the run says, how sure it is, and "
                          "which training samples are like yours. With a test sample you also see whether it is "
                          "right."),
               .primary = tr("Take a test sample"),
               .onPrimary = [this] { Q_EMIT sampleWanted(); }});
}

void AnswerCard::showReady()
{
    showState({.icon = QStringLiteral("page-try"),
               .title = tr("What would you answer?"),
               .text = tr("A test sample is filled in. Press Answer and see what the run says, and whether it is "
                          "right.")});
}

void AnswerCard::showWorking()
{
    showState({.title = tr("Looking at the sample"),
               .text = tr("The first answer of a task takes longer: its training samples are looked at once."),
               .secondary = tr("Do not wait"),
               .onSecondary = [this] { Q_EMIT cancelled(); },
               .busy = true});
}

void AnswerCard::showWaiting(const QString &run)
{
    showState({.title = tr("Waiting for the training of %1").arg(run),
               .text = tr("It makes room for your sample between two of its steps and goes on by itself. What it "
                          "learns stays the same. A paused training keeps what was learned and can go on "
                          "afterwards."),
               .primary = tr("Pause the training"),
               .onPrimary = [this] { Q_EMIT pauseWanted(); },
               .secondary = tr("Do not wait"),
               .onSecondary = [this] { Q_EMIT cancelled(); },
               .busy = true});
}

void AnswerCard::showProblem(const QString &message, const QString &hint)
{
    showState({.icon = QStringLiteral("dialog-error"), .title = message, .text = hint});
}

void AnswerCard::showAnswer(const TriedRun &run, const Sample &sample, const engine::Answer &answer)
{
    const Task *task = run.task(answer.task);
    if (task == nullptr) {
        showProblem(tr("The task %1 is gone.").arg(QString::fromStdString(answer.task)), tr("Choose another run."));
        return;
    }
    const QString taskTitle = QString::fromStdString(task->name);
    const double confidence = confidenceOf(answer);
    m_task->setText(tr("%1 answers as %2").arg(run.name(), taskTitle));
    m_answer->setText(answeredClass(*task, sample, answer.predicted));
    m_confidence->setValue(int(std::lround(kBarSteps * confidence)));
    m_sure->setText(tr("%1 sure").arg(format::percent(confidence)));
    m_confidence->setAccessibleName(tr("Confidence: %1").arg(format::percent(confidence)));
    m_meaning->setText(confidenceWords(confidence));
    const QStringList runners = runnersUp(*task, sample, answer, kRunnersUp);
    m_runners->setText(tr("Next: %1").arg(runners.join(QStringLiteral(" · "))));
    m_runners->setVisible(!runners.isEmpty());
    const QString route = routeWords(answer);
    m_route->setText(route);
    m_route->setVisible(!route.isEmpty());
    const QString caution = cautionWords(answer);
    m_caution->setVisible(!caution.isEmpty());
    if (!caution.isEmpty()) {
        m_caution->setContent({.role = theme::Role::Caution, .text = caution, .dismissable = false});
    }
    m_truth->hide();
    m_nearest->hide();
    showAdapters(run, answer);
    m_stack->setCurrentIndex(1);
}

void AnswerCard::showTruth(const TriedRun &run, const TestSample &sample, const engine::Answer &answer)
{
    const theme::Role role = isRight(run, sample, answer) ? theme::Role::Good : theme::Role::Bad;
    m_truth->setContent({.role = role, .text = truthWords(run, sample, answer), .dismissable = false});
}

void AnswerCard::showAdapters(const TriedRun &run, const engine::Answer &answer)
{
    m_adapters->setVisible(!answer.gates.empty());
    m_noAdapters->setVisible(answer.gates.empty());
    m_noAdapters->setText(tr("This run weighs no adapters: what serves a task is the same for every sample."));
    if (answer.gates.empty()) {
        return;
    }
    std::vector<Bar> bars;
    const auto placeOf = [&run](const std::string &name) {
        return std::ranges::find(run.run.tasks, name) - run.run.tasks.begin();
    };
    const auto answering = placeOf(answer.task);
    for (const auto &[name, weight] : answer.gates) {
        Bar bar{.name = QString::fromStdString(name), .value = weight, .style = int(placeOf(name))};
        const auto effect = std::ranges::find_if(
            run.effects, [&](const AdapterEffect &one) { return one.task == answering && one.adapter == bar.style; });
        if (effect != run.effects.end()) {
            bar.details = tr("%1: weight %2. Without it the loss on validation samples changes by %3.")
                              .arg(bar.name, format::number(weight), format::number(effect->effect));
        }
        bars.push_back(std::move(bar));
    }
    std::ranges::stable_sort(bars, std::greater(), &Bar::value);
    m_adapters->setTitle(bars.size() == 1 ? tr("Only the adapter of %1 took part").arg(bars.front().name)
                                          : tr("The adapter of %1 weighed most").arg(bars.front().name));
    m_adapters->setSubtitle(tr("Mean weight over all layers, for this sample"));
    const int height = kChartHead + kChartRow * int(bars.size());
    m_adapters->setBars(std::move(bars), {.nameTitle = tr("Adapter of"), .valueTitle = tr("Weight")});
    m_adapters->setFixedHeight(std::max(height, m_adapters->minimumSizeHint().height()));
}

void AnswerCard::showNearest(const Task &task, const engine::Answer &answer, std::vector<Sample> samples)
{
    m_nearest->show(task, answer, std::move(samples));
}

}  // namespace atlas::widgets
