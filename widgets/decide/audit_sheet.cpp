#include "widgets/decide/audit_sheet.h"

#include "widgets/charts/format.h"
#include "widgets/decide/audit_words.h"
#include "widgets/decide/decide_words.h"
#include "widgets/frame/theme.h"
#include "widgets/results/plain_table.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace atlas::widgets {

std::vector<QStringList> auditRows(const std::vector<storage::AuditEntry> &entries)
{
    std::vector<QStringList> rows;
    for (const storage::AuditEntry &entry : entries) {
        const AuditWords words = auditWords(entry.act);
        rows.push_back({format::count(entry.seq), format::dateTime(entry.atUs), QString::fromStdString(entry.act.actor),
                        auditAction(entry.act.action), words.about, words.before.join(QLatin1Char('\n')),
                        words.after.join(QLatin1Char('\n'))});
    }
    return rows;
}

QStringList auditTexts(const std::vector<storage::AuditEntry> &entries)
{
    QStringList texts;
    for (const storage::AuditEntry &entry : entries) {
        texts << AuditSheet::tr("As it was written, and as its hash covers it:\nbefore: %1\nafter: %2")
                     .arg(QString::fromStdString(entry.act.before), QString::fromStdString(entry.act.after));
    }
    return texts;
}

QString chainSentence(const storage::ChainCheck &check)
{
    const QString head = QString::fromStdString(check.headHash.substr(0, 12));
    if (check.entries == 0 && check.sound()) {
        return AuditSheet::tr("Nothing was decided yet.");
    }
    return check.sound()
               ? AuditSheet::tr("Verified: %n entries, head hash %1…", nullptr, int(check.entries)).arg(head)
               : AuditSheet::tr("Not as it was written: %n problem(s) found.", nullptr, int(check.problems.size()));
}

AuditSheet::AuditSheet(Session *session, QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_sentence(theme::groupTitle(tr("Verifying…"), this)),
      m_hash(theme::caption({}, this)), m_problems(theme::bodyText({}, this)), m_table(new PlainTable(this))
{
    setObjectName(QStringLiteral("auditSheet"));
    m_sentence->setObjectName(QStringLiteral("auditSentence"));
    m_hash->setObjectName(QStringLiteral("auditHash"));
    m_hash->setFont(theme::monospaceFont());
    m_problems->setObjectName(QStringLiteral("auditProblems"));
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setAccessibleName(tr("Audit trail"));
    for (QLabel *label : {m_sentence, m_hash, m_problems}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::kGap);
    head->addWidget(m_icon);
    head->addWidget(m_sentence, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addLayout(head);
    layout->addWidget(m_hash);
    layout->addWidget(m_problems);
    layout->addWidget(m_table, 1);
    layout->addWidget(theme::caption(tr("Each entry carries the hash of the one before it, so a change from outside is "
                                        "found. Reports print the head hash: compare it with this one."),
                                     this));
    m_problems->hide();
    session->read(
        this,
        [](storage::Connection &connection) {
            storage::AuditTrail trail(connection);
            return Trail{trail.list(), trail.verify()};
        },
        [this](const Trail &trail) { show(trail); },
        [this](const Error &error) { m_sentence->setText(inWords(error.sentence())); });
}

void AuditSheet::show(const Trail &trail)
{
    const bool sound = trail.check.sound();
    const QColor colour = theme::textColor(sound ? theme::Role::Good : theme::Role::Bad);
    m_icon->setPixmap(theme::icon(sound ? QStringLiteral("check") : QStringLiteral("window-close"), colour)
                          .pixmap(theme::kIconSize, theme::kIconSize));
    m_icon->setVisible(trail.check.entries > 0 || !sound);
    m_sentence->setText(chainSentence(trail.check));
    m_hash->setText(QString::fromStdString(trail.check.headHash));
    m_hash->setVisible(trail.check.entries > 0);
    QStringList problems;
    for (const storage::ChainProblem &problem : trail.check.problems) {
        problems << chainWords(problem);
    }
    m_problems->setText(problems.join(QLatin1Char('\n')));
    m_problems->setVisible(!problems.isEmpty());
    m_table->setContent({{.title = tr("No.")},
                         {.title = tr("When"), .number = false},
                         {.title = tr("Who"), .number = false},
                         {.title = tr("What"), .number = false},
                         {.title = tr("About"), .number = false},
                         {.title = tr("Before"), .number = false},
                         {.title = tr("After"), .number = false}},
                        auditRows(trail.entries), auditTexts(trail.entries));
    constexpr int kShort = 5;  // columns that are never cut; the two after them share what is left
    for (int column = 0; column < kShort; ++column) {
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    Q_EMIT read();
}

}  // namespace atlas::widgets
