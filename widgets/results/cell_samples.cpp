#include "widgets/results/cell_samples.h"

#include "storage/connection.h"
#include "storage/result_store.h"
#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"
#include "widgets/data/thumbnails.h"
#include "widgets/frame/theme.h"
#include "widgets/results/cell_sample_delegate.h"
#include "widgets/results/cell_samples_model.h"
#include "widgets/session.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr std::size_t kMostOpened = 2000;  ///< samples that the Data page is asked to show alone
}

struct CellSamples::Answers {
    std::vector<AnsweredSample> samples;
    bool compared = false;  ///< with those of when the task was learned
};

CellSamples::CellSamples(QWidget *parent)
    : QWidget(parent), m_thumbnails(new Thumbnails(this)), m_painter(m_thumbnails, &m_colours),
      m_model(new CellSamplesModel(this)), m_sentence(theme::bodyText({}, this)), m_filter(new QComboBox(this)),
      m_list(new QListView(this)), m_open(new QPushButton(tr("Open in Data"), this))
{
    setObjectName(QStringLiteral("cellSamples"));
    m_sentence->setObjectName(QStringLiteral("cellSentence"));
    m_filter->setObjectName(QStringLiteral("cellFilter"));
    m_filter->setAccessibleName(tr("Which samples"));
    m_filter->setToolTip(tr("Lost: right when the task was learned, wrong now. Found: the other way round."));
    m_list->setObjectName(QStringLiteral("cellList"));
    m_list->setAccessibleName(tr("Test samples"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CellSampleDelegate(m_model, &m_painter, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_open->setObjectName(QStringLiteral("cellOpen"));
    m_open->setToolTip(tr("Shows these samples on the Data page, to look closer or to correct their labels"));
    connect(m_filter, &QComboBox::activated, this, &CellSamples::setFilter);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_open, &QPushButton::clicked, this, &CellSamples::openAll);
    connect(m_thumbnails, &Thumbnails::changed, m_list->viewport(), qOverload<>(&QWidget::update));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_sentence);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_open, 0, Qt::AlignLeft);
    clear();
}

void CellSamples::clear()
{
    ++m_ticket;
    m_after = m_eval = -1;
    m_model->setSource(nullptr, {}, {});
    m_sentence->setText(tr("Click a cell of the accuracy matrix to see the test samples behind it."));
    m_filter->hide();
    m_list->hide();
    m_open->hide();
}

void CellSamples::setCell(Session *session, const RunResults &results, int afterTask, int evalTask)
{
    const bool another =
        session != m_session || results.run.uuid != m_results.run.uuid || afterTask != m_after || evalTask != m_eval;
    if (session != m_session && session != nullptr) {
        m_thumbnails->setCacheFolder(session->project().cacheFolder());
    }
    m_session = session;
    m_results = results;
    m_after = afterTask;
    m_eval = evalTask;
    const AccuracyCell *cell = results.cell(afterTask, evalTask);
    if (session == nullptr || cell == nullptr) {
        clear();
        return;
    }
    // What was measured is not measured again: a cell that stands stays as it is.
    if (another) {
        read();
    }
}

void CellSamples::read()
{
    const int ticket = ++m_ticket;
    m_session->read(
        this,
        [run = m_results.run.id, after = m_after, eval = m_eval](storage::Connection &connection) {
            storage::ResultStore store(connection);
            const std::vector<Prediction> then =
                after == eval ? std::vector<Prediction>() : store.predictions(run, eval, eval);
            return Answers{.samples = answerChanges(then, store.predictions(run, after, eval)),
                           .compared = !then.empty()};
        },
        [this, ticket](Answers answers) {
            if (ticket == m_ticket) {
                showAnswers(std::move(answers));
            }
        });
}

void CellSamples::showAnswers(Answers answers)
{
    const auto n = std::int64_t(answers.samples.size());
    const Task &task = m_results.tasks[std::size_t(m_eval)];
    const bool compared = answers.compared;
    m_model->setSource(m_session, task, std::move(answers.samples));
    const auto lost = countOf(m_model->all(), AnswerChange::Lost);
    const auto found = countOf(m_model->all(), AnswerChange::Found);
    const auto wrong = m_model->count(AnswerFilter::Wrong);
    const QString name = taskName(m_results, m_eval);
    if (n == 0) {
        m_sentence->setText(tr("No answers of single samples are kept for this cell."));
    } else if (!compared) {
        m_sentence->setText(
            tr("%1 of %2 test samples of %3 are answered wrongly.").arg(format::count(wrong), format::count(n), name));
    } else if (lost + found == 0) {
        m_sentence->setText(tr("Every test sample of %1 is answered as well as when it was learned; %2 of %3 wrongly.")
                                .arg(name, format::count(wrong), format::count(n)));
    } else {
        m_sentence->setText(
            tr("Of %1 test samples of %2, %3 were lost since it was learned, %4 found; %5 are wrong.")
                .arg(format::count(n), name, format::count(lost), format::count(found), format::count(wrong)));
    }
    fillFilter();
    setFilter(lost + found > 0 ? int(AnswerFilter::Flipped)
              : wrong > 0      ? int(AnswerFilter::Wrong)
                               : int(AnswerFilter::All));
    m_filter->setVisible(n > 0);
    m_list->setVisible(n > 0);
}

void CellSamples::fillFilter()
{
    const auto title = [this](const QString &text, AnswerFilter filter) {
        return tr("%1 (%2)").arg(text, format::count(m_model->count(filter)));
    };
    m_filter->clear();
    m_filter->addItems({title(tr("Lost and found"), AnswerFilter::Flipped), title(tr("Wrong"), AnswerFilter::Wrong),
                        title(tr("All"), AnswerFilter::All)});
}

void CellSamples::setFilter(int filter)
{
    m_filter->setCurrentIndex(filter);
    m_model->setFilter(static_cast<AnswerFilter>(filter));
    const int rows = m_model->rowCount();
    m_open->setVisible(rows > 0 && !m_results.tasks[std::size_t(m_eval)].dataset.empty());
    m_open->setText(tr("Open %n in Data", nullptr, int(std::min(std::size_t(rows), kMostOpened))));
}

QString CellSamples::sentence() const
{
    return m_sentence->text();
}

void CellSamples::openRow(int row)
{
    open({m_model->answered(row).now.sampleId});
}

void CellSamples::openAll()
{
    std::vector<std::int64_t> ids = m_model->ids();
    ids.resize(std::min(ids.size(), kMostOpened));
    open(ids);
}

void CellSamples::open(const std::vector<std::int64_t> &samples)
{
    const Task &task = m_results.tasks[std::size_t(m_eval)];
    if (task.dataset.empty()) {
        return;  // the task was removed since: nobody knows where its samples are
    }
    QVariantList ids;
    for (const std::int64_t id : samples) {
        ids << QVariant::fromValue<qlonglong>(id);
    }
    Q_EMIT openPage(QStringLiteral("data"),
                    QVariantMap{{QStringLiteral("dataset"), QString::fromStdString(task.dataset)},
                                {QStringLiteral("samples"), ids},
                                {QStringLiteral("why"),
                                 tr("Test samples of %1 as %2 answers them after %3 was learned")
                                     .arg(taskName(m_results, m_eval), QString::fromStdString(m_results.run.name),
                                          taskName(m_results, m_after))}});
}

}  // namespace atlas::widgets
