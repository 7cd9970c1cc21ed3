#include "storage/opinions.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/dataset_store.h"
#include "storage/label_rows.h"
#include "storage/query.h"
#include "storage/sample_events.h"
#include "storage/sample_store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace atlas::storage {
namespace {

using Row = std::vector<std::pair<std::int64_t, double>>;  // class id, weight

std::string written(Row row)
{
    std::ranges::sort(row);
    auto list = nlohmann::json::array();
    for (const auto &[id, weight] : row) {
        list.push_back(weight == 1.0 ? nlohmann::json(id) : nlohmann::json{id, weight});
    }
    return list.dump();
}

Row parsed(const std::string &text)
{
    Row row;
    try {
        for (const nlohmann::json &one : nlohmann::json::parse(text)) {
            one.is_array() ? row.emplace_back(one.at(0), one.at(1)) : row.emplace_back(one.get<std::int64_t>(), 1.0);
        }
    } catch (const nlohmann::json::exception &) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence", "An opinion in the project reads \"%1\", which is no list of classes."),
                text),
            say(QT_TRANSLATE_NOOP("Sentence", "Check the project with: atlas verify")));
    }
    return row;
}

bool isOf(const Opinion &opinion, const std::string &actor)
{
    return opinion.actor == actor;
}

const Opinion *find(const std::vector<Opinion> &opinions, const std::string &actor)
{
    const auto found = std::ranges::find(opinions, actor, &Opinion::actor);
    return found == opinions.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string> judgedNames(const std::vector<Label> &labels)
{
    double most = 0;
    for (const Label &label : labels) {
        most = std::max(most, label.weight);
    }
    std::vector<std::string> names;
    for (const Label &label : labels) {
        if (label.weight == most) {
            names.push_back(label.name);
        }
    }
    std::ranges::sort(names);
    return names;
}

std::vector<Opinion> opinionsOf(Connection &connection, std::int64_t sample)
{
    std::vector<Opinion> opinions;
    Query query(connection, "SELECT actor, at_us, labels FROM opinion WHERE sample_id = ? ORDER BY at_us, actor");
    query.bind(sample);
    while (query.step()) {
        Opinion opinion{query.text(0), query.integer(1), {}};
        std::vector<std::pair<std::int64_t, Label>> placed;
        for (const auto &[id, weight] : parsed(query.text(2))) {
            Query name(connection, "SELECT name, position FROM label_class WHERE id = ? AND removed = 0");
            if (name.bind(id).step()) {
                placed.emplace_back(name.integer(1), Label{name.text(0), weight});
            }
        }
        std::ranges::stable_sort(placed, {}, &std::pair<std::int64_t, Label>::first);
        for (auto &[position, label] : placed) {
            opinion.labels.push_back(std::move(label));
        }
        if (!opinion.labels.empty()) {  // else its classes were taken out by going back to an older version
            opinions.push_back(std::move(opinion));
        }
    }
    return opinions;
}

std::string describeOpinions(Connection &connection, std::int64_t sample)
{
    std::string text;
    for (const Opinion &opinion : opinionsOf(connection, sample)) {
        text += (text.empty() ? "" : "; ") + (opinion.actor.empty() ? "imported" : opinion.actor) + ": " +
                LabelRows::describe(opinion.labels);
    }
    return text;
}

void replaceInOpinions(Connection &connection, std::int64_t dataset, std::int64_t from,
                       std::optional<std::int64_t> into)
{
    struct Found {
        std::int64_t sample;
        std::string actor;
        Row row;
    };
    std::vector<Found> rows;
    {
        Query query(connection, "SELECT o.sample_id, o.actor, o.labels FROM opinion o "
                                "JOIN sample s ON s.id = o.sample_id WHERE s.dataset_id = ? ORDER BY o.sample_id");
        query.bind(dataset);
        while (query.step()) {
            Row row = parsed(query.text(2));
            if (std::ranges::any_of(row, [from](const auto &one) { return one.first == from; })) {
                rows.push_back({query.integer(0), query.text(1), std::move(row)});
            }
        }
    }
    std::set<std::int64_t> samples;
    for (Found &found : rows) {
        const auto old = std::ranges::find(found.row, from, &Row::value_type::first);
        const double weight = old->second;
        found.row.erase(old);
        const auto known =
            std::ranges::find_if(found.row, [&into](const auto &one) { return into && one.first == *into; });
        if (known != found.row.end()) {
            known->second = std::min(known->second + weight, std::max({1.0, known->second, weight}));
        } else if (into) {
            found.row.emplace_back(*into, weight);
        }
        if (found.row.empty()) {
            Query(connection, "DELETE FROM opinion WHERE sample_id = ? AND actor = ?")
                .bind(found.sample, found.actor)
                .run();
        } else {
            Query(connection, "UPDATE opinion SET labels = ? WHERE sample_id = ? AND actor = ?")
                .bind(written(found.row), found.sample, found.actor)
                .run();
        }
        samples.insert(found.sample);
    }
    for (const std::int64_t sample : into ? samples : std::set<std::int64_t>()) {
        const std::vector<std::string> carried = judgedNames(LabelRows(connection).read(sample));
        const std::vector<Opinion> opinions = opinionsOf(connection, sample);
        if (opinions.size() > 1 && std::ranges::all_of(opinions, [&carried](const Opinion &one) {
                return judgedNames(one.labels) == carried;
            })) {
            Query(connection, "UPDATE sample SET review = ? WHERE id = ? AND review = ?")
                .bind(static_cast<int>(ReviewState::Verified), sample, static_cast<int>(ReviewState::Disputed))
                .run();
        }
    }
}

/// A sample as it stands before a step.
struct Opinions::Case {
    std::int64_t id = 0;
    std::vector<Label> labels;
    ReviewState review = ReviewState::Unlabelled;
    std::string labelledBy;
    std::vector<Opinion> opinions;
    std::string me;  ///< whose opinion a new one is

    bool agrees(const Opinion &opinion) const { return judgedNames(opinion.labels) == judgedNames(labels); }

    /// Whether somebody else than who gave the label says the same.
    bool backed(const std::vector<Opinion> &now) const
    {
        return std::ranges::any_of(now, [this](const Opinion &one) {
            return !isOf(one, labelledBy) && !isOf(one, labelledBy + kAgain) && agrees(one);
        });
    }

    /// The state that follows when own opinion becomes what it is in `now`.
    ReviewState reviewAfter(const std::vector<Opinion> &now) const
    {
        const Opinion *before = find(opinions, me);
        const Opinion *mine = find(now, me);
        if (labels.empty()) {
            return review;
        }
        if (mine && !agrees(*mine)) {
            return ReviewState::Disputed;
        }
        const bool disputedByOthers = std::ranges::any_of(
            now, [this](const Opinion &one) { return !isOf(one, me) && !isOf(one, labelledBy) && !agrees(one); });
        if (review == ReviewState::Disputed && before && !agrees(*before) && !disputedByOthers) {
            return backed(now) ? ReviewState::Verified : ReviewState::Labelled;
        }
        if (review == ReviewState::Labelled && mine && backed(now)) {
            return ReviewState::Verified;
        }
        if (review == ReviewState::Verified && before && !mine && !backed(now)) {
            return ReviewState::Labelled;
        }
        return review;
    }
};

Opinions::Opinions(Connection &connection, const Dataset &dataset, std::string actor)
    : m_connection(connection), m_dataset(dataset), m_actor(std::move(actor))
{
}

std::vector<Opinions::Case> Opinions::read(std::span<const std::int64_t> ids)
{
    std::vector<Case> samples;
    LabelRows labels(m_connection);
    for (const std::int64_t id : ids) {
        Query query(m_connection,
                    "SELECT review, labelled_by FROM sample WHERE id = ? AND dataset_id = ? AND removed = 0");
        if (query.bind(id, m_dataset.id).step()) {  // else it was removed since it was chosen
            Case &sample = samples.emplace_back();
            sample.id = id;
            sample.labels = labels.read(id);
            sample.review = static_cast<ReviewState>(query.integer(0));
            sample.labelledBy = query.text(1);
            sample.opinions = opinionsOf(m_connection, id);
            sample.me = sample.labelledBy == m_actor ? m_actor + kAgain : m_actor;
        }
    }
    return samples;
}

void Opinions::write(std::int64_t sample, const Opinion &opinion)
{
    Row row;
    for (const Label &label : opinion.labels) {
        row.emplace_back(DatasetStore(m_connection).ensureClass(m_dataset.id, label.name).id, label.weight);
    }
    Query(m_connection, "INSERT INTO opinion (sample_id, actor, at_us, labels) VALUES (?, ?, ?, ?) "
                        "ON CONFLICT (sample_id, actor) DO UPDATE SET at_us = excluded.at_us, labels = excluded.labels "
                        "WHERE labels <> excluded.labels")
        .bind(sample, opinion.actor, opinion.atUs, written(std::move(row)))
        .run();
}

void Opinions::remove(std::int64_t sample, const std::string &actor)
{
    Query(m_connection, "DELETE FROM opinion WHERE sample_id = ? AND actor = ?").bind(sample, actor).run();
}

void Opinions::keepLabelAsOpinion(const Case &sample)
{
    if (sample.labels.empty() || find(sample.opinions, sample.labelledBy)) {
        return;
    }
    Query given(m_connection, "SELECT at_us FROM event WHERE sample_id = ? AND what IN (?, ?) ORDER BY id DESC");
    given.bind(sample.id, event::kLabel, event::kImport);
    write(sample.id, {sample.labelledBy, given.step() ? given.integer(0) : nowUs(), sample.labels});
}

void Opinions::put(const Case &sample, const std::vector<Label> &mine)
{
    const std::string before = describeOpinions(m_connection, sample.id);
    if (mine.empty()) {
        remove(sample.id, sample.me);
        const std::vector<Opinion> rest = opinionsOf(m_connection, sample.id);
        if (rest.size() == 1 && isOf(rest.front(), sample.labelledBy)) {
            remove(sample.id, sample.labelledBy);  // it was kept for being compared
        }
    } else {
        keepLabelAsOpinion(sample);
        write(sample.id, {sample.me, nowUs(), mine});
    }
    const std::string after = describeOpinions(m_connection, sample.id);
    if (before != after) {
        SampleEvents(m_connection, m_actor).write(event::kOpinion, sample.id, before, after);
    }
    const SampleLabels state{sample.id, sample.labels, sample.reviewAfter(opinionsOf(m_connection, sample.id))};
    SampleStore(m_connection, {}).setLabels(std::span(&state, 1), m_actor);
}

Opinions::Ids Opinions::give(std::span<const std::int64_t> ids, const std::string &name)
{
    const std::vector<Case> samples = read(ids);
    const auto mineOf = [](const Case &sample) {
        const Opinion *mine = find(sample.opinions, sample.me);
        return mine ? mine->labels : std::vector<Label>();
    };
    const auto has = [&name](const std::vector<Label> &labels) {
        return std::ranges::find(labels, name, &Label::name) != labels.end();
    };
    const bool all =
        m_dataset.multiLabel && std::ranges::all_of(samples, [&](const Case &one) { return has(mineOf(one)); });
    DatasetStore(m_connection).prepareClass(m_dataset.id, name);
    return EditJournal(m_connection, m_dataset.id).record(edit::kOpinion, name, m_actor, [&](ChangeRecorder &) {
        for (const Case &sample : samples) {
            std::vector<Label> mine = m_dataset.multiLabel ? mineOf(sample) : std::vector<Label>();
            if (all) {
                std::erase_if(mine, [&name](const Label &label) { return label.name == name; });
            } else if (!has(mine)) {
                mine.push_back({name, 1.0});
            }
            put(sample, mine);
        }
    });
}

Opinions::Ids Opinions::withdraw(std::span<const std::int64_t> ids)
{
    const std::vector<Case> samples = read(ids);
    return EditJournal(m_connection, m_dataset.id).record(edit::kWithdraw, {}, m_actor, [&](ChangeRecorder &) {
        for (const Case &sample : samples) {
            if (find(sample.opinions, sample.me)) {
                put(sample, {});
            }
        }
    });
}

Opinions::Ids Opinions::settle(std::int64_t sample, const std::vector<Label> &labels)
{
    const std::vector<Case> samples = read(std::span(&sample, 1));
    for (const Label &label : labels) {
        DatasetStore(m_connection).prepareClass(m_dataset.id, label.name);
    }
    const std::string detail = LabelRows::describe(labels);
    return EditJournal(m_connection, m_dataset.id).record(edit::kSettle, detail, m_actor, [&](ChangeRecorder &) {
        for (const Case &one : samples) {
            keepLabelAsOpinion(one);
            // Who settles has seen what the others said: that is no judgement to measure agreement by.
            const SampleLabels settled{one.id, labels, ReviewState::Verified, one.labelledBy};
            SampleStore(m_connection, {}).setLabels(std::span(&settled, 1), m_actor);
        }
    });
}

}  // namespace atlas::storage
