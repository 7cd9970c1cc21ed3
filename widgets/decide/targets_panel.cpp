#include "widgets/decide/targets_panel.h"

#include "widgets/decide/targets_model.h"
#include "widgets/decide/targets_table.h"
#include "widgets/frame/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas::widgets {

TargetsPanel::TargetsPanel(QWidget *parent)
    : QFrame(parent), m_model(new TargetsModel(this)), m_table(new TargetsTable(m_model, this)),
      m_today(new QPushButton(tr("Take this run's results as targets"), this)),
      m_production(new QPushButton(tr("Take production's results less 1 point"), this)),
      m_clear(new QPushButton(tr("Ask nothing"), this)), m_drops(new QCheckBox(tr("Drops task by task"), this)),
      m_note(theme::caption({}, this))
{
    theme::makeCard(this);
    setObjectName(QStringLiteral("targetsPanel"));
    m_today->setObjectName(QStringLiteral("targetsToday"));
    m_today->setToolTip(tr("Asks each task for what this run reached, rounded down to a tenth of a point"));
    m_production->setObjectName(QStringLiteral("targetsProduction"));
    m_production->setToolTip(tr("Asks each task for what the version in production reached, less one point"));
    m_clear->setObjectName(QStringLiteral("targetsClear"));
    m_clear->setToolTip(tr("Takes all targets away"));
    theme::makeQuiet(m_clear);
    m_drops->setObjectName(QStringLiteral("targetsDrops"));
    m_drops->setToolTip(tr("Also shows how much of its score each task may lose from when it was learned to the end"));
    m_note->setObjectName(QStringLiteral("targetsNote"));

    auto *title = new QHBoxLayout;
    title->addWidget(theme::groupTitle(tr("Targets"), this), 1);
    title->addWidget(m_drops);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap);
    buttons->addWidget(m_today);
    buttons->addWidget(m_production);
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, 12);
    layout->setSpacing(theme::kGap);
    layout->addLayout(title);
    layout->addWidget(m_table);
    layout->addWidget(m_note);
    layout->addLayout(buttons);

    connect(m_today, &QPushButton::clicked, this, [this] { propose(m_ofToday); });
    connect(m_production, &QPushButton::clicked, this, [this] { propose(m_ofProduction); });
    connect(m_clear, &QPushButton::clicked, this, [this] { propose({}); });
    connect(m_drops, &QCheckBox::toggled, m_model, &TargetsModel::showDrops);
    connect(m_model, &TargetsModel::edited, this, [this](const Targets &targets) {
        fit();
        Q_EMIT edited(targets);
    });
    connect(m_model, &TargetsModel::refused, m_note, &QLabel::setText);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TargetsPanel::fit);
}

const Ruling &TargetsPanel::ruling() const
{
    return m_model->ruling();
}

void TargetsPanel::setFigures(std::vector<TargetFigure> figures, const Targets &targets, RunStatus status)
{
    m_model->setFigures(std::move(figures), targets, status);
}

void TargetsPanel::setProposals(const Targets &today, const Targets &production)
{
    m_ofToday = today;
    m_ofProduction = production;
    m_today->setEnabled(!today.empty());
}

void TargetsPanel::setEditable(bool editable)
{
    m_editable = editable;
    m_model->setEditable(editable);
    m_today->setVisible(editable);
    m_production->setVisible(editable && !m_ofProduction.empty());
    m_clear->setVisible(editable && !m_model->targets().empty());
}

void TargetsPanel::propose(const Targets &proposal)
{
    // Limits that somebody set stay as they are; only what is proposed is replaced. Nothing proposed = nothing asked.
    Targets targets = proposal.empty() ? Targets{} : m_model->targets();
    for (const Target &target : proposal) {
        setTarget(targets, target.kind, target.task, target.asked);
    }
    m_model->setTargets(targets);
    Q_EMIT edited(targets);
}

void TargetsPanel::fit()
{
    const bool none = m_model->targets().empty();
    theme::setPrimary(m_today, none && m_today->isEnabled());
    m_clear->setVisible(m_editable && !none);
    m_note->setText(!none ? tr("The verdict follows what was measured. Intervals tell how far chance reaches.")
                    : !m_editable
                        ? tr("Nothing is asked. This project is open for reading only.")
                        : tr("Type a figure under “Asked”, or begin with one of the buttons below. Nothing is asked "
                             "until you do."));
    m_table->fit();
}

}  // namespace atlas::widgets
