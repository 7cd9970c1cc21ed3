#include "widgets/sequence/sandbox_sheet.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

SandboxSheet::SandboxSheet(const QString &sequence, std::vector<TaskFacts> tasks, QWidget *parent)
    : QWidget(parent), m_sequence(sequence), m_tasks(std::move(tasks)), m_train(new QSpinBox(this)),
      m_seed(new QSpinBox(this)), m_facts(theme::bodyText({}, this))
{
    setObjectName(QStringLiteral("sandboxSheet"));
    m_train->setObjectName(QStringLiteral("sandboxTrain"));
    m_train->setRange(10, 100'000);
    m_train->setSingleStep(50);
    m_train->setValue(200);
    m_train->setToolTip(tr("Training samples of each task; tasks that have fewer are copied whole"));
    m_seed->setObjectName(QStringLiteral("sandboxSeed"));
    m_seed->setRange(1, 999'999);
    m_seed->setToolTip(tr("Another seed draws other samples"));
    m_facts->setObjectName(QStringLiteral("sandboxFacts"));
    auto *make = new QPushButton(tr("Make the sandbox"), this);
    make->setObjectName(QStringLiteral("sandboxMake"));
    theme::makePrimary(make);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    connect(m_train, &QSpinBox::valueChanged, this, &SandboxSheet::describe);
    connect(cancel, &QPushButton::clicked, this, &SandboxSheet::cancelled);
    connect(make, &QPushButton::clicked, this, [this] {
        Q_EMIT accepted(
            {.sequence = m_sequence.toStdString(), .train = m_train->value(), .seed = std::uint64_t(m_seed->value())});
    });

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(theme::kGroupGap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Training samples a task"), m_train);
    form->addRow(tr("Seed"), m_seed);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(make);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kMargin);
    layout->addWidget(
        theme::caption(tr("A small copy of all tasks for trying things out: classes in proportion, copies "
                          "and groups together. Everything is drawn from the part it is in, so what is "
                          "tested is never trained on. The tasks themselves stay as they are."),
                       this));
    layout->addLayout(form);
    layout->addWidget(m_facts);
    layout->addStretch();
    layout->addLayout(row);
    setFocusProxy(m_train);
    describe();
}

void SandboxSheet::describe()
{
    std::int64_t train = 0;
    std::int64_t all = 0;
    for (const TaskFacts &facts : m_tasks) {
        train += std::min<std::int64_t>(m_train->value(), facts.task.trainCount);
        all += facts.task.trainCount;
    }
    m_facts->setText(tr("%1: about %2 of %3 training samples in %n task(s).", nullptr, int(m_tasks.size()))
                         .arg(tr("%1 (sandbox)").arg(m_sequence), format::count(train), format::count(all)));
}

}  // namespace atlas::widgets
