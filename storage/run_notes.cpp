#include "storage/run_notes.h"

#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
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
