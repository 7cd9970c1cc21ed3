#include "storage/decide/target_store.h"

#include "core/csv.h"
#include "storage/audit_trail.h"
#include "storage/query.h"

namespace atlas::storage {
namespace {

/// Only what the registries know and allow gets into the tables.
Targets checked(const Targets &targets)
{
    Targets sound;
    for (const Target &target : targets) {
        setTarget(sound, target.kind, target.task, target.asked);
    }
    return sound;
}

RoiSheet checked(const RoiSheet &sheet)
{
    RoiSheet sound{.values = {}, .currency = sheet.currency};
    for (const auto &[name, value] : sheet.values) {
        setAssumption(sound, name, value);
    }
    return sound;
}

}  // namespace

std::string toText(const Targets &targets)
{
    std::string text;
    for (const Target &target : targets) {
        text += (text.empty() ? "" : "; ") + target.kind + (target.task.empty() ? "" : " " + target.task) + " = " +
                exactDigits(target.asked);
    }
    return text;
}

std::string toText(const RoiSheet &sheet)
{
    std::string text = sheet.currency.empty() ? "" : "currency = " + sheet.currency;
    for (const auto &[name, value] : sheet.values) {
        text += (text.empty() ? "" : "; ") + name + " = " + exactDigits(value);
    }
    return text;
}

Targets TargetStore::targets(const std::string &sequence)
{
    Query query(m_connection, "SELECT kind, task, asked FROM target WHERE sequence = ? ORDER BY position");
    query.bind(sequence);
    Targets targets;
    while (query.step()) {
        targets.push_back({query.text(0), query.text(1), query.real(2)});
    }
    return targets;
}

void TargetStore::setTargets(const std::string &sequence, const Targets &wanted, const std::string &actor)
{
    const Targets before = targets(sequence);
    const Targets after = checked(wanted);
    if (before == after) {
        return;
    }
    Query(m_connection, "DELETE FROM target WHERE sequence = ?").bind(sequence).run();
    for (std::size_t i = 0; i < after.size(); ++i) {
        Query(m_connection, "INSERT INTO target (sequence, kind, task, position, asked) VALUES (?, ?, ?, ?, ?)")
            .bind(sequence, after[i].kind, after[i].task, i, after[i].asked)
            .run();
    }
    AuditTrail(m_connection)
        .append({.actor = actor,
                 .action = audit::kTargets,
                 .object = sequence,
                 .before = toText(before),
                 .after = toText(after)});
}

RoiSheet TargetStore::roi(const std::string &sequence)
{
    RoiSheet sheet;
    Query values(m_connection, "SELECT name, value FROM roi_assumption WHERE sequence = ?");
    values.bind(sequence);
    while (values.step()) {
        sheet.values[values.text(0)] = values.real(1);
    }
    Query currency(m_connection, "SELECT currency FROM roi_currency WHERE sequence = ?");
    if (currency.bind(sequence).step()) {
        sheet.currency = currency.text(0);
    }
    return sheet;
}

void TargetStore::setRoi(const std::string &sequence, const RoiSheet &sheet, const std::string &actor)
{
    const RoiSheet before = roi(sequence);
    const RoiSheet after = checked(sheet);
    if (before == after) {
        return;
    }
    Query(m_connection, "DELETE FROM roi_assumption WHERE sequence = ?").bind(sequence).run();
    Query(m_connection, "DELETE FROM roi_currency WHERE sequence = ?").bind(sequence).run();
    for (const auto &[name, value] : after.values) {
        Query(m_connection, "INSERT INTO roi_assumption (sequence, name, value) VALUES (?, ?, ?)")
            .bind(sequence, name, value)
            .run();
    }
    if (!after.currency.empty()) {
        Query(m_connection, "INSERT INTO roi_currency (sequence, currency) VALUES (?, ?)")
            .bind(sequence, after.currency)
            .run();
    }
    AuditTrail(m_connection)
        .append({.actor = actor,
                 .action = audit::kAssumptions,
                 .object = sequence,
                 .before = toText(before),
                 .after = toText(after)});
}

}  // namespace atlas::storage
