#include "storage/run_notes.h"

#include "core/files.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/audit_trail.h"
#include "storage/decide/model_registry.h"
#include "storage/query.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace atlas::storage {
namespace {

bool isBlank(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

std::string trimmed(const std::string &text)
{
    const auto first = std::ranges::find_if_not(text, isBlank);
    const auto last = std::find_if_not(text.rbegin(), std::make_reverse_iterator(first), isBlank).base();
    return {first, last};
}

std::string tagOf(const std::string &text)
{
    std::string tag = trimmed(text);
    std::ranges::replace_if(tag, isBlank, '-');
    if (tag.empty()) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "A tag needs a word. No run was tagged.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Type one, as in: promising")));
    }
    return tag;
}

constexpr char kDigits[] = "0123456789";
constexpr std::size_t kShortId = 8;  ///< characters of an id that commands take as well

bool isNumber(const std::string &text)
{
    return !text.empty() && text.find_first_not_of(kDigits) == std::string::npos;
}

/// What commands take for something else than a run's name.
bool meansSomethingElse(const std::string &name)
{
    const bool id = namesUuid(name) && name.find_first_not_of("0123456789abcdef-") == std::string::npos;
    return isNumber(name) || id || name.starts_with('-') || (name.starts_with('v') && isNumber(name.substr(1)));
}

/// "atlas 12" is what run 12 is called by itself, where it is one of that strategy.
bool isOfAnother(Connection &connection, std::int64_t run, const std::string &name)
{
    const std::size_t space = name.rfind(' ');
    if (space == std::string::npos || !isNumber(name.substr(space + 1)) ||
        name.substr(space + 1) == std::to_string(run)) {
        return false;
    }
    return Query(connection, "SELECT 1 FROM run WHERE strategy = ?").bind(name.substr(0, space)).step();
}

/// A name in one line.  Errors: as RunNotes::rename().
std::string checkedName(Connection &connection, std::int64_t run, const std::string &text)
{
    std::string name = trimmed(text);
    std::ranges::replace_if(name, isBlank, ' ');
    if (name.empty()) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "A run needs a name. Nothing was changed.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Type one, as in: night shift")));
    }
    Query named(connection, "SELECT uuid FROM run WHERE name = ? AND id <> ? AND deleted_us = 0");
    if (named.bind(name, run).step()) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "Another run is called \"%1\" already (%2). Nothing was changed."), name,
                named.text(0).substr(0, kShortId)),
            say(QT_TRANSLATE_NOOP("Sentence", "Choose another name, or rename that run first.")));
    }
    Query alias(connection, "SELECT 1 FROM alias_event WHERE alias = ?");
    const bool model = name == kProduction || name == kCandidate || alias.bind(name).step();
    if (model || meansSomethingElse(name) || isOfAnother(connection, run, name)) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence",
                                          "\"%1\" could be taken for another run or for a model. Nothing was changed."),
                        name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Choose other words, as in: night shift")));
    }
    return name;
}

}  // namespace

void RunNotes::addTag(std::span<const std::int64_t> runs, const std::string &tag)
{
    const std::string word = tagOf(tag);
    Query insert(m_connection, "INSERT INTO run_tag (run_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING");
    for (const std::int64_t run : runs) {
        insert.bind(run, word).run();
    }
}

void RunNotes::removeTag(std::span<const std::int64_t> runs, const std::string &tag)
{
    Query remove(m_connection, "DELETE FROM run_tag WHERE run_id = ? AND tag = ?");
    for (const std::int64_t run : runs) {
        remove.bind(run, tag).run();
    }
}

std::vector<std::string> RunNotes::tagsOf(std::int64_t run)
{
    Query query(m_connection, "SELECT tag FROM run_tag WHERE run_id = ? ORDER BY tag");
    query.bind(run);
    std::vector<std::string> tags;
    while (query.step()) {
        tags.push_back(query.text(0));
    }
    return tags;
}

