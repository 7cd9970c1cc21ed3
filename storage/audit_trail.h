#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace atlas::storage {

class Connection;

/// Names of actions, stable: what the database and JSON say.
namespace audit {
inline constexpr char kTargets[] = "targets";          ///< of a sequence were changed
inline constexpr char kAssumptions[] = "assumptions";  ///< of the return
inline constexpr char kPolicy[] = "policy";
inline constexpr char kVersion[] = "version";  ///< a run was registered as a model version
inline constexpr char kPromote[] = "promote";
inline constexpr char kRollBack[] = "roll_back";
inline constexpr char kRequest[] = "request";
inline constexpr char kApprove[] = "approve";
inline constexpr char kReject[] = "reject";
inline constexpr char kDecline[] = "decline";  ///< a run is not to serve
inline constexpr char kReport[] = "report";    ///< was made
inline constexpr char kRename[] = "rename";    ///< of a run: entries before say the old name
}  // namespace audit

/// Something that was done, in words.
struct AuditAct {
    std::string actor;
    std::string action;  ///< a name of audit::, above
    std::string object;  ///< what it was done to: "production", "atlas 12"
    std::string before;  ///< empty = there was nothing
    std::string after;
};

struct AuditEntry {
    std::int64_t seq = 0;  ///< 1, 2, 3, ...
    std::int64_t atUs = 0;
    AuditAct act;
    std::string prevHash;  ///< 64 hexadecimal digits; zeros for the first
    std::string hash;
};

/// In which way an entry is not what was written.
enum class ChainFault {
    Changed,   ///< its words, time or number are not those its hash was made of
    Unlinked,  ///< it does not follow the entry before it: that one was changed, or one was put in or moved
    Missing,   ///< it is gone
    CutOff     ///< the trail ends before its head, or goes on after it
};

struct ChainProblem {
    std::int64_t seq = 0;
    ChainFault fault = ChainFault::Changed;

    bool operator==(const ChainProblem &) const = default;
};

/// In English, for `atlas verify`.
std::string inWords(const ChainProblem &problem);

struct ChainCheck {
    std::int64_t entries = 0;
    std::string headHash;  ///< of the last entry; zeros for an empty trail
    std::vector<ChainProblem> problems;

    bool sound() const { return problems.empty(); }
};

/// Who decided what: a chain that only grows at its end. hash = SHA-256 over "atlas audit 1\n" and, each as its length
/// in bytes, ":" and itself: seq, at_us, actor, action, object, before, after (as text) and prev_hash (hexadecimal).
/// Whoever can rewrite the whole file can make a new chain; a head hash that was printed in a report finds that.
class AuditTrail {
public:
    explicit AuditTrail(Connection &connection) : m_connection(connection) {}

    /// Requires: the writer's job that does what is told of, so that both are kept or neither.
    AuditEntry append(const AuditAct &act);

    std::vector<AuditEntry> list(std::int64_t most = -1);  ///< newest first; -1 = all

    /// Reads all and looks at every entry.
    ChainCheck verify();

    /// Whether an entry has this hash, or one that begins with it: a head hash printed earlier.
    bool contains(const std::string &hash);

private:
    Connection &m_connection;
};

}  // namespace atlas::storage
