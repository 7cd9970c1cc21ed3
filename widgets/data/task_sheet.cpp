#include "widgets/data/task_sheet.h"

#include "core/scores.h"
#include "core/task_kind.h"
#include "widgets/charts/format.h"
#include "widgets/data/filter_parser.h"
#include "widgets/frame/theme.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr qint64 kFewPerClass = 10;
constexpr double kImbalanced = 10;
constexpr int kCountMs = 250;  ///< so that holding an arrow key of a number asks once
constexpr std::size_t kMostRows = 8;

/// Of which samples.
enum class Of { All, Verified, Filter };

QSpinBox *percentBox(const QString &name, const QString &toolTip, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(5, 50);
    box->setValue(15);
    box->setSuffix(QStringLiteral(" %"));
    box->setToolTip(toolTip);
    return box;
}

}  // namespace

TaskSheet::TaskSheet(Session *session, const Dataset &dataset, const std::vector<storage::LabelClass> &classes,
                     const QString &filter, QWidget *parent)
    : QWidget(parent), m_session(session), m_dataset(dataset), m_classes(classes),
      m_name(new QLineEdit(QString::fromStdString(dataset.name), this)), m_filter(filter.trimmed()),
      m_samples(new QComboBox(this)), m_kind(new QComboBox(this)), m_metric(new QComboBox(this)),
      m_validation(percentBox(QStringLiteral("taskValidation"),
                              tr("Share of the training part, where the data has no validation part of its own"),
                              this)),
      m_test(
          percentBox(QStringLiteral("taskTest"), tr("Share of all, where the data has no test part of its own"), this)),
      m_seed(new QSpinBox(this)), m_counts(new QLabel(this)), m_checks(theme::bodyText({}, this)),
      m_error(theme::bodyText({}, this)), m_make(new QPushButton(tr("Make the task"), this)), m_soon(new QTimer(this))
{
    setObjectName(QStringLiteral("taskSheet"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kMargin);
    layout->addWidget(theme::caption(tr("A task fixes its samples and their parts now: classes are spread evenly, and "
                                        "copies and samples of one group "
                                        "stay in one part. Labels you change later count when the task is made anew."),
                                     this));
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, theme::kGap, 0);
    rows->setSpacing(theme::kGap);
    rows->addWidget(makeForm());
    rows->addWidget(theme::groupTitle(tr("What it will hold"), inside));
    m_counts->setObjectName(QStringLiteral("taskCounts"));
    m_counts->setWordWrap(true);
    rows->addWidget(m_counts);
    rows->addWidget(theme::groupTitle(tr("Checks"), inside));
    rows->addWidget(m_checks);
    rows->addStretch(1);
    auto *scroll = theme::scrolled(inside, this);
    layout->addWidget(scroll, 1);
    m_error->setObjectName(QStringLiteral("taskError"));
    m_error->hide();
    QPalette colours = m_error->palette();
    colours.setColor(QPalette::WindowText, theme::textColor(theme::Role::Bad));
    m_error->setPalette(colours);
    layout->addWidget(m_error);
    layout->addWidget(makeButtons());
    setFocusProxy(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &TaskSheet::check);
    connect(m_name, &QLineEdit::returnPressed, this, &TaskSheet::make);
    m_soon->setSingleShot(true);
    m_soon->setInterval(kCountMs);
    connect(m_soon, &QTimer::timeout, this, &TaskSheet::count);
    for (QComboBox *choice : {m_samples, m_kind}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &TaskSheet::countSoon);
    }
    for (QSpinBox *number : {m_validation, m_test, m_seed}) {
        connect(number, &QSpinBox::valueChanged, this, &TaskSheet::countSoon);
    }
    m_used = m_dataset.labelledCount;
    check();
    countSoon();
}

