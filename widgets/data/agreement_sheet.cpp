#include "widgets/data/agreement_sheet.h"

#include "widgets/charts/format.h"
#include "widgets/data/opinion_choice.h"
#include "widgets/data/sample_columns.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/theme.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr std::size_t kMostConfusions = 50;
constexpr int kFew = 50;  // samples below which kappa's interval says little

QTableWidget *makeTable(const QString &name, const QString &what, const QStringList &titles, QWidget *parent)
{
    auto *table = new QTableWidget(0, int(titles.size()), parent);
    table->setObjectName(name);
    table->setAccessibleName(what);
    table->setHorizontalHeaderLabels(titles);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void addRow(QTableWidget *table, const QStringList &texts)
{
    const int row = table->rowCount();
    table->insertRow(row);
    for (int column = 0; column < texts.size(); ++column) {
        auto *item = new QTableWidgetItem(texts[column]);
        item->setToolTip(texts[column].toHtmlEscaped());
        table->setItem(row, column, item);
    }
}

void fitColumns(QTableWidget *table)
{
    table->resizeColumnsToContents();
    for (int column = 0; column < table->columnCount(); ++column) {
        table->setColumnWidth(column, std::clamp(table->columnWidth(column) + 16, 72, 240));
    }
}

QString band(double value)
{
    return QCoreApplication::translate("Agreement", agreementBand(value));
}

QString coefficient(double value)
{
    return QLocale().toString(value, 'f', 2);
}

}  // namespace

