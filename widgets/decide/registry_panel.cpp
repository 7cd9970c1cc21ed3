#include "widgets/decide/registry_panel.h"

#include "widgets/charts/format.h"
#include "widgets/decide/decide_words.h"
#include "widgets/frame/inspector.h"
#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

const storage::ModelVersion *versionIn(const RegistryFacts &facts, std::int64_t number)
{
    const auto found = std::ranges::find(facts.versions, number, &storage::ModelVersion::number);
    return found == facts.versions.end() ? nullptr : &*found;
}

QString joined(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names) {
        list << QString::fromStdString(name);
    }
    return list.join(QStringLiteral(", "));
}

}  // namespace

QString versionTitle(const storage::ModelVersion &version)
{
    return RegistryPanel::tr("%1 · %2").arg(QString::fromStdString(version.key()),
                                            QString::fromStdString(version.run.name));
}

RegistryPanel::RegistryPanel(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("registryPanel"));
    m_layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, theme::kMargin);
    clear();
}

void RegistryPanel::clear()
{
    delete m_content;
    m_content = new QWidget(this);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    m_layout->addWidget(m_content);
}

void RegistryPanel::setFacts(const RegistryFacts &facts, bool editable)
{
    clear();
    addAliases(facts, editable);
    addVersions(facts);
    addPolicy(facts);
    static_cast<QVBoxLayout *>(m_content->layout())->addStretch(1);
}

void RegistryPanel::addAliases(const RegistryFacts &facts, bool editable)
{
    QLayout *layout = m_content->layout();
    layout->addWidget(theme::groupTitle(tr("What serves"), m_content));
    if (facts.aliases.empty()) {
        layout->addWidget(theme::caption(
            tr("No version serves yet. “Promote” puts the run on the left into production."), m_content));
    }
    auto *names = new FactList(m_content);
    layout->addWidget(names);
    for (const storage::Alias &alias : facts.aliases) {
        const storage::ModelVersion *version = versionIn(facts, alias.version);
        names->add(QString::fromStdString(alias.name), version != nullptr ? versionTitle(*version) : tr("nothing yet"));
    }
    for (const storage::Alias &alias : facts.aliases) {
        if (!alias.request) {
            continue;
        }
        const QString name = QString::fromStdString(alias.name);
        auto *words = theme::bodyText(tr("%1 asks to make %2 %3: “%4”")
                                          .arg(QString::fromStdString(alias.request->actor),
                                               QString::fromStdString(alias.request->runName), name,
                                               QString::fromStdString(alias.request->reason)),
                                      m_content);
        words->setObjectName(QStringLiteral("registryRequest"));
        layout->addWidget(words);
        auto *buttons = new QWidget(m_content);
        auto *row = new QHBoxLayout(buttons);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(theme::kGap);
        auto *approve = new QPushButton(tr("Approve"), buttons);
        approve->setObjectName(QStringLiteral("registryApprove"));
        approve->setToolTip(tr("Agrees as a second person; the version serves then"));
        theme::makePrimary(approve);
        auto *reject = new QPushButton(tr("Reject"), buttons);
        reject->setObjectName(QStringLiteral("registryReject"));
        reject->setToolTip(tr("Refuses; what serves stays as it is"));
        row->addWidget(approve);
        row->addWidget(reject);
        row->addStretch(1);
        buttons->setVisible(editable);
        layout->addWidget(buttons);
        connect(approve, &QPushButton::clicked, this, [this, name] { Q_EMIT approveWanted(name); });
        connect(reject, &QPushButton::clicked, this, [this, name] { Q_EMIT rejectWanted(name); });
    }
}

void RegistryPanel::addVersions(const RegistryFacts &facts)
{
    QLayout *layout = m_content->layout();
    static_cast<QVBoxLayout *>(layout)->addSpacing(theme::kGap);
    layout->addWidget(theme::groupTitle(tr("Model versions"), m_content));
    if (facts.versions.empty()) {
        layout->addWidget(theme::caption(tr("None yet. A version is a finished run whose files are known to the byte: "
                                            "it can always be gone back to."),
                                         m_content));
    }
    for (const storage::ModelVersion &version : facts.versions) {
        const QString title = versionTitle(version);
        auto *button = new QPushButton(tr("Show"), m_content);
        theme::makeQuiet(button);
        button->setAccessibleName(tr("Show %1").arg(title));
        button->setToolTip(tr("Shows the question for this version"));
        button->setObjectName(QStringLiteral("registryVersion%1").arg(version.number));
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(
            theme::bodyText(version.aliases.empty()
                                ? title
                                : tr("%1 (%2)", "version and what it serves as").arg(title, joined(version.aliases)),
                            m_content));
        words->addWidget(theme::caption(
            tr("%1, by %2").arg(format::dateTime(version.atUs), QString::fromStdString(version.actor)), m_content));
        auto *row = new QHBoxLayout;
        row->setSpacing(theme::kGap);
        row->addLayout(words, 1);
        row->addWidget(button, 0, Qt::AlignVCenter);
        static_cast<QVBoxLayout *>(layout)->addLayout(row);
        connect(button, &QPushButton::clicked, this,
                [this, uuid = QString::fromStdString(version.run.uuid)] { Q_EMIT runWanted(uuid); });
    }
}

void RegistryPanel::addPolicy(const RegistryFacts &facts)
{
    QLayout *layout = m_content->layout();
    static_cast<QVBoxLayout *>(layout)->addSpacing(theme::kGap);
    layout->addWidget(theme::groupTitle(tr("Update policy"), m_content));
    const QString text = policyWords(facts.policy).join(QLatin1Char('\n'));
    layout->addWidget(theme::caption(
        text.isEmpty() ? tr("Nobody has written down when the model is to be trained again, and who decides.") : text,
        m_content));
    if (facts.status.due) {
        auto *due = theme::bodyText(tr("The model in production is due to be trained again."), m_content);
        due->setObjectName(QStringLiteral("registryDue"));
        layout->addWidget(due);
    }
    QStringList now;
    if (facts.status.newSamples) {
        now << tr("%n new labelled sample(s) since it learned", nullptr, int(*facts.status.newSamples));
    }
    if (facts.status.ageDays) {
        now << tr("%n day(s) old", nullptr, int(*facts.status.ageDays));
    }
    if (!now.isEmpty()) {
        layout->addWidget(theme::caption(tr("In production: %1.").arg(now.join(QStringLiteral(", "))), m_content));
    }
    auto *edit = new QPushButton(tr("Update policy…"), m_content);
    edit->setObjectName(QStringLiteral("registryPolicy"));
    edit->setToolTip(tr("When to train again, and who decides"));
    layout->addWidget(edit);
    layout->setAlignment(edit, Qt::AlignLeft);
    connect(edit, &QPushButton::clicked, this, &RegistryPanel::policyWanted);
}

}  // namespace atlas::widgets
