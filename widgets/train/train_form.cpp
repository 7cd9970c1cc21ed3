#include "widgets/train/train_form.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"
#include "widgets/train/budget.h"
#include "widgets/train/settings_form.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kMostSeeds = 20;
const char *const kFirstStrategy = "atlas";

void addField(QVBoxLayout *layout, const QString &title, QWidget *field)
{
    auto *label = new QLabel(title, field->parentWidget());
    label->setBuddy(field);
    auto *group = new QVBoxLayout;
    group->setSpacing(2);
    group->addWidget(label);
    group->addWidget(field);
    layout->addLayout(group);
    field->setAccessibleName(title);
}

}  // namespace

TrainForm::TrainForm(QWidget *parent)
    : QWidget(parent), m_scroll(new QScrollArea(this)), m_sequence(new QComboBox(this)),
      m_strategyArea(new QWidget(this)), m_strategyLayout(new QVBoxLayout(m_strategyArea)), m_seeds(new QSpinBox(this)),
      m_backbone(new QComboBox(this)), m_budgets(new QButtonGroup(this)), m_maxTrain(new QSpinBox(this)),
      m_settings(new SettingsForm(this)), m_facts(theme::caption({}, this)), m_cautions(theme::caption({}, this)),
      m_engine(theme::caption({}, this)), m_train(new QPushButton(tr("Train"), this))
{
    setObjectName(QStringLiteral("trainForm"));
    m_sequence->setObjectName(QStringLiteral("trainSequence"));
    m_sequence->setToolTip(tr("The tasks to be learned, in this order"));
    m_strategyArea->setObjectName(QStringLiteral("trainStrategies"));
    m_strategyArea->setToolTip(tr("How to learn them; each ticked one is trained on its own"));
    m_strategyLayout->setContentsMargins(0, 2, 0, 0);
    m_strategyLayout->setSpacing(4);
    m_seeds->setObjectName(QStringLiteral("trainSeeds"));
    m_seeds->setRange(1, kMostSeeds);
    m_seeds->setToolTip(tr("Runs of each strategy with different random numbers; three or more show what is chance"));
    m_backbone->setObjectName(QStringLiteral("trainBackbone"));
    m_backbone->setToolTip(tr("The frozen network under all tasks"));
    m_maxTrain->setObjectName(QStringLiteral("trainMaxTrain"));
    m_maxTrain->setRange(0, 100'000'000);
    m_maxTrain->setSingleStep(100);
    m_maxTrain->setSpecialValueText(tr("all"));
    m_maxTrain->setToolTip(tr("Training samples of each task at most; test is always whole"));
    m_train->setObjectName(QStringLiteral("trainStart"));
    theme::makePrimary(m_train);
    connect(m_train, &QPushButton::clicked, this, [this] { Q_EMIT train(specs()); });

    auto *fields = new QWidget;
    auto *layout = new QVBoxLayout(fields);
    layout->setContentsMargins(theme::kMargin, theme::kMargin, 12, theme::kGap);
    layout->setSpacing(12);
    addField(layout, tr("Sequence"), m_sequence);
    addField(layout, tr("Strategies"), m_strategyArea);
    auto *numbers = new QHBoxLayout;
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    addField(left, tr("Seeds"), m_seeds);
    addField(right, tr("Samples a task"), m_maxTrain);
    numbers->addLayout(left, 1);
    numbers->addLayout(right, 1);
    layout->addLayout(numbers);
    addField(layout, tr("Backbone"), m_backbone);
    addField(layout, tr("Budget"), makeBudgets());
    layout->addWidget(m_settings);
    layout->addStretch();
    m_scroll->setFocusPolicy(Qt::NoFocus);  // its fields are stops, and scroll into sight
    m_scroll->setWidget(fields);
    m_scroll->setWidgetResizable(true);
    fields->setAutoFillBackground(false);  // the card shows through
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(theme::kMargin, theme::kGap, theme::kMargin, theme::kMargin);
    foot->setSpacing(theme::kGap);
    foot->addWidget(m_facts);
    m_cautions->setObjectName(QStringLiteral("trainCautions"));
    m_cautions->hide();
    foot->addWidget(m_cautions);
    foot->addWidget(m_train);
    foot->addWidget(m_engine);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_scroll, 1);
    outer->addWidget(theme::separator(this));
    outer->addLayout(foot);

    connect(m_sequence, &QComboBox::currentIndexChanged, this, &TrainForm::refresh);
    connect(m_sequence, &QComboBox::currentIndexChanged, this, &TrainForm::sequenceChosen);
    connect(m_seeds, &QSpinBox::valueChanged, this, &TrainForm::refresh);
    connect(m_settings, &SettingsForm::valuesChanged, this, &TrainForm::refresh);
    connect(m_backbone, &QComboBox::currentIndexChanged, this, &TrainForm::refresh);
    refresh();
}