QWidget *TaskSheet::makeForm()
{
    m_name->setObjectName(QStringLiteral("taskName"));
    m_kind->setObjectName(QStringLiteral("taskKind"));
    m_metric->setObjectName(QStringLiteral("taskMetric"));
    for (const TaskKind &kind : taskKinds()) {
        m_kind->addItem(QCoreApplication::translate("TaskKind", kind.title.c_str()), QString::fromStdString(kind.name));
    }
    m_kind->setCurrentIndex(m_kind->findData(QString::fromStdString(m_dataset.kind)));
    m_samples->setObjectName(QStringLiteral("taskSamples"));
    m_samples->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_samples->addItem(tr("All labelled ones"), int(Of::All));
    m_samples->addItem(tr("Only verified ones"), int(Of::Verified));
    if (!m_filter.isEmpty() && parseFilter(m_filter).problem.isEmpty()) {
        m_samples->addItem(tr("What the filter shows: %1").arg(m_filter), int(Of::Filter));
    }
    m_samples->setToolTip(tr("The next version of the task will be made of the same kind of samples"));
    m_metric->addItem(tr("As the labels ask for"), QString());
    for (const Score &score : scores()) {
        m_metric->addItem(QCoreApplication::translate("Score", score.title.c_str()),
                          QString::fromStdString(score.name));
        m_metric->setItemData(m_metric->count() - 1, QCoreApplication::translate("Score", score.help.c_str()),
                              Qt::ToolTipRole);
    }
    m_seed->setObjectName(QStringLiteral("taskSeed"));
    m_seed->setRange(1, 999999);
    m_seed->setToolTip(tr("The same seed parts the same data in the same way"));
    auto *box = new QWidget(this);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(theme::kGroupGap);
    form->setVerticalSpacing(theme::kGap);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Samples"), m_samples);
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Measured by"), m_metric);
    form->addRow(tr("Validation part"), m_validation);
    form->addRow(tr("Test part"), m_test);
    form->addRow(tr("Seed"), m_seed);
    return box;
}

QWidget *TaskSheet::makeButtons()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    auto *cancel = new QPushButton(tr("Cancel"), box);
    m_make->setObjectName(QStringLiteral("taskMake"));
    theme::makePrimary(m_make);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_make);
    connect(cancel, &QPushButton::clicked, this, &TaskSheet::cancelled);
    connect(m_make, &QPushButton::clicked, this, &TaskSheet::make);
    return box;
}

storage::TaskRequest TaskSheet::request() const
{
    return {.name = m_name->text().trimmed().toStdString(),
            .dataset = m_dataset.name,
            .kind = m_kind->currentData().toString().toStdString(),
            .metric = m_metric->currentData().toString().toStdString(),
            .validationShare = m_validation->value() / 100.0,
            .testShare = m_test->value() / 100.0,
            .seed = std::uint64_t(m_seed->value()),
            .filter = filter()};
}

storage::SampleFilter TaskSheet::filter() const
{
    storage::SampleFilter filter;
    switch (Of(m_samples->currentData().toInt())) {
    case Of::All: break;
    case Of::Verified: filter.review = ReviewState::Verified; break;
    case Of::Filter: filter = parseFilter(m_filter).filter; break;
    }
    return filter;
}

void TaskSheet::useFilter()
{
    if (const int index = m_samples->findData(int(Of::Filter)); index >= 0) {
        m_samples->setCurrentIndex(index);
    }
}

void TaskSheet::countSoon()
{
    ++m_dryRun;
    m_possible.reset();
    m_counts->setText(tr("Counting…"));
    m_soon->start();
}

void TaskSheet::count()
{
    if (!m_session) {
        return;
    }
    const int number = m_dryRun;
    m_session->read(
        this,
        [assets = m_session->project().assetFolder(), dataset = m_dataset, request = request()](
            storage::Connection &connection) { return storage::draftTask(connection, assets, dataset, request); },
        [this, number](const storage::TaskDraft &draft) {
            if (number == m_dryRun) {
                m_possible = true;
                showCounts(draft);
                check();
            }
        },
        [this, number](const Error &error) {
            if (number == m_dryRun) {
                m_possible = false;
                m_counts->setText(QStringLiteral("!  ") + inWords(error).toHtmlEscaped());
                check();
            }
        });
}

