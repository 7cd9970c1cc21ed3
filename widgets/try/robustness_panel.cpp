#include "widgets/try/robustness_panel.h"

#include "storage/connection.h"
#include "widgets/charts/format.h"
#include "widgets/charts/line_chart.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/train/run_words.h"
#include "widgets/training_service.h"
#include "widgets/try/robustness_words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kQuickSamples = 200;
constexpr int kChartHeight = 290;
constexpr int kLeastCard = 400;
constexpr int kTurnedEdge = 72;
constexpr int kTurnedLetters = 160;

}  // namespace

RobustnessPanel::RobustnessPanel(JobList *jobs, TrainingService *training, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_training(training), m_task(new QComboBox(this)), m_samples(new QComboBox(this)),
      m_measure(new QPushButton(tr("Measure"), this)), m_summary(theme::bodyText({}, this)),
      m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)), m_charts(new QWidget(this)),
      m_grid(new QGridLayout(m_charts))
{
    setObjectName(QStringLiteral("robustnessPanel"));
    m_task->setObjectName(QStringLiteral("robustnessTask"));
    m_task->setAccessibleName(tr("Task"));
    m_task->setToolTip(tr("The task whose test samples are made worse"));
    m_task->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_samples->setObjectName(QStringLiteral("robustnessSamples"));
    m_samples->setAccessibleName(tr("Test samples"));
    m_samples->setToolTip(tr("More samples take longer and make the bands narrower"));
    m_samples->addItem(tr("At most %1 test samples").arg(format::count(kQuickSamples)), kQuickSamples);
    m_samples->addItem(tr("All test samples"), 0);
    m_measure->setObjectName(QStringLiteral("robustnessMeasure"));
    m_measure->setToolTip(tr("Answers the test samples again and again, each time made a little worse"));
    theme::makePrimary(m_measure);
    m_summary->setObjectName(QStringLiteral("robustnessSummary"));

    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(m_task);
    row->addWidget(m_samples);
    row->addWidget(m_measure);
    row->addStretch(1);
    m_task->setMinimumContentsLength(14);

    m_grid->setContentsMargins(0, 0, 0, theme::kMargin);
    m_grid->setSpacing(theme::kMargin);
    auto *scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);  // its charts are stops, and scroll into sight
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_charts);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(scroll);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addLayout(row);
    layout->addWidget(m_summary);
    layout->addWidget(m_stack, 1);

    connect(m_task, &QComboBox::currentIndexChanged, this, &RobustnessPanel::show);
    connect(m_measure, &QPushButton::clicked, this, &RobustnessPanel::measure);
    showState();
}

void RobustnessPanel::setSession(Session *session)
{
    m_session = session;
    m_curves.clear();
}

void RobustnessPanel::setRun(const TriedRun &run)
{
    const QString before = m_task->currentData().toString();
    m_run = run;
    m_curves.clear();
    const QSignalBlocker quiet(m_task);
    m_task->clear();
    for (const Task &task : run.tasks) {
        m_task->addItem(QString::fromStdString(task.name), QString::fromStdString(task.name));
    }
    m_task->setCurrentIndex(std::max(0, m_task->findData(before)));
    read();
}

void RobustnessPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    describe();
}

int RobustnessPanel::columns() const
{
    return width() >= 2 * kLeastCard ? 2 : 1;
}

void RobustnessPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_columns != 0 && m_columns != columns()) {
        show();
    }
}

void RobustnessPanel::describe()
{
    if (m_described || m_training == nullptr) {
        return;
    }
    m_described = true;
    m_training->describe(
        this,
        [this](const engine::EngineInfo &info, const std::vector<engine::StrategyInfo> &) {
            m_known = info.perturbations;
            show();
        },
        [this](const QString &) { m_described = false; });
}

void RobustnessPanel::read()
{
    if (m_session == nullptr || m_run.empty()) {
        show();
        return;
    }
    m_session->read(
        this,
        [run = m_run.run.id](storage::Connection &connection) {
            return storage::RobustnessStore(connection).curves(run);
        },
        [this, run = m_run.run.id](std::vector<storage::KeptCurve> curves) {
            if (run == m_run.run.id) {
                m_curves = std::move(curves);
                show();
            }
        });
}

void RobustnessPanel::showState()
{
    const bool readOnly = m_session != nullptr && m_session->readOnly();
    m_measure->setVisible(!readOnly);
    m_samples->setVisible(!readOnly);
    m_measure->setEnabled(m_training != nullptr && !m_run.empty() && !m_job);
    m_measure->setText(m_job ? tr("Measuring…") : m_curves.empty() ? tr("Measure") : tr("Measure again"));
}

