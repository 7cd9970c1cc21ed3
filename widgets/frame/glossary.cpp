#include "widgets/frame/glossary.h"

#include "core/translatable.h"
#include "widgets/frame/theme.h"

#include <QCollator>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace atlas::widgets {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Glossary", text);
}

constexpr std::array kEntries{
    GlossaryEntry{"accuracy", QT_TRANSLATE_NOOP("Glossary", "Accuracy"),
                  QT_TRANSLATE_NOOP("Glossary", "The share of test samples that are answered rightly.")},
    GlossaryEntry{"adapter", QT_TRANSLATE_NOOP("Glossary", "Adapter"),
                  QT_TRANSLATE_NOOP("Glossary", "A small network that is put into the frozen backbone and learns what "
                                                "one task needs; everything around it stays as it is.")},
    GlossaryEntry{"alias", QT_TRANSLATE_NOOP("Glossary", "Alias"),
                  QT_TRANSLATE_NOOP("Glossary", "A name such as \"production\" that always stands for one version of a "
                                                "model and can be moved to another.")},
    GlossaryEntry{"audit trail", QT_TRANSLATE_NOOP("Glossary", "Audit trail"),
                  QT_TRANSLATE_NOOP("Glossary", "The list of all decisions with who, when and why, chained so that a "
                                                "later change to it is found.")},
    GlossaryEntry{"backbone", QT_TRANSLATE_NOOP("Glossary", "Backbone"),
                  QT_TRANSLATE_NOOP("Glossary", "The large network under all tasks, trained beforehand; it is frozen "
                                                "and shared.")},
    GlossaryEntry{"backward transfer", QT_TRANSLATE_NOOP("Glossary", "Backward transfer"),
                  QT_TRANSLATE_NOOP("Glossary",
                                    "How much learning later tasks changed the score of earlier ones; below "
                                    "zero it is a loss.")},
    GlossaryEntry{"baseline", QT_TRANSLATE_NOOP("Glossary", "Baseline"),
                  QT_TRANSLATE_NOOP("Glossary", "The run that all others are compared with.")},
    GlossaryEntry{"calibration", QT_TRANSLATE_NOOP("Glossary", "Calibration"),
                  QT_TRANSLATE_NOOP("Glossary",
                                    "Correcting confidences so that of all answers given with 80 % about 80 "
                                    "in 100 are right.")},
    GlossaryEntry{"checkpoint", QT_TRANSLATE_NOOP("Glossary", "Checkpoint"),
                  QT_TRANSLATE_NOOP("Glossary", "What a training keeps on disk from time to time, so that it can go on "
                                                "from there.")},
    GlossaryEntry{"class", QT_TRANSLATE_NOOP("Glossary", "Class"),
                  QT_TRANSLATE_NOOP("Glossary", "One of the answers that a task can give.")},
    GlossaryEntry{"confidence", QT_TRANSLATE_NOOP("Glossary", "Confidence"),
                  QT_TRANSLATE_NOOP("Glossary", "How probable the model takes its own answer to be.")},
    GlossaryEntry{"confidence interval", QT_TRANSLATE_NOOP("Glossary", "Confidence interval"),
                  QT_TRANSLATE_NOOP("Glossary", "The range in which a figure would lie in 95 of 100 repetitions with "
                                                "other test samples or seeds.")},
    GlossaryEntry{
        "confusion", QT_TRANSLATE_NOOP("Glossary", "Confusion"),
        QT_TRANSLATE_NOOP("Glossary", "A table of which class was taken for which other one, and how often.")},
    GlossaryEntry{"continual learning", QT_TRANSLATE_NOOP("Glossary", "Continual learning"),
                  QT_TRANSLATE_NOOP("Glossary", "Learning task after task without training again on everything that "
                                                "came before.")},
    GlossaryEntry{"data version", QT_TRANSLATE_NOOP("Glossary", "Data version"),
                  QT_TRANSLATE_NOOP("Glossary",
                                    "What a dataset was like at one moment, so that a result can be traced to "
                                    "the samples it came from.")},
    GlossaryEntry{"dataset", QT_TRANSLATE_NOOP("Glossary", "Dataset"),
                  QT_TRANSLATE_NOOP("Glossary", "Samples of one kind that belong together, with their labels.")},
    GlossaryEntry{"epoch", QT_TRANSLATE_NOOP("Glossary", "Epoch"),
                  QT_TRANSLATE_NOOP("Glossary", "One pass of a training through all training samples of a task.")},
    GlossaryEntry{"expand", QT_TRANSLATE_NOOP("Glossary", "Expand"),
                  QT_TRANSLATE_NOOP("Glossary", "To give a task an adapter of its own because reuse is not enough.")},
    GlossaryEntry{"fine-tuning", QT_TRANSLATE_NOOP("Glossary", "Fine-tuning"),
                  QT_TRANSLATE_NOOP("Glossary", "Training weights further on a new task; what earlier tasks needed may "
                                                "be overwritten.")},
    GlossaryEntry{"forgetting", QT_TRANSLATE_NOOP("Glossary", "Forgetting"),
                  QT_TRANSLATE_NOOP("Glossary", "How many points a task lost since it was learned because others were "
                                                "learned after it.")},
    GlossaryEntry{"forward transfer", QT_TRANSLATE_NOOP("Glossary", "Forward transfer"),
                  QT_TRANSLATE_NOOP("Glossary", "How much earlier tasks help a new one before it adds anything.")},
    GlossaryEntry{"gate", QT_TRANSLATE_NOOP("Glossary", "Gate"),
                  QT_TRANSLATE_NOOP("Glossary", "What decides for each sample how strongly each adapter has a say.")},
    GlossaryEntry{
        "head", QT_TRANSLATE_NOOP("Glossary", "Head"),
        QT_TRANSLATE_NOOP("Glossary", "The last layer of a task: it turns what the network sees into an answer.")},
    GlossaryEntry{"joint training", QT_TRANSLATE_NOOP("Glossary", "Joint training"),
                  QT_TRANSLATE_NOOP("Glossary", "Training on all tasks at once: dear, but what continual learning is "
                                                "measured against.")},
    GlossaryEntry{"knowledge map", QT_TRANSLATE_NOOP("Glossary", "Knowledge map"),
                  QT_TRANSLATE_NOOP("Glossary", "Which earlier adapter serves which task: how much worse the task gets "
                                                "when that adapter is left out.")},
    GlossaryEntry{"label", QT_TRANSLATE_NOOP("Glossary", "Label"),
                  QT_TRANSLATE_NOOP("Glossary", "The right answer for a sample, as a person gave it.")},
    GlossaryEntry{"loss", QT_TRANSLATE_NOOP("Glossary", "Loss"),
                  QT_TRANSLATE_NOOP("Glossary", "What training makes small: it is high where wrong answers are given "
                                                "with confidence.")},
    GlossaryEntry{"novelty", QT_TRANSLATE_NOOP("Glossary", "Novelty"),
                  QT_TRANSLATE_NOOP("Glossary", "How far the samples of a new task lie from those of the tasks learned "
                                                "before.")},
    GlossaryEntry{
        "pareto", QT_TRANSLATE_NOOP("Glossary", "Pareto front"),
        QT_TRANSLATE_NOOP("Glossary", "The runs that no other run beats in accuracy, size and time at once.")},
    GlossaryEntry{
        "point", QT_TRANSLATE_NOOP("Glossary", "Point"),
        QT_TRANSLATE_NOOP("Glossary", "The difference between two percentages: from 80 % to 77 % are 3 points.")},
    GlossaryEntry{"reuse", QT_TRANSLATE_NOOP("Glossary", "Reuse"),
                  QT_TRANSLATE_NOOP("Glossary", "To serve a new task with the adapters of earlier tasks and add "
                                                "nothing but a head.")},
    GlossaryEntry{"robustness", QT_TRANSLATE_NOOP("Glossary", "Robustness"),
                  QT_TRANSLATE_NOOP("Glossary", "How well answers stay right when samples get worse, by noise, blur or "
                                                "typing errors.")},
    GlossaryEntry{"roi", QT_TRANSLATE_NOOP("Glossary", "Return on investment (ROI)"),
                  QT_TRANSLATE_NOOP("Glossary", "What is gained by a model in relation to what it costs.")},
    GlossaryEntry{"rollback", QT_TRANSLATE_NOOP("Glossary", "Rollback"),
                  QT_TRANSLATE_NOOP("Glossary", "Putting the earlier version of a model back in its place.")},
    GlossaryEntry{
        "run", QT_TRANSLATE_NOOP("Glossary", "Run"),
        QT_TRANSLATE_NOOP("Glossary", "One training of a sequence with one strategy, one seed and its settings.")},
    GlossaryEntry{"sample", QT_TRANSLATE_NOOP("Glossary", "Sample"),
                  QT_TRANSLATE_NOOP("Glossary", "One picture, one text or one question about a picture.")},
    GlossaryEntry{"seed", QT_TRANSLATE_NOOP("Glossary", "Seed"),
                  QT_TRANSLATE_NOOP("Glossary", "The number from which all random choices of a run come; several seeds "
                                                "show what is chance.")},
    GlossaryEntry{"sequence", QT_TRANSLATE_NOOP("Glossary", "Sequence"),
                  QT_TRANSLATE_NOOP("Glossary", "Tasks in the order in which they are learned.")},
    GlossaryEntry{"significance", QT_TRANSLATE_NOOP("Glossary", "Significance"),
                  QT_TRANSLATE_NOOP("Glossary", "Whether a difference is too large to be chance alone.")},
    GlossaryEntry{"split", QT_TRANSLATE_NOOP("Glossary", "Split"),
                  QT_TRANSLATE_NOOP("Glossary", "What a sample is for: training, validation or test.")},
    GlossaryEntry{"stability gap", QT_TRANSLATE_NOOP("Glossary", "Stability gap"),
                  QT_TRANSLATE_NOOP("Glossary",
                                    "A drop in the score of an old task while a new one is being learned, even "
                                    "if it recovers afterwards.")},
    GlossaryEntry{"stage", QT_TRANSLATE_NOOP("Glossary", "Stage"),
                  QT_TRANSLATE_NOOP("Glossary",
                                    "One of the two parts of learning a task: first reuse what is known, then "
                                    "add only what is missing.")},
    GlossaryEntry{"strategy", QT_TRANSLATE_NOOP("Glossary", "Strategy"),
                  QT_TRANSLATE_NOOP("Glossary",
                                    "A way to learn task after task: what is trained, what is kept, what is "
                                    "added.")},
    GlossaryEntry{"task", QT_TRANSLATE_NOOP("Glossary", "Task"),
                  QT_TRANSLATE_NOOP("Glossary", "One question that is to be answered: a dataset with its classes and "
                                                "fixed splits.")},
    GlossaryEntry{"test", QT_TRANSLATE_NOOP("Glossary", "Test samples"),
                  QT_TRANSLATE_NOOP("Glossary", "Samples that are never trained on; every score comes from them.")},
    GlossaryEntry{"validation", QT_TRANSLATE_NOOP("Glossary", "Validation samples"),
                  QT_TRANSLATE_NOOP("Glossary",
                                    "Samples by which a training decides when to stop and what to keep; they "
                                    "are not trained on.")},
};

