#include "storage/import_log.h"

#include "core/files.h"
#include "storage/query.h"

#include <nlohmann/json.hpp>

namespace atlas::storage {

void recordImport(Connection &connection, const ImportRequest &request, const ImportReport &report)
{
    auto problems = nlohmann::json::array();
    for (const Problem &problem : report.problems) {
        problems.push_back({{"level", problemLevelName(problem.level)},
                            {"code", problem.code},
                            {"where", problem.where},
                            {"message", problem.message.english()},
                            {"hint", problem.hint.english()}});
    }
    // What is not UTF-8 (a file name, say) is replaced, not refused: the log must not undo the import.
    const std::string text = problems.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    Query(connection, "INSERT INTO import_log (at_us, actor, source, format, dataset, rows_read, imported, skipped, "
                      "problems) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(nowUs(), request.actor, request.source.string(), report.format, request.dataset, report.read,
              report.imported, report.skipped, text)
        .run();
}

}  // namespace atlas::storage