void RobustnessPanel::show()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    showState();
    const int task = m_task->currentIndex();
    std::vector<const storage::KeptCurve *> shown;
    for (const storage::KeptCurve &kept : m_curves) {
        if (kept.task == task && !kept.curve.points.empty()) {
            shown.push_back(&kept);
        }
    }
    // In the order of the registry; what is not known any more comes last.
    std::ranges::stable_sort(shown, {}, [this](const storage::KeptCurve *kept) {
        return std::ranges::find(m_known, kept->curve.perturbation, &PerturbationInfo::name) - m_known.begin();
    });
    m_summary->setVisible(!shown.empty());
    if (shown.empty()) {
        const bool readOnly = m_session != nullptr && m_session->readOnly();
        EmptyState::Content content{
            .icon = QStringLiteral("page-try"),
            .title = tr("How do answers hold when samples get worse?"),
            .text = readOnly ? tr("Nobody has measured this task yet, and this project is open for reading only.")
                             : tr("The test samples of this task are answered again with noise, blur, typing mistakes "
                                  "and other changes of rising strength. It takes a few minutes.")};
        if (!readOnly && m_training != nullptr && !m_run.empty() && !m_job) {
            content.primary = tr("Measure this task");
            content.onPrimary = [this] { measure(); };
        }
        content.busy = m_job != nullptr;
        m_empty->setContent(content);
        m_stack->setCurrentIndex(0);
        return;
    }
    const storage::KeptCurve *weakest = *std::ranges::min_element(shown, {}, [](const storage::KeptCurve *kept) {
        const auto &points = kept->curve.points;
        return std::ranges::min(points, {}, &RobustnessPoint::score).score - points.front().score;
    });
    const RobustnessPoint lowest = std::ranges::min(weakest->curve.points, {}, &RobustnessPoint::score);
    const PerturbationInfo info = perturbationOf(m_known, weakest->curve.perturbation);
    m_summary->setText(tr("Answers on %1 suffer most from: %2. At %3 they fall from %4 to %5. Measured %6.")
                           .arg(m_task->currentText(), perturbationTitle(info), strengthText(info, lowest.strength),
                                format::percent(weakest->curve.points.front().score), format::percent(lowest.score),
                                format::dateTime(weakest->measuredUs)));
    m_columns = columns();
    for (std::size_t i = 0; i < shown.size(); ++i) {
        m_grid->addWidget(curveCard(*shown[i]), int(i) / m_columns, int(i) % m_columns);
    }
    for (int column = 0; column < 2; ++column) {
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
    }
    m_stack->setCurrentIndex(1);
}

QWidget *RobustnessPanel::curveCard(const storage::KeptCurve &kept)
{
    const RobustnessCurve &curve = kept.curve;
    const PerturbationInfo info = perturbationOf(m_known, curve.perturbation);
    auto *card = theme::card(m_charts);
    card->setObjectName(QStringLiteral("robustness.%1").arg(QString::fromStdString(curve.perturbation)));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, theme::kGap);
    column->setSpacing(theme::kGap / 2);
    auto *chart = new LineChart(card);
    chart->setProperty("card", false);  // it stands in one
    theme::repolish(chart);
    chart->setFixedHeight(kChartHeight);
    chart->setCompact(true);
    chart->setTitle(robustnessSentence(info, curve));
    chart->setSubtitle(tr("%1, n = %2, band: 95 % interval over the samples")
                           .arg(m_task->currentText(), format::count(curve.points.front().n)));
    chart->setToolTip(QCoreApplication::translate("Perturbation", info.help.c_str()));
    LineSeries score;
    score.name = scoreTitle(curve.score);
    LineSeries confidence;
    confidence.name = tr("Confidence");
    confidence.style = 1;
    for (const RobustnessPoint &point : curve.points) {
        score.points.emplace_back(point.strength, point.score);
        score.low.push_back(point.low);
        score.high.push_back(point.high);
        confidence.points.emplace_back(point.strength, point.confidence);
    }
    chart->setAxes(
        {.xTitle = info.unit.empty() ? tr("Strength") : QCoreApplication::translate("Perturbation", info.unit.c_str()),
         .yTitle = {},
         .form = ValueForm::Share});
    chart->setSeries({std::move(score), std::move(confidence)});
    column->addWidget(chart);
    if (const auto &turned = curve.turned) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(theme::kMargin, 0, theme::kMargin, 0);
        row->setSpacing(theme::kGap);
        if (!turned->picture.empty()) {
            auto *picture = new QLabel(card);
            QPixmap pixmap;
            pixmap.loadFromData(reinterpret_cast<const uchar *>(turned->picture.data()), uint(turned->picture.size()));
            pixmap = pixmap.scaled(QSize(kTurnedEdge, kTurnedEdge) * devicePixelRatioF(), Qt::KeepAspectRatio,
                                   Qt::SmoothTransformation);
            pixmap.setDevicePixelRatio(devicePixelRatioF());
            picture->setPixmap(pixmap);
            picture->setAccessibleName(tr("The changed picture"));
            row->addWidget(picture);
        }
        QString words = turnedWords(info, *turned);
        if (!turned->text.empty()) {
            words += QStringLiteral("\n%1").arg(QString::fromStdString(turned->text).left(kTurnedLetters));
        }
        row->addWidget(theme::caption(words, card), 1);
        auto *open = new QToolButton(card);
        open->setText(tr("Show"));
        open->setAccessibleName(tr("Show the sample on the Data page"));
        open->setToolTip(tr("Shows the sample as it is on the Data page"));
        connect(open, &QToolButton::clicked, this,
                [this, id = turned->sample] { Q_EMIT sampleChosen(id, m_task->currentText()); });
        row->addWidget(open);
        column->addLayout(row);
    }
    column->addStretch(1);
    return card;
}

void RobustnessPanel::measure()
{
    m_job = m_training->measureRobustness(m_run.uuid(), {m_task->currentData().toString()}, {},
                                          m_samples->currentData().toLongLong(), this);
    const auto ended = [this] {
        m_job = nullptr;
        read();
    };
    connect(m_job, &Job::finished, this, ended);
    connect(m_job, &Job::failed, this, ended);
    connect(m_job, &Job::cancelled, this, ended);
    if (m_jobs != nullptr) {
        m_jobs->add(m_job);
    }
    show();
}

}  // namespace atlas::widgets
