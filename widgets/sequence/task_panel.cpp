#include "widgets/sequence/task_panel.h"

#include "core/scores.h"
#include "widgets/charts/format.h"
#include "widgets/frame/inspector.h"
#include "widgets/frame/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {

QString upperFirst(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

QPushButton *smallButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return button;
}

/// Gives way to the width of the inspector.
QComboBox *narrowCombo(const QString &name, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    return combo;
}

/// How the samples were parted.
QString partedHow(const storage::TaskDetails &details)
{
    return TaskPanel::tr("stratified by label; copies and groups stay together; seed %1; validation %2, test %3 where "
                         "the data has none")
        .arg(details.seed)
        .arg(format::percent(details.validationShare), format::percent(details.testShare));
}

}  // namespace

TaskPanel::TaskPanel(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("taskPanel"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    showNothing();
}

void TaskPanel::clear()
{
    if (m_body != nullptr) {
        // A button of it may be what asked for this.
        m_body->hide();
        m_body->deleteLater();
        m_layout->removeWidget(m_body);
    }
    m_body = new QWidget(this);
    m_rows = new QVBoxLayout(m_body);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(theme::kGap);
    m_layout->addWidget(m_body);
}

void TaskPanel::showNothing()
{
    clear();
    m_rows->addWidget(
        theme::caption(tr("Choose a card to see how its task was made and what to do about it."), m_body));
}

void TaskPanel::showTask(const TaskFacts &facts, const Where &where)
{
    clear();
    if (facts.datasetOnly) {
        auto *list = new FactList(m_body);
        list->add(tr("Dataset"), facts.name());
        list->add(tr("Kind"), kindTitle(facts.task.kind));
        list->add(tr("Labelled"), format::count(facts.labelled));
        m_rows->addWidget(list);
        m_rows->addWidget(theme::caption(tr("No task was made of it yet, so it cannot be learned."), m_body));
        auto *make = smallButton(tr("Make a task"), QStringLiteral("panelMakeTask"), m_body);
        make->setEnabled(where.writable);
        connect(make, &QPushButton::clicked, this, [this, name = facts.name()] { Q_EMIT makeTaskWanted(name); });
        m_rows->addWidget(make);
        return;
    }
    addFacts(facts);
    addChoices(facts, where);
    addInflow(facts, where.writable);
    addChecks(facts, where.writable);
    addButtons(facts, where.writable);
}

void TaskPanel::addFacts(const TaskFacts &facts)
{
    const Task &task = facts.task;
    auto *list = new FactList(m_body);
    list->setObjectName(QStringLiteral("taskFacts"));
    list->add(tr("Name"), facts.name());
    list->add(tr("Dataset"), QString::fromStdString(task.dataset));
    list->add(tr("Made of"),
              facts.details.filter.empty() ? tr("all labelled samples") : QString::fromStdString(facts.details.filter));
    list->add(tr("Kind"), kindTitle(task.kind));
    list->add(tr("Samples"), tr("%1 train, %2 validation, %3 test")
                                 .arg(format::count(task.trainCount), format::count(task.validationCount),
                                      format::count(task.testCount)));
    QStringList classes;
    for (const std::string &name : task.classes) {
        classes << QString::fromStdString(name);
    }
    list->add(tr("Classes"), format::count(classes.size()), false, classes.join(QStringLiteral(", ")));
    if (facts.imbalance() > 0) {
        list->add(tr("Largest : smallest"), tr("%1 : 1").arg(format::number(facts.imbalance(), 2)));
    }
    list->add(tr("Parted"), partedHow(facts.details));
    if (!task.previous.empty()) {
        list->add(tr("Version"),
                  tr("%1 of the task, after %2").arg(task.version).arg(QString::fromStdString(task.previous)));
    }
    if (!facts.details.sandboxOf.empty()) {
        list->add(tr("Sandbox of"), QString::fromStdString(facts.details.sandboxOf));
    }
    m_rows->addWidget(list);
}

void TaskPanel::addChoices(const TaskFacts &facts, const Where &where)
{
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    if (where.inSequence) {
        auto *role = narrowCombo(QStringLiteral("panelRole"), m_body);
        role->addItem(tr("downstream"), false);
        role->addItem(tr("upstream"), true);
        role->setCurrentIndex(facts.upstream ? 1 : 0);
        role->setEnabled(where.writable);
        role->setAccessibleName(tr("Role"));
        role->setToolTip(tr("Upstream: learned so that later tasks can reuse it. Downstream: what the sequence is for, "
                            "it is judged. Key: R"));
        connect(role, &QComboBox::activated, this, [this, role, name = facts.name(), now = facts.upstream] {
            if (role->currentData().toBool() != now) {
                Q_EMIT roleChosen(name, role->currentData().toBool());
            }
        });
        form->addRow(tr("Role"), role);
    }
    auto *metric = narrowCombo(QStringLiteral("panelMetric"), m_body);
    for (const Score &score : scores()) {
        metric->addItem(metricTitle(score.name), QString::fromStdString(score.name));
        metric->setItemData(metric->count() - 1, QCoreApplication::translate("Score", score.help.c_str()),
                            Qt::ToolTipRole);
    }
    metric->setCurrentIndex(metric->findData(QString::fromStdString(facts.task.metric)));
    metric->setEnabled(where.writable && facts.details.runs.empty());
    metric->setAccessibleName(tr("Measured by"));
    metric->setToolTip(facts.details.runs.empty()
                           ? tr("What the task is judged by; it stays as soon as a run uses the task")
                           : tr("The run %1 uses the task: its results would lose their meaning")
                                 .arg(QString::fromStdString(facts.details.runs.front())));
    connect(metric, &QComboBox::activated, this,
            [this, metric, name = facts.name()] { Q_EMIT metricChosen(name, metric->currentData().toString()); });
    form->addRow(tr("Measured by"), metric);
    m_rows->addLayout(form);
}

void TaskPanel::addInflow(const TaskFacts &facts, bool writable)
{
    if (facts.inflow().isEmpty() && !(facts.looked && facts.news.relabelled > 0)) {
        return;
    }
    const bool made = facts.news.newest != facts.task.name;
    QStringList lines;
    if (facts.news.added > 0) {
        lines << tr("%n sample(s) were labelled since it was made.", nullptr, int(facts.news.added));
    }
    if (facts.news.relabelled > 0) {
        lines << tr("%n of its labels were changed.", nullptr, int(facts.news.relabelled));
    }
    if (made) {
        lines << tr("Its newest version is %1.").arg(QString::fromStdString(facts.news.newest));
    }
    m_rows->addSpacing(theme::kGap);
    m_rows->addWidget(theme::groupTitle(tr("What came since"), m_body));
    auto *text = theme::bodyText(lines.join(QLatin1Char(' ')), m_body);
    text->setObjectName(QStringLiteral("panelInflow"));
    m_rows->addWidget(text);
    auto *button = smallButton(made ? tr("Use the newest version…") : tr("Make the next version…"),
                               QStringLiteral("panelVersion"), m_body);
    button->setEnabled(writable && facts.details.sandboxOf.empty());
    connect(button, &QPushButton::clicked, this, [this, name = facts.name()] { Q_EMIT versionWanted(name); });
    m_rows->addWidget(button);
}

void TaskPanel::addChecks(const TaskFacts &facts, bool writable)
{
    m_rows->addSpacing(theme::kGap);
    m_rows->addWidget(theme::groupTitle(tr("Checks before training"), m_body));
    if (!facts.looked) {
        m_rows->addWidget(theme::caption(tr("Looking at its samples…"), m_body));
    } else if (facts.checks.empty()) {
        m_rows->addWidget(theme::bodyText(tr("✓  Nothing to say against it"), m_body));
    }
    for (const storage::TaskCheck &check : facts.checks) {
        addCheck(facts, check, writable);
    }
}

void TaskPanel::addCheck(const TaskFacts &facts, const storage::TaskCheck &check, bool writable)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    auto *icon = new QLabel(m_body);
    icon->setPixmap(theme::icon(isCaution(check) ? QStringLiteral("data-warning") : QStringLiteral("data-information"),
                                isCaution(check) ? theme::textColor(theme::Role::Caution) : theme::secondaryText())
                        .pixmap(theme::kIconSize));
    icon->setAccessibleName(isCaution(check) ? tr("Caution") : tr("Note"));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *text = theme::bodyText(upperFirst(checkText(check)), m_body);
    text->setObjectName(QStringLiteral("check.") + QString::fromStdString(check.name));
    words->addWidget(text);
    words->addWidget(theme::caption(checkAdvice(check), m_body));
    const QString name = facts.name();
    const QString action = QStringLiteral("act.") + QString::fromStdString(check.name);
    switch (check.remedy) {
    case storage::TaskRemedy::None: break;
    case storage::TaskRemedy::ShowSamples: {
        QVariantMap argument{{QStringLiteral("dataset"), QString::fromStdString(facts.task.dataset)},
                             {QStringLiteral("filter"), QString::fromStdString(check.filter)}};
        if (check.filter.empty()) {
            QVariantList samples;
            for (const std::int64_t id : check.samples) {
                samples << qint64(id);
            }
            argument.insert(QStringLiteral("samples"), samples);
            argument.insert(QStringLiteral("why"), tr("%1: %2").arg(name, checkText(check)));
        }
        auto *show = smallButton(tr("Show the samples"), action, m_body);
        connect(show, &QPushButton::clicked, this, [this, argument] { Q_EMIT samplesWanted(argument); });
        words->addWidget(show, 0, Qt::AlignLeft);
        break;
    }
    case storage::TaskRemedy::NextVersion: {
        auto *version = smallButton(tr("Make the next version…"), action, m_body);
        version->setEnabled(writable && facts.details.sandboxOf.empty());
        connect(version, &QPushButton::clicked, this, [this, name] { Q_EMIT versionWanted(name); });
        words->addWidget(version, 0, Qt::AlignLeft);
        break;
    }
    case storage::TaskRemedy::MakeAgain: {
        auto *again = smallButton(tr("Make again…"), action, m_body);
        again->setEnabled(writable);
        connect(again, &QPushButton::clicked, this, [this, name] { Q_EMIT makeAgainWanted(name); });
        words->addWidget(again, 0, Qt::AlignLeft);
        break;
    }
    }
    row->addLayout(words, 1);
    m_rows->addLayout(row);
}

void TaskPanel::addButtons(const TaskFacts &facts, bool writable)
{
    auto *row = new QHBoxLayout;
    auto *rename = smallButton(tr("Rename…"), QStringLiteral("panelRename"), m_body);
    auto *remove = smallButton(tr("Remove"), QStringLiteral("panelRemove"), m_body);
    rename->setToolTip(tr("While no run uses the task"));
    remove->setToolTip(tr("While nothing uses the task; samples and labels stay, and it can be undone"));
    for (QPushButton *button : {rename, remove}) {
        theme::makeQuiet(button);
        button->setEnabled(writable);
        row->addWidget(button);
    }
    row->addStretch();
    connect(rename, &QPushButton::clicked, this, [this, name = facts.name()] { Q_EMIT renameWanted(name); });
    connect(remove, &QPushButton::clicked, this, [this, name = facts.name()] { Q_EMIT removeWanted(name); });
    m_rows->addSpacing(theme::kGap);
    m_rows->addLayout(row);
}

}  // namespace atlas::widgets
