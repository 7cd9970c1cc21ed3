#include "app/task_checks_output.h"

namespace atlas::app {

nlohmann::ordered_json toJson(const std::vector<storage::TaskCheck> &checks)
{
    auto json = nlohmann::ordered_json::array();
    for (const storage::TaskCheck &check : checks) {
        json.push_back({{"check", check.name},
                        {"level", storage::taskCheckLevelName(check.level)},
                        {"n", check.n},
                        {"text", inEnglish(check, check.sentence)},
                        {"advice", inEnglish(check, check.advice)}});
    }
    return json;
}

std::string toText(const std::vector<storage::TaskCheck> &checks)
{
    std::string text;
    for (const storage::TaskCheck &check : checks) {
        text += (check.level == storage::TaskCheck::Level::Caution ? "! " : "- ") + inEnglish(check, check.sentence) +
                ". " + inEnglish(check, check.advice) + "\n";
    }
    return text;
}

std::string cautionLine(const std::map<std::string, std::vector<storage::TaskCheck>> &checks,
                        const std::vector<std::string> &order)
{
    std::size_t cautions = 0;
    std::string first;
    for (const std::string &task : order) {
        const auto found = checks.find(task);
        if (found == checks.end()) {
            continue;
        }
        for (const storage::TaskCheck &check : found->second) {
            if (check.level != storage::TaskCheck::Level::Caution) {
                continue;
            }
            if (cautions++ == 0) {
                first = task + ": " + inEnglish(check, check.sentence) + ". " + inEnglish(check, check.advice);
            }
        }
    }
    if (cautions == 0) {
        return {};
    }
    return (cautions == 1 ? std::string("1 caution. ") : std::to_string(cautions) + " cautions, the first: ") + first;
}

}  // namespace atlas::app