void TaskSheet::showCounts(const storage::TaskDraft &draft)
{
    struct Row {
        std::int64_t train = 0;
        std::int64_t validation = 0;
        std::int64_t test = 0;
    };
    Row all;
    std::vector<Row> rows(draft.classes.size());
    const auto add = [](Row &row, Split split) {
        (split == Split::Train ? row.train : split == Split::Validation ? row.validation : row.test) += 1;
    };
    m_used = std::int64_t(draft.samples.size());
    m_classes.clear();
    for (const std::string &name : draft.classes) {
        storage::LabelClass &one = m_classes.emplace_back();
        one.name = name;
    }
    for (std::size_t i = 0; i < draft.samples.size(); ++i) {
        ++m_classes[std::size_t(draft.strata[i])].count;
        add(all, draft.splits[i]);
        add(rows[std::size_t(draft.strata[i])], draft.splits[i]);
    }
    const auto line = [](const QString &name, const QString &train, const QString &validation, const QString &test) {
        const QString cell = QStringLiteral("<td align=\"right\" style=\"padding-left: 24px\">%1</td>");
        return QStringLiteral("<tr><td>%1</td>").arg(name.toHtmlEscaped()) + cell.arg(train) + cell.arg(validation) +
               cell.arg(test) + QStringLiteral("</tr>");
    };
    const auto counted = [&line](const QString &name, const Row &row) {
        return line(name, format::count(row.train), format::count(row.validation), format::count(row.test));
    };
    QString table =
        QStringLiteral("<table>") + line({}, tr("Training"), tr("Validation"), tr("Test")) + counted(tr("All"), all);
    for (std::size_t i = 0; i < std::min(rows.size(), kMostRows); ++i) {
        table += counted(QString::fromStdString(draft.classes[i]), rows[i]);
    }
    table += QStringLiteral("</table>");
    if (rows.size() > kMostRows) {
        table += tr("and %n more class(es)", nullptr, int(rows.size() - kMostRows));
    }
    m_counts->setText(table);
}

void TaskSheet::check()
{
    std::vector<storage::LabelClass> used;
    std::copy_if(m_classes.begin(), m_classes.end(), std::back_inserter(used),
                 [](const storage::LabelClass &one) { return one.count > 0; });
    QStringList lines;
    const auto say = [&lines](bool good, const QString &text) {
        lines << (good ? QStringLiteral("✓  ") : QStringLiteral("!  ")) + text;
    };
    const qint64 open = m_dataset.sampleCount - m_dataset.labelledCount;
    say(used.size() >= 2, used.size() >= 2
                              ? tr("%1 samples in %2 classes").arg(format::count(m_used)).arg(used.size())
                              : tr("A task needs labels of two classes or more. Label some samples first."));
    if (open > 0) {
        say(false, tr("%1 samples have no label and will not be used.").arg(format::count(open)));
    }
    if (used.size() >= 2) {
        const auto [least, most] = std::minmax_element(used.begin(), used.end(),
                                                       [](const auto &a, const auto &b) { return a.count < b.count; });
        if (least->count < kFewPerClass) {
            say(false, tr("\"%1\" has %n sample(s): too few to judge it by.", nullptr, int(least->count))
                           .arg(QString::fromStdString(least->name)));
        } else if (double(most->count) / double(least->count) >= kImbalanced) {
            say(false, tr("\"%1\" is %2 times as frequent as \"%3\": choose a measure that counts classes alike.")
                           .arg(QString::fromStdString(most->name))
                           .arg(most->count / least->count)
                           .arg(QString::fromStdString(least->name)));
        } else {
            say(true, tr("Every class has enough samples"));
        }
    }
    m_checks->setText(lines.join(QLatin1Char('\n')));
    m_make->setEnabled(m_possible.value_or(used.size() >= 2) && !m_writing && !m_name->text().trimmed().isEmpty());
    m_error->hide();
}

void TaskSheet::make()
{
    if (!m_session || !m_make->isEnabled()) {
        return;
    }
    m_writing = true;
    m_make->setEnabled(false);
    m_session->write(
        this,
        [assets = m_session->project().assetFolder(), request = request()](storage::Connection &connection) {
            return storage::TaskStore(connection, assets).add(request);
        },
        [this](const Task &task) {
            Q_EMIT m_session->tasksChanged();
            Q_EMIT made(task);
        },
        [this](const Error &error) {
            m_writing = false;
            m_make->setEnabled(true);
            m_error->setText(inWords(error));
            m_error->show();
        });
}

}  // namespace atlas::widgets
