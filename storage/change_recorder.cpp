// The session part of sqlite3.h is declared only for those who ask for it.
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include "storage/change_recorder.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <set>
#include <string_view>

namespace atlas::storage {
namespace {

constexpr std::array<std::string_view, 6> kTables{"label_class",   "finding_kept", "sample",
                                                  "sample_choice", "sample_label", "opinion"};
constexpr std::span kSampleTables = std::span(kTables).last<4>();

void check(int result)
{
    if (result == SQLITE_OK) {
        return;
    }
    const bool memory = result == SQLITE_NOMEM;
    throw Error(
        memory ? ErrorCode::OutOfMemory : ErrorCode::Internal,
        say(QT_TRANSLATE_NOOP("Sentence", "The changes of this step could not be kept: %1. Nothing was changed."),
            sqlite3_errstr(result)),
        memory ? say(QT_TRANSLATE_NOOP("Sentence", "Close other programs, or choose fewer samples at once."))
               : Sentence());
}

void *mutableData(std::span<const std::byte> bytes)
{
    return const_cast<std::byte *>(bytes.data());  // SQLite's interface takes void *, and reads only
}

/// Takes over memory that SQLite allocated.
Changeset taken(void *data, int size)
{
    Changeset changes(static_cast<std::size_t>(size));
    if (size > 0) {
        std::memcpy(changes.data(), data, changes.size());
    }
    sqlite3_free(data);
    return changes;
}

int refuseConflict(void *, int, sqlite3_changeset_iter *)
{
    return SQLITE_CHANGESET_ABORT;
}

}  // namespace

struct ChangeRecorder::State {
    sqlite3_session *session = nullptr;
};

ChangeRecorder::ChangeRecorder(Connection &connection) : m_state(std::make_unique<State>())
{
    check(sqlite3session_create(connection.database().getHandle(), "main", &m_state->session));
    for (const std::string_view table : kTables) {
        if (const int result = sqlite3session_attach(m_state->session, table.data()); result != SQLITE_OK) {
            sqlite3session_delete(m_state->session);
            check(result);
        }
    }
}

ChangeRecorder::~ChangeRecorder()
{
    sqlite3session_delete(m_state->session);
}

ChangeRecorder::Pause::Pause(ChangeRecorder &recorder) : m_recorder(recorder)
{
    sqlite3session_enable(m_recorder.m_state->session, 0);
}

ChangeRecorder::Pause::~Pause()
{
    sqlite3session_enable(m_recorder.m_state->session, 1);
}

Changeset ChangeRecorder::changes()
{
    int size = 0;
    void *data = nullptr;
    check(sqlite3session_changeset(m_state->session, &size, &data));
    return taken(data, size);
}

Changeset inverted(std::span<const std::byte> changes)
{
    int size = 0;
    void *data = nullptr;
    check(sqlite3changeset_invert(static_cast<int>(changes.size()), mutableData(changes), &size, &data));
    return taken(data, size);
}

void applyChanges(Connection &connection, std::span<const std::byte> changes)
{
    const int result = sqlite3changeset_apply(connection.database().getHandle(), static_cast<int>(changes.size()),
                                              mutableData(changes), nullptr, refuseConflict, nullptr);
    if (result == SQLITE_ABORT || result == SQLITE_CONSTRAINT) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP(
                "Sentence", "What this step changed has been changed since in another way. Nothing was changed.")),
            say(QT_TRANSLATE_NOOP("Sentence", "Label the samples anew instead.")));
    }
    check(result);
}

std::vector<std::int64_t> changedSamples(std::span<const std::byte> changes)
{
    sqlite3_changeset_iter *rows = nullptr;
    check(sqlite3changeset_start(&rows, static_cast<int>(changes.size()), mutableData(changes)));
    std::set<std::int64_t> samples;
    while (sqlite3changeset_next(rows) == SQLITE_ROW) {
        const char *table = nullptr;
        int columns = 0;
        int operation = 0;
        sqlite3changeset_op(rows, &table, &columns, &operation, nullptr);
        if (std::ranges::find(kSampleTables, table) == kSampleTables.end()) {
            continue;
        }
        sqlite3_value *id = nullptr;  // their first column is the sample
        if (operation == SQLITE_INSERT) {
            sqlite3changeset_new(rows, 0, &id);
        } else {
            sqlite3changeset_old(rows, 0, &id);
        }
        if (id != nullptr) {
            samples.insert(sqlite3_value_int64(id));
        }
    }
    check(sqlite3changeset_finalize(rows));
    return {samples.begin(), samples.end()};
}

}  // namespace atlas::storage
