#include "widgets/data/data_inspector.h"

#include "storage/quality/suggestions.h"
#include "storage/sample_events.h"
#include "widgets/charts/format.h"
#include "widgets/data/key_button.h"
#include "widgets/data/label_buttons.h"
#include "widgets/data/nearest_samples.h"
#include "widgets/data/opinion_choice.h"
#include "widgets/data/sample_columns.h"
#include "widgets/data/sample_view.h"
#include "widgets/frame/inspector.h"
#include "widgets/frame/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {

constexpr int kNoteHeight = 64;
constexpr std::size_t kHistoryLines = 8;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DataInspector)
};

QString eventTitle(const storage::SampleEvent &event)
{
    const QString after = event.after.empty() ? QStringLiteral("–") : QString::fromStdString(event.after);
    if (event.what == storage::event::kLabel) {
        return Tr::tr("label: %1").arg(after);
    }
    if (event.what == storage::event::kReview) {
        return Tr::tr("review: %1").arg(after);
    }
    if (event.what == storage::event::kOpinion) {
        return Tr::tr("opinions: %1").arg(after);
    }
    if (event.what == storage::event::kNote) {
        return Tr::tr("note");
    }
    if (event.what == storage::event::kImport) {
        return Tr::tr("imported");
    }
    if (event.what == storage::event::kSplit) {
        return Tr::tr("part: %1").arg(splitTitle(parseSplit(event.after).value_or(Split::Unassigned)));
    }
    if (event.what == storage::event::kPlace) {
        return event.after == storage::placeName(true) ? Tr::tr("removed") : Tr::tr("taken back in");
    }
    return QString::fromStdString(event.what);
}

}  // namespace

DataInspector::DataInspector(const ClassColours *colours, QWidget *parent)
    : QWidget(parent), m_view(new SampleView(SampleView::Size::Small, this)),
      m_nothing(theme::caption(tr("Choose a sample to see and label it."), this)), m_title(theme::groupTitle({}, this)),
      m_suggestionPlace(new QVBoxLayout), m_opinions(new OpinionChoice(this)),
      m_labels(new LabelButtons(colours, this)), m_reviewRow(makeReviewRow()), m_note(new QPlainTextEdit(this)),
      m_facts(new FactList(this)), m_historyTitle(theme::groupTitle(tr("History"), this)),
      m_history(theme::caption({}, this))
{
    setObjectName(QStringLiteral("dataInspector"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGap);
    m_title->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("sampleNote"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Note (N)"));
    m_note->setFixedHeight(kNoteHeight);
    m_note->setTabChangesFocus(true);
    m_note->installEventFilter(this);
    layout->addWidget(m_nothing);
    layout->addWidget(m_view);
    layout->addWidget(m_title);
    layout->addLayout(m_suggestionPlace);
    layout->addWidget(m_opinions);
    layout->addWidget(m_labels);
    layout->addWidget(m_reviewRow);
    layout->addWidget(m_note);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_facts);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_historyTitle);
    layout->addWidget(m_history);
    layout->addStretch(1);
    connect(m_labels, &LabelButtons::chosen, this, &DataInspector::labelChosen);
    connect(m_labels, &LabelButtons::newClassWanted, this, &DataInspector::newClassWanted);
    connect(m_labels, &LabelButtons::manageWanted, this, &DataInspector::manageClassesWanted);
    show(nullptr, 0);
}

QWidget *DataInspector::makeReviewRow()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::kGap);
    grid->setVerticalSpacing(2);
    const auto add = [&](int row, int column, const QString &name, const QString &text, const QString &key,
                         const QString &toolTip, auto clicked) {
        auto *button = new KeyButton(text, key, toolTip, box);
        button->setObjectName(name);
        connect(button, &KeyButton::clicked, this, clicked);
        grid->addWidget(button, row, column);
    };
    add(0, 0, QStringLiteral("reviewVerify"), tr("Verify"), QStringLiteral("V"), tr("Mark as checked by a second look"),
        [this] { Q_EMIT reviewChosen(ReviewState::Verified); });
    add(0, 1, QStringLiteral("reviewDispute"), tr("Flag"), QStringLiteral("F"),
        tr("Mark as disputed, to be talked about"), [this] { Q_EMIT reviewChosen(ReviewState::Disputed); });
    add(1, 0, QStringLiteral("reviewSkip"), tr("Skip"), QStringLiteral("0"), tr("Leave out for now"),
        [this] { Q_EMIT reviewChosen(ReviewState::Skipped); });
    add(1, 1, QStringLiteral("unlabel"), tr("Unlabel"), QStringLiteral("U"), tr("Take the label away"),
        [this] { Q_EMIT unlabelWanted(); });
    return box;
}

void DataInspector::setDataset(const Dataset &dataset, const std::vector<storage::LabelClass> &classes, bool writable)
{
    m_dataset = dataset;
    m_writable = writable;
    const bool fixed = dataset.id == 0 || taskKind(dataset.kind).head == HeadForm::PerInput;
    m_labels->setClasses(dataset.kind, classes, fixed);
    m_labels->setWritable(writable);
    m_reviewRow->setEnabled(writable);
    m_note->setReadOnly(!writable);
}

