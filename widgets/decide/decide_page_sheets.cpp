#include "core/hash.h"
#include "storage/connection.h"
#include "storage/decide/target_store.h"
#include "storage/project.h"
#include "widgets/decide/audit_sheet.h"
#include "widgets/decide/decide_page.h"
#include "widgets/decide/decide_words.h"
#include "widgets/decide/history_panel.h"
#include "widgets/decide/move_sheet.h"
#include "widgets/decide/policy_sheet.h"
#include "widgets/decide/roi_sheet.h"
#include "widgets/decide/targets_panel.h"
#include "widgets/frame/sheet.h"
#include "widgets/report/report_job.h"
#include "widgets/report/report_sheet.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr QSize kMoveSheet{560, 380};
constexpr QSize kRoiSheet{980, 720};
constexpr QSize kPolicySheet{600, 480};
constexpr QSize kAuditSheet{1040, 640};

}  // namespace

std::pair<Sheet *, MoveSheet *> DecidePage::askMove(const QString &title, const MoveQuestion &question,
                                                    const QString &name)
{
    auto *asked = new MoveSheet(question);
    auto *sheet = new Sheet(title, asked, kMoveSheet, this);
    sheet->setObjectName(name);
    return {sheet, asked};
}

void DecidePage::move(Sheet *sheet, MoveSheet *asked, const storage::Move &move, qint64 version, Change change)
{
    session()->write(
        asked,
        [move, version, change](storage::Connection &connection) {
            storage::ModelRegistry registry(connection);
            change(registry, move, version);
        },
        [this, sheet] {
            sheet->close();
            readCase();
        },
        [asked = asked](const Error &error) { asked->refuse(inWords(error)); });
}

void DecidePage::promote()
{
    const Ruling &ruling = m_targets->ruling();
    const QString name = QString::fromStdString(m_run.name);
    QString text = tr("%1 gets the name, and whoever asks for that name is answered by it. The verdict now: %2.")
                       .arg(name, verdictWord(ruling.verdict));
    if (m_facts.policy.secondPerson) {
        text += QLatin1Char('\n') + tr("For production the update policy asks for a second person: this is a request, "
                                       "and it serves when somebody else approves it.");
    }
    const auto [sheet, asked] =
        askMove(tr("Promote %1").arg(name), {.text = text, .accept = tr("Promote"), .anyAlias = true},
                QStringLiteral("promoteSheet"));
    connect(asked, &MoveSheet::accepted, this,
            [this, asked = asked, sheet = sheet](const QString &alias, qint64, const QString &reason) {
                const storage::Move wanted{.alias = alias.toStdString(),
                                           .reason = reason.toStdString(),
                                           .actor = session()->actor().toStdString(),
                                           .verdict = verdictName(m_targets->ruling().verdict)};
                // Every byte of the packages is read before anything is written.
                session()->read(
                    asked,
                    [known = m_version, folder = session()->project().modelFolder(m_run.uuid)](storage::Connection &) {
                        if (known) {
                            storage::requireSound(*known, folder);
                            return known->files;
                        }
                        return storage::hashPackages(folder);
                    },
                    [this, asked = asked, sheet = sheet, wanted,
                     uuid = m_run.uuid](const std::vector<storage::PackageFile> &files) {
                        move(sheet, asked, wanted, 0,
                             [uuid, files](storage::ModelRegistry &registry, const storage::Move &move, qint64) {
                                 registry.promote(registry.add(uuid, files, {}, move.actor).number, move);
                             });
                    },
                    [asked = asked](const Error &error) { asked->refuse(inWords(error.sentence())); });
            });
}

void DecidePage::rollBack()
{
    MoveQuestion question{.text = tr("Production is answered by an earlier version again, byte for byte. That version "
                                     "served before, so nobody has to approve it."),
                          .accept = tr("Roll back")};
    std::int64_t now = 0;
    for (const storage::Alias &alias : m_facts.aliases) {
        now = alias.name == storage::kProduction ? alias.version : now;
    }
    for (const storage::ModelVersion &version : m_facts.versions) {
        if (version.number == m_facts.before) {
            question.versions.prepend({versionTitle(version), version.number});
        } else if (version.number != now) {
            question.versions.append({versionTitle(version), version.number});
        }
    }
    const auto [sheet, asked] = askMove(tr("Roll production back"), question, QStringLiteral("rollBackSheet"));
    connect(
        asked, &MoveSheet::accepted, this,
        [this, asked = asked, sheet = sheet](const QString &, qint64 version, const QString &reason) {
            const storage::Move wanted{.reason = reason.toStdString(), .actor = session()->actor().toStdString()};
            const auto found = std::ranges::find(m_facts.versions, version, &storage::ModelVersion::number);
            session()->read(
                asked,
                [target = *found, folder = session()->project().modelFolder(found->run.uuid)](storage::Connection &) {
                    storage::requireSound(target, folder);
                    return true;
                },
                [this, asked = asked, sheet = sheet, wanted, version](bool) {
                    move(sheet, asked, wanted, version,
                         [](storage::ModelRegistry &registry, const storage::Move &move, qint64 to) {
                             registry.rollBack(to, move);
                         });
                },
                [asked = asked](const Error &error) { asked->refuse(inWords(error.sentence())); });
        });
}