AgreementSheet::AgreementSheet(Session *session, const Dataset &dataset, QWidget *parent)
    : QWidget(parent), m_dataset(dataset), m_stack(new QStackedWidget(this)), m_none(new EmptyState)
{
    setObjectName(QStringLiteral("agreementSheet"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->addWidget(m_stack);
    m_stack->addWidget(makeFigures());
    m_stack->addWidget(m_none);
    m_none->setContent({.title = tr("Comparing what people said…"), .busy = true});
    m_stack->setCurrentWidget(m_none);
    readJudgements(session);
}

QWidget *AgreementSheet::makeFigures()
{
    auto *box = new QWidget;
    m_alpha = theme::groupTitle({}, box);
    m_alpha->setObjectName(QStringLiteral("agreementAlpha"));
    m_alpha->setWordWrap(true);
    m_explained = theme::caption({}, box);
    m_pairs =
        makeTable(QStringLiteral("agreementPairs"), tr("Each two people"),
                  {tr("Who"), tr("Both judged"), tr("The same"), tr("Cohen's kappa (95 %)"), tr("In words")}, box);
    m_confusionTitle = theme::groupTitle(tr("What is taken for what"), box);
    m_confusions = makeTable(QStringLiteral("agreementConfusions"), tr("What is taken for what"),
                             {tr("One says"), tr("Another says"), tr("Times")}, box);
    m_show = new QPushButton(box);
    m_show->setObjectName(QStringLiteral("agreementShow"));
    theme::makePrimary(m_show);
    auto *opinion = new QPushButton(tr("Give a second opinion"), box);
    opinion->setObjectName(QStringLiteral("agreementOpinion"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap);
    buttons->addStretch(1);
    buttons->addWidget(opinion);
    buttons->addWidget(m_show);
    auto *down = new QVBoxLayout(box);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(theme::kGap);
    down->addWidget(m_alpha);
    down->addWidget(m_explained);
    down->addSpacing(theme::kGap);
    down->addWidget(theme::groupTitle(tr("Each two people"), box));
    down->addWidget(m_pairs, 1);
    down->addWidget(m_confusionTitle);
    down->addWidget(m_confusions, 1);
    down->addLayout(buttons);
    connect(opinion, &QPushButton::clicked, this, &AgreementSheet::opinionWanted);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT samplesWanted(m_disagreed); });
    return box;
}

void AgreementSheet::readJudgements(Session *session)
{
    session->read(
        this,
        [dataset = m_dataset.id](storage::Connection &connection) {
            Told told{storage::readJudgements(connection, dataset), {}};
            told.agreement = agreementOf(told.judgements.table);
            return told;
        },
        [this](const Told &told) { show(told); },
        [this](const Error &error) {
            m_none->setContent({.icon = QStringLiteral("dialog-error"),
                                .title = inWords(error.sentence()),
                                .text = inWords(error.advice())});
        });
}

void AgreementSheet::show(const Told &told)
{
    const Agreement &agreement = told.agreement;
    if (agreement.units == 0) {
        m_none->setContent(
            {.icon = QStringLiteral("page-data"),
             .title = tr("Nobody has given a second opinion yet"),
             .text = tr("Ask a colleague to judge some of these samples without seeing the labels: sixty are enough to "
                        "begin with. Alone, you can judge your own labels again after a while. What differs is marked "
                        "as disputed, and here you see how much people agree."),
             .primary = tr("Give a second opinion"),
             .onPrimary = [this] { Q_EMIT opinionWanted(); }});
        Q_EMIT read();
        return;
    }
    m_alpha->setText(
        agreement.alpha
            ? tr("Krippendorff's alpha is %1: %2 agreement").arg(coefficient(*agreement.alpha), band(*agreement.alpha))
            : tr("Krippendorff's alpha is not defined: everybody used one class only"));
    QString text =
        tr("Over %1 samples that two or more people judged; %2 of their judgements are the same. 1 is always "
           "the same, 0 is as by chance. The words are a convention of Landis and Koch (1977).")
            .arg(format::count(agreement.units), format::percent(agreement.agreed));
    if (m_dataset.multiLabel) {
        text += QLatin1Char(' ') + tr("For alpha, sets of labels that are equal in part agree in part (MASI distance); "
                                      "for kappa they differ.");
    }
    m_explained->setText(text);
    showPairs(told);
    showConfusions(told);
    m_disagreed.clear();
    for (const std::size_t unit : agreement.disagreed) {
        m_disagreed.push_back(told.judgements.samples[unit]);
    }
    m_show->setText(tr("Show the %n sample(s) they disagree on", nullptr, int(m_disagreed.size())));
    m_show->setVisible(!m_disagreed.empty());
    m_stack->setCurrentIndex(0);
    Q_EMIT read();
}

void AgreementSheet::showPairs(const Told &told)
{
    m_pairs->setRowCount(0);
    for (const PairAgreement &pair : told.agreement.pairs) {
        QString kappa = tr("not defined");
        QString words = tr("both used one class only");
        if (pair.kappa) {
            kappa =
                tr("%1  (%2 to %3)")
                    .arg(coefficient(pair.kappa->value), coefficient(pair.kappa->low), coefficient(pair.kappa->high));
            words = pair.both < kFew ? tr("%1, of few samples").arg(band(pair.kappa->value)) : band(pair.kappa->value);
        }
        const QString who = tr("%1 and %2")
                                .arg(opinionAuthor(told.judgements.people[pair.first]),
                                     opinionAuthor(told.judgements.people[pair.second]));
        addRow(m_pairs, {who, format::count(pair.both), format::percent(pair.agreed), kappa, words});
    }
    fitColumns(m_pairs);
}

void AgreementSheet::showConfusions(const Told &told)
{
    const TaskKind &kind = taskKind(m_dataset.kind);
    const auto title = [&](int number) {
        return number < 0 ? tr("(leaves it out)") : labelTitle(kind, told.judgements.classes[std::size_t(number)]);
    };
    m_confusions->setRowCount(0);
    for (const Confusion &one : told.agreement.confused) {
        if (std::size_t(m_confusions->rowCount()) < kMostConfusions) {
            addRow(m_confusions, {title(one.a), title(one.b), format::count(one.count)});
        }
    }
    fitColumns(m_confusions);
    m_confusions->setVisible(m_confusions->rowCount() > 0);
    m_confusionTitle->setText(m_confusions->rowCount() > 0 ? tr("What is taken for what")
                                                           : tr("They agree on every sample."));
}

}  // namespace atlas::widgets
