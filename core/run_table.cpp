#include "core/run_table.h"

#include "core/run_recipe.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace atlas {
namespace {

std::optional<double> real(const std::optional<std::int64_t> &number)
{
    return number ? std::optional(static_cast<double>(*number)) : std::nullopt;
}

/// What one setting is among the rows of one strategy.
struct KeyUse {
    std::uint32_t value = 0;
    std::size_t rows = 0;
    bool several = false;
};

}  // namespace

int RunTable::rowOf(const std::string &uuid) const
{
    const auto found = std::ranges::find(rows, uuid, &RunRow::uuid);
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

std::uint32_t RunSettings::place(const std::string &text, Pool &pool, std::vector<std::string> &texts)
{
    const auto [found, added] = pool.try_emplace(text, static_cast<std::uint32_t>(texts.size()));
    if (added) {
        texts.push_back(text);
    }
    return found->second;
}

void RunSettings::add(const std::string &key, const std::string &value)
{
    // Rows mostly have the keys of the row before, in the same order.
    const std::size_t here = m_entries.size() - m_begins.back();
    const std::size_t before = m_begins.size() > 1 ? m_begins[m_begins.size() - 2] + here : m_entries.size();
    const bool same = before < m_begins.back() && m_keys[m_entries[before].key] == key;
    const std::uint32_t k = same ? m_entries[before].key : place(key, m_keyPool, m_keys);
    if (k == m_lastValue.size()) {
        m_lastValue.push_back(place(value, m_valuePool, m_values));
    }
    std::uint32_t &last = m_lastValue[k];
    if (m_values[last] != value) {
        last = place(value, m_valuePool, m_values);
    }
    m_entries.push_back({k, last});
}

void RunSettings::endRow()
{
    const auto begin = m_entries.begin() + m_begins.back();
    if (!std::ranges::is_sorted(begin, m_entries.end(), {}, &Entry::key)) {
        std::ranges::sort(begin, m_entries.end(), {}, &Entry::key);
    }
    m_begins.push_back(static_cast<std::uint32_t>(m_entries.size()));
}

std::span<const RunSettings::Entry> RunSettings::of(std::size_t row) const
{
    if (row >= rows()) {
        return {};
    }
    return std::span(m_entries).subspan(m_begins[row], m_begins[row + 1] - m_begins[row]);
}

const std::string *RunSettings::value(std::size_t row, std::uint32_t key) const
{
    const std::span<const Entry> entries = of(row);
    const auto found = std::ranges::lower_bound(entries, key, {}, &Entry::key);
    return found == entries.end() || found->key != key ? nullptr : &m_values[found->value];
}

std::optional<std::uint32_t> RunSettings::keyNamed(const std::string &name) const
{
    const auto found = m_keyPool.find(name);
    return found == m_keyPool.end() ? std::nullopt : std::optional(found->second);
}

std::span<const RunFigure> runFigures()
{
    static constexpr std::array kFigures{
        RunFigure{"accuracy", "average_accuracy", [](const RunRow &row) { return row.accuracy; }},
        RunFigure{"forgetting", "forgetting_from_first", [](const RunRow &row) { return row.forgetting; }},
        RunFigure{"adapters", "adapter_parameters", [](const RunRow &row) { return real(row.adapterParameters); }},
        RunFigure{"heads", "head_parameters", [](const RunRow &row) { return real(row.headParameters); }},
        RunFigure{"bytes", "bytes_added", [](const RunRow &row) { return real(row.bytes); }},
        RunFigure{"seconds", "train_seconds", [](const RunRow &row) { return row.trainSeconds; }}};
    return kFigures;
}

const RunFigure *runFigure(const std::string &name)
{
    const auto found = std::ranges::find_if(runFigures(), [&](const RunFigure &figure) { return figure.name == name; });
    return found == runFigures().end() ? nullptr : &*found;
}

std::optional<double> taskScore(const RunRow &row, std::uint32_t task)
{
    const auto found = std::ranges::find(row.tasks, task, &RunRow::TaskScore::task);
    return found == row.tasks.end() || std::isnan(found->score) ? std::nullopt : std::optional(found->score);
}

std::vector<std::vector<std::size_t>> groupBySeed(const RunTable &table, const RunSettings &settings,
                                                  std::span<const std::size_t> rows)
{
    std::vector<std::vector<std::size_t>> groups;
    std::vector<std::set<std::uint64_t>> seeds;
    std::unordered_map<std::string, std::vector<std::size_t>> byRecipe;  // a repeated seed makes a second group
    for (const std::size_t row : rows) {
        const std::uint64_t seed = table.rows[row].seed;
        std::vector<std::size_t> alone;
        std::vector<std::size_t> &same = row < settings.rows() ? byRecipe[recipeKey({table, settings}, row)] : alone;
        const auto free = std::ranges::find_if(same, [&](std::size_t group) { return !seeds[group].contains(seed); });
        if (free != same.end()) {
            groups[*free].push_back(row);
            seeds[*free].insert(seed);
        } else {
            same.push_back(groups.size());
            groups.push_back({row});
            seeds.push_back({seed});
        }
    }
    return groups;
}

std::vector<std::size_t> runsToBeginWith(const RunScene &scene, std::span<const std::size_t> rows, std::size_t most)
{
    const std::vector<RunRow> &all = scene.table.rows;
    std::vector<std::size_t> chosen;
    std::set<std::string> recipes;
    for (const std::size_t row : rows) {
        const bool measured = all[row].status == RunStatus::Finished && all[row].learned > 0;
        const bool other = !chosen.empty() && all[row].sequence != all[chosen.front()].sequence;
        if (measured && !other && chosen.size() < most && recipes.insert(recipeKey(scene, row)).second) {
            chosen.push_back(row);
        }
    }
    return chosen;
}

std::vector<std::uint32_t> differingKeys(const RunTable &table, const RunSettings &settings,
                                         std::span<const std::size_t> rows)
{
    std::map<std::string, std::pair<std::vector<KeyUse>, std::size_t>> strategies;  // uses by key, rows
    for (const std::size_t row : rows) {
        auto &[uses, count] = strategies[table.rows[row].strategy];
        uses.resize(settings.keys().size());
        ++count;
        for (const RunSettings::Entry &entry : settings.of(row)) {
            KeyUse &use = uses[entry.key];
            use.several = use.several || (use.rows > 0 && use.value != entry.value);
            use.value = entry.value;
            ++use.rows;
        }
    }
    std::vector<std::uint32_t> differing;
    for (std::uint32_t key = 0; key < settings.keys().size(); ++key) {
        std::optional<std::uint32_t> first;
        const bool differs = std::ranges::any_of(strategies, [&](const auto &strategy) {
            const KeyUse &use = strategy.second.first[key];
            if (use.rows == 0) {
                return false;
            }
            const bool unlike = first && *first != use.value;
            first = use.value;
            return unlike || use.several || use.rows < strategy.second.second;
        });
        if (differs) {
            differing.push_back(key);
        }
    }
    std::ranges::sort(differing, {}, [&](std::uint32_t key) -> const std::string & { return settings.keys()[key]; });
    return differing;
}

RunFigureSpread spreadOf(std::span<const double> values)
{
    RunFigureSpread spread;
    double sum = 0;
    for (const double value : values) {
        if (std::isfinite(value)) {
            sum += value;
            ++spread.n;
        }
    }
    if (spread.n == 0) {
        return spread;
    }
    spread.mean = sum / static_cast<double>(spread.n);
    if (spread.n > 1) {
        double squares = 0;
        for (const double value : values) {
            squares += std::isfinite(value) ? (value - *spread.mean) * (value - *spread.mean) : 0;
        }
        spread.sd = std::sqrt(squares / static_cast<double>(spread.n - 1));
    }
    return spread;
}

}  // namespace atlas
