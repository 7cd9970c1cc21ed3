#include "widgets/train/run_queue.h"

#include "widgets/frame/theme.h"
#include "widgets/train/run_model.h"
#include "widgets/train/run_progress_delegate.h"
#include "widgets/train/run_words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace atlas::widgets {

namespace {
constexpr int kRowsMeasured = 50;   ///< beside those in view
constexpr int kWidestColumn = 240;  ///< pixels; longer words are cut and told whole by their tooltip
}  // namespace

RunQueue::RunQueue(RunModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_table(new QTableView(this)), m_buttons(new QWidget(this)),
      m_message(theme::caption({}, this))
{
    m_table->setObjectName(QStringLiteral("runTable"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setProperty("frameless", true);
    m_table->setWordWrap(false);
    m_table->setItemDelegateForColumn(RunModel::Progress, new RunProgressDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(RunModel::Progress, QHeaderView::Stretch);
    const std::array<std::pair<int, int>, 5> widths{{{RunModel::Name, 136},
                                                     {RunModel::Strategy, 136},
                                                     {RunModel::Seed, 52},
                                                     {RunModel::Status, 96},
                                                     {RunModel::Time, 180}}};
    for (const auto &[column, width] : widths) {
        header->resizeSection(column, width);
    }
    header->setResizeContentsPrecision(kRowsMeasured);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (!m_fitting) {
            m_sized.insert(column);
        }
    });
    connect(model, &RunModel::modelReset, this, &RunQueue::fitColumns);
    connect(model, &RunModel::rowsInserted, this, &RunQueue::fitColumns);

    auto *bar = new QHBoxLayout(m_buttons);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(4);
    m_pause = addButton("runPause", QStringLiteral("media-playback-pause"), tr("Pause"),
                        tr("Stop at the next batch; it can go on later"), &RunQueue::pauseRequested);
    m_resume = addButton("runResume", QStringLiteral("media-playback-start"), tr("Go on"),
                         tr("Go on from the last checkpoint"), &RunQueue::resumeRequested);
    m_cancel = addButton("runCancel", QStringLiteral("media-playback-stop"), tr("Stop"),
                         tr("Take it from the queue; it can still go on later"), &RunQueue::cancelRequested);
    m_results = addButton("runResults", QStringLiteral("page-results"), tr("See results"), tr("What this run came to"),
                          &RunQueue::resultsRequested);
    auto *top = new QHBoxLayout;
    top->addWidget(theme::groupTitle(tr("Runs"), this));
    top->addStretch();
    top->addWidget(m_buttons);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme::kMargin, theme::kGap, theme::kGap, 4);
    head->setSpacing(0);
    head->addLayout(top);
    head->addWidget(m_message);  // below the buttons, which leave no room for it in a narrow window
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        updateButtons();
        Q_EMIT chosen(currentUuid());
    });
    connect(model, &RunModel::dataChanged, this, &RunQueue::updateButtons);
    connect(model, &RunModel::rowsRemoved, this, &RunQueue::updateButtons);
    connect(m_table, &QTableView::doubleClicked, this, [this] { Q_EMIT resultsRequested(currentUuid()); });
    updateButtons();
}

QToolButton *RunQueue::addButton(const char *name, const QString &icon, const QString &text, const QString &help,
                                 void (RunQueue::*signal)(const QString &))
{
    auto *button = new QToolButton(m_buttons);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(theme::icon(icon));
    button->setText(text);
    button->setToolTip(help);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    theme::makeQuiet(button);
    m_buttons->layout()->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, signal] { Q_EMIT(this->*signal)(currentUuid()); });
    return button;
}

QString RunQueue::currentUuid() const
{
    const RunRecord *run = m_model->at(m_table->currentIndex());
    return run == nullptr ? QString() : QString::fromStdString(run->uuid);
}

void RunQueue::choose(const QString &uuid)
{
    const QModelIndex index = m_model->indexOf(uuid);
    if (index.isValid() && index.row() != m_table->currentIndex().row()) {
        m_table->setCurrentIndex(index);
    }
}

void RunQueue::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    updateButtons();
}

/// Words take what they need of the room that progress leaves.
void RunQueue::fitColumns()
{
    m_fitting = true;
    const QAbstractItemView *view = m_table;  // a table hides what views tell
    for (const int column : {RunModel::Name, RunModel::Strategy, RunModel::Status}) {
        if (!m_sized.contains(column)) {
            const int needed = std::min(view->sizeHintForColumn(column), kWidestColumn);
            m_table->setColumnWidth(column, std::max(m_table->columnWidth(column), needed));
        }
    }
    m_fitting = false;
}

void RunQueue::updateButtons()
{
    const RunRecord *run = m_model->at(m_table->currentIndex());
    const bool act = run != nullptr && !m_readOnly;
    m_pause->setVisible(act && run->status == RunStatus::Running);
    m_cancel->setVisible(act && canStop(run->status));
    m_resume->setVisible(act && canResume(run->status));
    m_resume->setText(run != nullptr && run->status == RunStatus::Failed ? tr("Try again") : tr("Go on"));
    m_results->setVisible(run != nullptr);
    m_message->setText(run == nullptr ? tr("Choose a run to see it.") : messageOf(*run));
    m_message->setVisible(!m_message->text().isEmpty());
}

}  // namespace atlas::widgets