void DecidePage::decline()
{
    const QString name = QString::fromStdString(m_run.name);
    const auto [sheet, asked] =
        askMove(tr("Decide against %1").arg(name),
                {.text = tr("What serves stays as it is. The decision, the verdict of now and your reason "
                            "are written into the history."),
                 .accept = tr("Write it down")},
                QStringLiteral("declineSheet"));
    connect(asked, &MoveSheet::accepted, this,
            [this, asked = asked, sheet = sheet](const QString &, qint64, const QString &reason) {
                move(sheet, asked,
                     {.reason = reason.toStdString(),
                      .actor = session()->actor().toStdString(),
                      .verdict = verdictName(m_targets->ruling().verdict)},
                     0, [uuid = m_run.uuid](storage::ModelRegistry &registry, const storage::Move &move, qint64) {
                         registry.decline(uuid, move);
                     });
            });
}

void DecidePage::answerRequest(const QString &alias, bool approve)
{
    const auto [sheet, asked] = askMove(
        approve ? tr("Approve") : tr("Reject"),
        {.text = approve
                     ? tr("You agree as a second person (%1); the version serves from now on.").arg(session()->actor())
                     : tr("What serves stays as it is."),
         .accept = approve ? tr("Approve") : tr("Reject")},
        QStringLiteral("answerSheet"));
    connect(asked, &MoveSheet::accepted, this,
            [this, asked = asked, sheet = sheet, alias, approve](const QString &, qint64, const QString &reason) {
                move(sheet, asked,
                     {.alias = alias.toStdString(),
                      .reason = reason.toStdString(),
                      .actor = session()->actor().toStdString()},
                     0, [approve](storage::ModelRegistry &registry, const storage::Move &move, qint64) {
                         approve ? registry.approve(move) : registry.reject(move);
                     });
            });
}

void DecidePage::showReturn()
{
    auto *view = new RoiSheetView(m_roi, m_trainingHours, !session()->readOnly());
    auto *sheet = new Sheet(tr("Return of the models of “%1”").arg(QString::fromStdString(m_run.spec.sequence)), view,
                            kRoiSheet, this);
    connect(view, &RoiSheetView::accepted, this, [this, sheet](const RoiSheet &typed) {
        session()->write(
            sheet,
            [sequence = m_run.spec.sequence, typed, actor = session()->actor().toStdString()](
                storage::Connection &connection) { storage::TargetStore(connection).setRoi(sequence, typed, actor); },
            [this, sheet] {
                sheet->close();
                readCase();
            });
    });
}

void DecidePage::showPolicy()
{
    auto *view = new PolicySheet(m_facts.policy, !session()->readOnly());
    auto *sheet = new Sheet(tr("Update policy"), view, kPolicySheet, this);
    connect(view, &PolicySheet::accepted, this, [this, sheet](const storage::UpdatePolicy &policy) {
        session()->write(
            sheet,
            [policy, actor = session()->actor().toStdString()](storage::Connection &connection) {
                storage::writePolicy(connection, policy, actor);
            },
            [this, sheet] {
                sheet->close();
                readCase();
            });
    });
}

void DecidePage::showTrail()
{
    new Sheet(tr("Audit trail"), new AuditSheet(session()), kAuditSheet, this);
}

void DecidePage::report()
{
    QStringList runs{QString::fromStdString(m_run.uuid)};
    if (!m_baseline.isEmpty() && m_baseline != runs.front()) {
        runs << m_baseline;
    }
    showReportSheet(*session(), *services().jobs, runs, this);
}

void DecidePage::followReports(JobList *jobs)
{
    connect(jobs, &JobList::added, this, [this](Job *job) {
        const auto *report = qobject_cast<ReportJob *>(job);
        if (report == nullptr || session() == nullptr || session()->readOnly()) {
            return;
        }
        connect(report, &Job::finished, session(), [this, request = report->request(), session = session()] {
            session->write(
                this,
                [file = request.file.toStdString(), runs = request.runs.join(QStringLiteral(", ")).toStdString(),
                 actor = session->actor().toStdString()](storage::Connection &connection) {
                    const std::filesystem::path path(file);
                    storage::AuditTrail(connection)
                        .append({.actor = actor,
                                 .action = storage::audit::kReport,
                                 .object = path.filename().string(),
                                 .before = {},
                                 .after = "runs: " + runs + "; SHA-256 " + sha256OfFile(path)});
                    return storage::AuditTrail(connection).list(HistoryPanel::kShown);
                },
                [this](const std::vector<storage::AuditEntry> &entries) { m_history->setEntries(entries); });
        });
    });
}

}  // namespace atlas::widgets