QWidget *TrainForm::makeBudgets()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_budgets->setExclusive(true);
    int index = 0;
    for (const Budget &budget : budgets()) {
        auto *button = new QPushButton(QCoreApplication::translate("Budget", budget.title), row);
        button->setObjectName(QStringLiteral("budget.") + QString::fromLatin1(budget.name));
        button->setToolTip(QCoreApplication::translate("Budget", budget.help));
        button->setCheckable(true);
        button->setChecked(budget.settings.empty());
        m_budgets->addButton(button, index++);
        layout->addWidget(button, 1);
    }
    connect(m_budgets, &QButtonGroup::idClicked, this, &TrainForm::takeBudget);
    return row;
}

void TrainForm::setSequences(const std::vector<TaskSequence> &sequences)
{
    const QString before = m_sequence->currentText();
    m_sequences = sequences;
    m_sequence->clear();
    for (const TaskSequence &sequence : sequences) {
        m_sequence->addItem(QString::fromStdString(sequence.name));
    }
    setSequence(before);
    refresh();
}

void TrainForm::setSequence(const QString &name)
{
    if (const int index = m_sequence->findText(name); index >= 0) {
        m_sequence->setCurrentIndex(index);
    }
}

TaskSequence TrainForm::sequence() const
{
    const int index = m_sequence->currentIndex();
    return index >= 0 && std::size_t(index) < m_sequences.size() ? m_sequences[std::size_t(index)] : TaskSequence();
}

QVariantMap TrainForm::choices() const
{
    QStringList strategies;
    for (const engine::StrategyInfo *strategy : chosen()) {
        strategies << QString::fromStdString(strategy->name);
    }
    QVariantMap settings;
    for (const auto &[key, value] : m_settings->changedValues()) {
        settings.insert(QString::fromStdString(key), QString::fromStdString(value));
    }
    return {{QStringLiteral("sequence"), m_sequence->currentText()},
            {QStringLiteral("strategies"), strategies},
            {QStringLiteral("seeds"), m_seeds->value()},
            {QStringLiteral("samples"), m_maxTrain->value()},
            {QStringLiteral("backbone"), m_backbone->currentText()},
            {QStringLiteral("budget"), m_budgets->checkedId()},
            {QStringLiteral("settings"), settings}};
}

void TrainForm::setChoices(const QVariantMap &choices)
{
    setSequence(choices.value(QStringLiteral("sequence")).toString());
    const QStringList strategies = choices.value(QStringLiteral("strategies")).toStringList();
    for (std::size_t i = 0; i < m_strategyBoxes.size(); ++i) {
        m_strategyBoxes[i]->setChecked(strategies.contains(QString::fromStdString(m_strategies[i].name)));
    }
    m_seeds->setValue(choices.value(QStringLiteral("seeds"), 1).toInt());
    m_maxTrain->setValue(choices.value(QStringLiteral("samples")).toInt());
    m_backbone->setCurrentIndex(
        std::max(0, m_backbone->findText(choices.value(QStringLiteral("backbone")).toString())));
    if (QAbstractButton *budget = m_budgets->button(choices.value(QStringLiteral("budget")).toInt())) {
        budget->setChecked(true);
    }
    const QVariantMap settings = choices.value(QStringLiteral("settings")).toMap();
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting) {
        m_settings->setValue(setting.key().toStdString(), setting.value().toString().toStdString());
    }
}

void TrainForm::setCautions(const QString &cautions)
{
    m_cautions->setText(cautions);
    m_cautions->setVisible(!cautions.isEmpty());
}