QWidget *makeRow(const GlossaryEntry &entry, QWidget *parent)
{
    auto *row = new QWidget(parent);
    row->setObjectName(QStringLiteral("term.") + QLatin1String(entry.term));
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *title = theme::groupTitle(translated(entry.title), row);
    auto *sentence = theme::bodyText(translated(entry.sentence), row);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(title);
    layout->addWidget(sentence);
    return row;
}

}  // namespace

std::span<const GlossaryEntry> glossary()
{
    return kEntries;
}

QString explain(const QString &term)
{
    const auto entry = std::find_if(kEntries.begin(), kEntries.end(), [&](const GlossaryEntry &candidate) {
        return term == QLatin1String(candidate.term);
    });
    return entry == kEntries.end() ? QString() : translated(entry->sentence);
}

GlossaryView::GlossaryView(QWidget *parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_none(theme::bodyText(tr("No term says this."), this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(theme::kGroupGap, 0, theme::kGap, theme::kMargin);
    outer->setSpacing(theme::kMargin);
    m_search->setObjectName(QStringLiteral("glossarySearch"));
    m_search->setPlaceholderText(tr("Find a term"));
    m_search->setAccessibleName(tr("Find a term"));
    m_search->setClearButtonEnabled(true);
    m_none->setObjectName(QStringLiteral("glossaryNone"));
    m_none->hide();
    auto *field = new QHBoxLayout;
    field->setContentsMargins(0, 0, theme::kMargin, 0);
    field->addWidget(m_search);
    outer->addLayout(field);
    outer->addWidget(m_none);

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("glossaryTerms"));
    scroll->setAccessibleName(tr("Terms"));
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    auto *inner = new QWidget(scroll);
    auto *down = new QVBoxLayout(inner);
    down->setContentsMargins(0, 0, theme::kMargin, 0);
    down->setSpacing(theme::kMargin);
    std::vector<const GlossaryEntry *> sorted;
    for (const GlossaryEntry &entry : kEntries) {
        sorted.push_back(&entry);
    }
    const QCollator collator;
    std::sort(sorted.begin(), sorted.end(), [&](const GlossaryEntry *a, const GlossaryEntry *b) {
        return collator.compare(translated(a->title), translated(b->title)) < 0;
    });
    for (const GlossaryEntry *entry : sorted) {
        m_rows << makeRow(*entry, inner);
        down->addWidget(m_rows.last());
    }
    down->addStretch();
    scroll->setWidget(inner);
    inner->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);
    setFocusProxy(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &GlossaryView::filter);
}

void GlossaryView::filter(const QString &words)
{
    bool any = false;
    for (QWidget *row : m_rows) {
        const QList<QLabel *> labels = row->findChildren<QLabel *>();
        const bool found = std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->text().contains(words.trimmed(), Qt::CaseInsensitive);
        });
        row->setVisible(found);
        any = any || found;
    }
    m_none->setVisible(!any);
}

}  // namespace atlas::widgets
