#include "storage/judgements.h"

#include "storage/opinions.h"
#include "storage/query.h"

#include <algorithm>

namespace atlas::storage {
namespace {

/// The place of a text in a list that grows as needed.
std::size_t placeIn(std::vector<std::string> &list, const std::string &text)
{
    const auto found = std::ranges::find(list, text);
    if (found != list.end()) {
        return std::size_t(found - list.begin());
    }
    list.push_back(text);
    return list.size() - 1;
}

}  // namespace

DatasetJudgements readJudgements(Connection &connection, std::int64_t dataset)
{
    DatasetJudgements all;
    {
        Query query(connection, "SELECT s.id FROM sample s WHERE s.dataset_id = ? AND s.removed = 0 "
                                "AND EXISTS (SELECT 1 FROM opinion o WHERE o.sample_id = s.id) ORDER BY s.id");
        query.bind(dataset);
        while (query.step()) {
            all.samples.push_back(query.integer(0));
        }
    }
    {
        Query query(connection, "SELECT name FROM label_class WHERE dataset_id = ? AND removed = 0 "
                                "ORDER BY position, id");
        query.bind(dataset);
        while (query.step()) {
            all.classes.push_back(query.text(0));
        }
    }
    for (const std::int64_t sample : all.samples) {
        std::vector<Judgement> &unit = all.table.units.emplace_back();
        for (const Opinion &opinion : opinionsOf(connection, sample)) {
            const std::size_t person = placeIn(all.people, opinion.actor);
            unit.resize(std::max(unit.size(), person + 1));
            for (const std::string &name : judgedNames(opinion.labels)) {
                unit[person].push_back(int(placeIn(all.classes, name)));
            }
            std::ranges::sort(unit[person]);
        }
    }
    all.table.people = all.people.size();
    for (std::vector<Judgement> &unit : all.table.units) {
        unit.resize(all.people.size());
    }
    return all;
}

}  // namespace atlas::storage
