#include "widgets/frame/run_chooser.h"

#include "storage/connection.h"
#include "widgets/frame/theme.h"
#include "widgets/train/run_words.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kLeastWidth = 220;
constexpr int kVisibleRows = 16;

/// "atlas 12 · pilot", with what becomes of a run that is not finished, and the names that stand for it.
QString choiceText(const storage::RunChoice &run)
{
    QString text =
        RunChooser::tr("%1 · %2").arg(QString::fromStdString(run.name), QString::fromStdString(run.sequence));
    if (run.status != RunStatus::Finished) {
        text = RunChooser::tr("%1 · %2").arg(text, statusWord(run.status));
    }
    if (run.aliases.empty()) {
        return text;
    }
    QStringList aliases;
    for (const std::string &alias : run.aliases) {
        aliases << QString::fromStdString(alias);
    }
    return RunChooser::tr("%1 (%2)", "run and what it serves as").arg(text, aliases.join(QStringLiteral(", ")));
}

}  // namespace

RunChooser::RunChooser(const storage::RunChoiceRequest &offers, Usual usual, QWidget *parent)
    : QComboBox(parent), m_offers(offers), m_usual(usual)
{
    setAccessibleName(tr("Run"));
    setMinimumWidth(kLeastWidth);
    setMaxVisibleItems(kVisibleRows);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(this, &QComboBox::activated, this, &RunChooser::pick);
}

void RunChooser::read(Session *session, const QString &wanted, Listed listed, Session::Failed failed)
{
    m_run = wanted;
    storage::RunChoiceRequest request = m_offers;
    request.wanted = wanted.toStdString();
    session->read(
        this, [request](storage::Connection &connection) { return storage::readRunChoices(connection, request); },
        [this, ticket = ++m_reading, session = QPointer<Session>(session), wanted, listed,
         failed](const storage::RunChoices &choices) {
            if (ticket != m_reading || session == nullptr) {
                return;
            }
            if (m_run != wanted && choices.find(m_run.toStdString()) == nullptr) {  // somebody chose it meanwhile
                read(session, m_run, listed, failed);
                return;
            }
            list(choices);
            listed(choices);
        },
        failed);
}

void RunChooser::forget()
{
    ++m_reading;
    m_run.clear();
    clear();
}

void RunChooser::list(const storage::RunChoices &choices)
{
    clear();
    for (const storage::RunChoice &run : choices.runs) {
        addItem(choiceText(run), QString::fromStdString(run.uuid));
    }
    if (choices.more > 0) {
        insertSeparator(count());
        addItem(tr("%Ln more run(s): look for one in Compare…", nullptr, int(choices.more)));
    }
    if (findData(m_run) < 0) {
        const storage::RunChoice *serving = m_usual == Usual::Serving ? choices.serving() : nullptr;
        m_run = serving != nullptr     ? QString::fromStdString(serving->uuid)
                : choices.runs.empty() ? QString()
                                       : QString::fromStdString(choices.runs.front().uuid);
    }
    showRun();
}

void RunChooser::showRun()
{
    setCurrentIndex(findData(m_run));
}

void RunChooser::pick(int index)
{
    if (itemData(index).toString().isEmpty()) {  // the way to all others
        if (!m_stepping) {
            showRun();
            Q_EMIT moreWanted();
            return;
        }
        index -= 2;  // the last run, before the line between
        setCurrentIndex(index);
    }
    if (const QString uuid = itemData(index).toString(); uuid != m_run) {
        m_run = uuid;
        Q_EMIT chosen(uuid);
    }
}

void RunChooser::keyPressEvent(QKeyEvent *event)
{
    const QScopedValueRollback stepping(m_stepping, true);
    QComboBox::keyPressEvent(event);
}

void RunChooser::wheelEvent(QWheelEvent *event)
{
    const QScopedValueRollback stepping(m_stepping, true);
    QComboBox::wheelEvent(event);
}

}  // namespace atlas::widgets