std::vector<std::pair<std::string, std::int64_t>> RunNotes::tags()
{
    Query query(m_connection, "SELECT t.tag, count(*) FROM run_tag t JOIN run r ON r.id = t.run_id "
                              "WHERE r.deleted_us = 0 GROUP BY t.tag ORDER BY t.tag");
    std::vector<std::pair<std::string, std::int64_t>> tags;
    while (query.step()) {
        tags.emplace_back(query.text(0), query.integer(1));
    }
    return tags;
}

NewName RunNotes::rename(std::int64_t run, const std::string &name, const std::string &actor)
{
    Query query(m_connection, "SELECT name, uuid FROM run WHERE id = ? AND deleted_us = 0");
    if (!query.bind(run).step()) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no run %1. Nothing was renamed."), run));
    }
    const std::string before = query.text(0);
    const std::string object = query.text(1).substr(0, kShortId);
    if (trimmed(name) == before) {
        return {before, before};
    }
    const std::string after = checkedName(m_connection, run, name);
    Query(m_connection, "UPDATE run SET name = ? WHERE id = ?").bind(after, run).run();
    AuditTrail(m_connection)
        .append({.actor = actor, .action = audit::kRename, .object = object, .before = before, .after = after});
    return {before, after};
}

void RunNotes::write(std::int64_t run, const std::string &text, const std::string &actor)
{
    if (!Query(m_connection, "SELECT 1 FROM run WHERE id = ?").bind(run).step()) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no run %1. The note was not kept."), run));
    }
    const std::string note = trimmed(text);
    const std::vector<RunNote> before = notes(run);
    if (note == (before.empty() ? std::string() : before.front().text)) {
        return;
    }
    Query(m_connection, "INSERT INTO run_note (run_id, at_us, actor, text) VALUES (?, ?, ?, ?)")
        .bind(run, nowUs(), actor, note)
        .run();
}

std::vector<RunNote> RunNotes::notes(std::int64_t run)
{
    Query query(m_connection, "SELECT at_us, actor, text FROM run_note WHERE run_id = ? ORDER BY id DESC");
    query.bind(run);
    std::vector<RunNote> notes;
    while (query.step()) {
        notes.push_back({query.integer(0), query.text(1), query.text(2)});
    }
    return notes;
}

void RunNotes::saveView(const SavedView &view, const std::string &actor)
{
    const std::string name = trimmed(view.name);
    if (name.empty() || !nlohmann::json::accept(view.view)) {
        throw Error(ErrorCode::BadInput,
                    name.empty() ? say(QT_TRANSLATE_NOOP("Sentence", "A view needs a name."))
                                 : say(QT_TRANSLATE_NOOP("Sentence", "The view \"%1\" is no JSON."), name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Nothing was saved.")));
    }
    Query(m_connection, "INSERT INTO saved_view (name, at_us, actor, view) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
                        "SET at_us = excluded.at_us, actor = excluded.actor, view = excluded.view")
        .bind(name, nowUs(), actor, view.view)
        .run();
}

SavedView RunNotes::view(const std::string &name)
{
    Query query(m_connection, "SELECT name, view FROM saved_view WHERE name = ?");
    if (!query.bind(name).step()) {
        throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no view \"%1\"."), name),
                    say(QT_TRANSLATE_NOOP("Sentence", "See the names with: atlas runs PROJECT --views")));
    }
    return {query.text(0), query.text(1)};
}

void RunNotes::removeView(const std::string &name)
{
    Query(m_connection, "DELETE FROM saved_view WHERE name = ?").bind(name).run();
}

std::vector<SavedView> RunNotes::views()
{
    Query query(m_connection, "SELECT name, view FROM saved_view ORDER BY name");
    std::vector<SavedView> views;
    while (query.step()) {
        views.push_back({query.text(0), query.text(1)});
    }
    return views;
}

}  // namespace atlas::storage
