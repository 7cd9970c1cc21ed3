#include "storage/audit_trail.h"

#include "core/files.h"
#include "core/hash.h"
#include "storage/digest.h"
#include "storage/query.h"

#include <algorithm>

namespace atlas::storage {
namespace {

const std::string kColumns = "SELECT seq, at_us, actor, action, object, before, after, prev_hash, hash FROM audit ";

AuditEntry readRow(Query &query)
{
    AuditEntry entry;
    entry.seq = query.integer(0);
    entry.atUs = query.integer(1);
    entry.act = {.actor = query.text(2),
                 .action = query.text(3),
                 .object = query.text(4),
                 .before = query.text(5),
                 .after = query.text(6)};
    entry.prevHash = toHex(query.blob(7));
    entry.hash = toHex(query.blob(8));
    return entry;
}

std::string hashOf(const AuditEntry &entry)
{
    std::string form = "atlas audit 1\n";
    const AuditAct &act = entry.act;
    for (const std::string &field : {std::to_string(entry.seq), std::to_string(entry.atUs), act.actor, act.action,
                                     act.object, act.before, act.after, entry.prevHash}) {
        form += std::to_string(field.size()) + ":" + field;
    }
    return Sha256().add(form).hex();
}

struct Head {
    std::int64_t entries = 0;
    std::string hash = std::string(64, '0');
};

Head readHead(Connection &connection)
{
    Query query(connection, "SELECT entries, hash FROM audit_head");
    return query.step() ? Head{query.integer(0), toHex(query.blob(1))} : Head{};
}

}  // namespace

std::string inWords(const ChainProblem &problem)
{
    const std::string entry = "audit trail: entry " + std::to_string(problem.seq);
    switch (problem.fault) {
    case ChainFault::Changed: return entry + " was changed";
    case ChainFault::Unlinked:
        return entry + " does not follow the one before it: that one was changed, or one was put in or moved";
    case ChainFault::Missing: return entry + " is missing";
    case ChainFault::CutOff: break;
    }
    return entry + " is not the last one that was written";
}

AuditEntry AuditTrail::append(const AuditAct &act)
{
    const Head head = readHead(m_connection);
    AuditEntry entry{.seq = head.entries + 1, .atUs = nowUs(), .act = act, .prevHash = head.hash, .hash = {}};
    entry.hash = hashOf(entry);
    Query(m_connection, "INSERT INTO audit (seq, at_us, actor, action, object, before, after, prev_hash, hash) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(entry.seq, entry.atUs, act.actor, act.action, act.object, act.before, act.after,
              std::span<const std::byte>(toDigest(entry.prevHash)), std::span<const std::byte>(toDigest(entry.hash)))
        .run();
    return entry;
}

std::vector<AuditEntry> AuditTrail::list(std::int64_t most)
{
    Query query(m_connection, kColumns + "ORDER BY seq DESC LIMIT ?");
    query.bind(most);
    std::vector<AuditEntry> entries;
    while (query.step()) {
        entries.push_back(readRow(query));
    }
    return entries;
}

ChainCheck AuditTrail::verify()
{
    const Head head = readHead(m_connection);
    ChainCheck check;
    check.headHash = std::string(64, '0');
    std::int64_t expected = 1;
    Query query(m_connection, kColumns + "ORDER BY seq");
    while (query.step()) {
        const AuditEntry entry = readRow(query);
        const bool gap = entry.seq != expected;
        if (gap) {
            check.problems.push_back({expected, ChainFault::Missing});
        }
        if (hashOf(entry) != entry.hash) {
            check.problems.push_back({entry.seq, ChainFault::Changed});
        } else if (!gap && entry.prevHash != check.headHash) {
            check.problems.push_back({entry.seq, ChainFault::Unlinked});
        }
        ++check.entries;
        check.headHash = entry.hash;
        expected = entry.seq + 1;
    }
    if (head.entries != expected - 1 || head.hash != check.headHash) {
        check.problems.push_back({expected - 1, ChainFault::CutOff});
    }
    return check;
}

bool AuditTrail::contains(const std::string &hash)
{
    Query query(m_connection, "SELECT 1 FROM audit WHERE substr(lower(hex(hash)), 1, length(?1)) = lower(?1)");
    return !hash.empty() && query.bind(hash).step();
}

}  // namespace atlas::storage