void TrainForm::setStrategies(const std::vector<engine::StrategyInfo> &strategies)
{
    m_strategies = strategies;
    qDeleteAll(m_strategyBoxes);
    m_strategyBoxes.clear();
    for (const engine::StrategyInfo &strategy : strategies) {
        auto *box = new QCheckBox(QCoreApplication::translate("Strategy", strategy.title.c_str()), m_strategyArea);
        box->setObjectName(QStringLiteral("strategy.") + QString::fromStdString(strategy.name));
        box->setToolTip(QCoreApplication::translate("Strategy", strategy.help.c_str()));
        box->setChecked(strategy.name == kFirstStrategy);
        connect(box, &QCheckBox::toggled, this, &TrainForm::takeStrategies);
        m_strategyLayout->addWidget(box);
        m_strategyBoxes.push_back(box);
    }
    takeStrategies();
}

void TrainForm::setEngine(const QString &words)
{
    m_engine->setText(words);
}

void TrainForm::setBackbones(const QStringList &names)
{
    m_backbone->clear();
    m_backbone->addItems(names);
    refresh();
}

void TrainForm::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

std::vector<const engine::StrategyInfo *> TrainForm::chosen() const
{
    std::vector<const engine::StrategyInfo *> out;
    for (std::size_t i = 0; i < m_strategyBoxes.size(); ++i) {
        if (m_strategyBoxes[i]->isChecked()) {
            out.push_back(&m_strategies[i]);
        }
    }
    return out;
}

void TrainForm::takeStrategies()
{
    std::vector<SettingSpec> specs;
    for (const engine::StrategyInfo *strategy : chosen()) {
        specs.insert(specs.end(), strategy->settings.begin(), strategy->settings.end());
    }
    m_settings->setSpecs(specs);
    refresh();
}

void TrainForm::takeBudget(int index)
{
    // First back to normal: what one budget sets must not stay when another is chosen.
    std::map<std::string, std::string> wanted;
    for (const engine::StrategyInfo *strategy : chosen()) {
        for (const SettingSpec &spec : strategy->settings) {
            for (const Budget &budget : budgets()) {
                if (budget.settings.contains(spec.key)) {
                    wanted[spec.key] = spec.defaultValue;
                }
            }
        }
    }
    for (const auto &[key, value] : budgets()[std::size_t(index)].settings) {
        wanted[key] = value;
    }
    for (const auto &[key, value] : wanted) {
        m_settings->setValue(key, value);
    }
}

std::vector<RunSpec> TrainForm::specs() const
{
    std::vector<RunSpec> out;
    if (!whatIsMissing().isEmpty()) {
        return out;
    }
    const std::map<std::string, std::string> values = m_settings->values();
    for (const engine::StrategyInfo *strategy : chosen()) {
        RunSpec spec;
        spec.sequence = m_sequence->currentText().toStdString();
        spec.strategy = strategy->name;
        spec.backboneName = m_backbone->currentText().toStdString();
        spec.maxTrain = m_maxTrain->value();
        for (const SettingSpec &setting : strategy->settings) {
            spec.settings[setting.key] = values.at(setting.key);
        }
        for (int seed = 1; seed <= m_seeds->value(); ++seed) {
            spec.seed = std::uint64_t(seed);
            out.push_back(spec);
        }
    }
    return out;
}

QString TrainForm::whatIsMissing() const
{
    if (m_readOnly) {
        return tr("Another program writes this project: it can only be read here.");
    }
    if (m_sequence->currentIndex() < 0) {
        return tr("Make a sequence of tasks first.");
    }
    if (m_strategies.empty()) {
        return tr("The engine is being loaded…");
    }
    if (chosen().empty()) {
        return tr("Tick a strategy.");
    }
    if (m_backbone->currentIndex() < 0) {
        return tr("No backbone was found.");
    }
    if (!m_settings->valid()) {
        return tr("A setting cannot be taken as it is.");
    }
    return {};
}

void TrainForm::refresh()
{
    // Words are as long as the language makes them: the form is never narrower than its fields.
    m_scroll->setMinimumWidth(m_scroll->widget()->minimumSizeHint().width() +
                              m_scroll->verticalScrollBar()->sizeHint().width());
    const QString missing = whatIsMissing();
    const auto runs = int(chosen().size()) * m_seeds->value();
    m_train->setEnabled(missing.isEmpty());
    m_train->setText(runs > 1 && missing.isEmpty() ? tr("Train %n runs", nullptr, runs) : tr("Train"));
    if (!missing.isEmpty()) {
        m_facts->setText(missing);
        return;
    }
    const TaskSequence &sequence = m_sequences[std::size_t(m_sequence->currentIndex())];
    m_facts->setText(tr("%n tasks, one after the other", nullptr, int(sequence.tasks.size())));
}

}  // namespace atlas::widgets