void DataInspector::show(const Sample *sample, int chosen)
{
    commitNote();
    const bool one = sample && chosen <= 1;
    m_nothing->setVisible(!sample);
    m_view->setVisible(sample != nullptr);
    m_view->show(sample);
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_labels)}) {
        widget->setVisible(sample != nullptr);
    }
    m_reviewRow->setVisible(sample != nullptr && !m_blind);
    for (QWidget *widget : {static_cast<QWidget *>(m_note), static_cast<QWidget *>(m_facts),
                            static_cast<QWidget *>(m_historyTitle), static_cast<QWidget *>(m_history)}) {
        widget->setVisible(one && !m_blind);
    }
    m_labels->setCurrent(sample);
    if (!sample) {
        m_title->clear();
    } else if (!one) {
        m_title->setText(tr("%n sample(s) chosen", nullptr, chosen));
    } else {
        const QString none = m_blind ? tr("not judged yet") : reviewTitle(ReviewState::Unlabelled);
        m_title->setText(sample->labels.empty() ? none : labelsTitle(taskKind(m_dataset.kind), *sample));
        if (m_sample != sample->id) {
            m_history->clear();
        }
        if (m_sample != sample->id || m_carried != sample->labels) {
            clearSuggestion();
        }
        if (m_sample != sample->id || m_review != sample->review) {
            m_opinions->clear();
        }
        m_review = sample->review;
        m_carried = sample->labels;
        m_noteBefore = sample->note;
        if (m_sample != sample->id || !m_note->hasFocus()) {
            m_note->setPlainText(QString::fromStdString(sample->note));
        }
        showFacts(*sample);
    }
    if (m_nearest && (!one || m_sample != sample->id)) {
        m_nearest->show(m_dataset.kind, {});
    }
    m_sample = one ? sample->id : 0;
    if (!one) {
        clearSuggestion();
        m_opinions->clear();
    }
}

void DataInspector::clearSuggestion()
{
    delete std::exchange(m_suggestion, nullptr);
    delete std::exchange(m_suggestionSource, nullptr);
}

void DataInspector::showInsight(std::int64_t sample, const std::optional<storage::StoredInsight> &insight)
{
    if (sample != m_sample || m_blind) {
        return;
    }
    clearSuggestion();
    std::vector<Label> labels =
        insight ? storage::suggestedLabels(insight->insight, m_dataset.multiLabel) : std::vector<Label>();
    if (labels.empty() || labels == m_carried) {
        return;
    }
    const storage::Suggestion suggestion{std::move(labels), insight->insight.suggestions.front().second};
    m_suggestion = new KeyButton(suggestionTitle(taskKind(m_dataset.kind), suggestion), QStringLiteral("↵"),
                                 tr("Take the suggestion"), this);
    m_suggestion->setObjectName(QStringLiteral("suggestion"));
    m_suggestion->setEnabled(m_writable);
    m_suggestionPlace->addWidget(m_suggestion);
    if (!insight->source.empty()) {
        m_suggestionSource = theme::caption(tr("from run %1").arg(QString::fromStdString(insight->source)), this);
        m_suggestionSource->setObjectName(QStringLiteral("suggestionSource"));
        m_suggestionPlace->addWidget(m_suggestionSource);
    }
    connect(m_suggestion, &KeyButton::clicked, this, &DataInspector::suggestionTaken);
}

void DataInspector::addNearest(NearestSamples *nearest)
{
    m_nearest = nearest;
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_note) + 1, nearest);
}

void DataInspector::showNearest(std::int64_t sample, std::vector<Sample> nearest)
{
    if (m_nearest && sample == m_sample && !m_blind) {
        m_nearest->show(m_dataset.kind, std::move(nearest));
    }
}

void DataInspector::showFacts(const Sample &sample)
{
    m_facts->clear();
    m_facts->add(tr("Review"), reviewTitle(sample.review));
    m_facts->add(tr("Part"), splitTitle(sample.split));
    if (!sample.externalId.empty()) {
        m_facts->add(tr("Id"), QString::fromStdString(sample.externalId));
    }
    if (!sample.group.empty()) {
        m_facts->add(tr("Group"), QString::fromStdString(sample.group));
    }
    if (sample.image && sample.image->width > 0) {
        m_facts->add(tr("Size"), tr("%1 × %2 pixels").arg(sample.image->width).arg(sample.image->height));
    }
    m_facts->add(tr("From"), QString::fromStdString(sample.source));
    if (sample.image) {
        m_facts->add(tr("SHA-256"), QString::fromStdString(sample.image->sha256.substr(0, 12)) + QStringLiteral("…"),
                     true);
    }
}

void DataInspector::showHistory(std::int64_t sample, const std::vector<storage::SampleEvent> &events)
{
    if (sample != m_sample) {
        return;
    }
    QStringList lines;
    for (std::size_t i = events.size(); i > 0 && lines.size() < qsizetype(kHistoryLines); --i) {
        const storage::SampleEvent &event = events[i - 1];
        lines << QStringLiteral("%1  %2  (%3)")
                     .arg(format::dateTime(event.atUs), eventTitle(event), QString::fromStdString(event.actor));
    }
    m_history->setText(lines.join(QLatin1Char('\n')));
}

void DataInspector::showOpinions(std::int64_t sample, const std::vector<storage::Opinion> &opinions)
{
    if (sample == m_sample && !m_blind) {
        m_opinions->show(taskKind(m_dataset.kind), opinions, m_review == ReviewState::Disputed, m_writable);
    }
}

void DataInspector::setBlind(bool blind)
{
    commitNote();
    m_blind = blind;
    show(nullptr, 0);  // nothing stays of the sample that was shown
}

void DataInspector::editNote()
{
    if (m_writable && m_sample != 0) {
        m_note->setFocus();
        m_note->selectAll();
    }
}

void DataInspector::commitNote()
{
    const std::string text = m_note->toPlainText().toStdString();
    if (m_sample != 0 && m_writable && text != m_noteBefore) {
        m_noteBefore = text;
        Q_EMIT noteChanged(m_sample, text);
    }
}

bool DataInspector::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut) {
        commitNote();
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace atlas::widgets
