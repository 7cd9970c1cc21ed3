-- What is asked of a model, which model serves, and who decided so.

-- Targets of a sequence (core/targets.h). What has no row is not asked.
CREATE TABLE target (
    sequence TEXT NOT NULL,
    kind     TEXT NOT NULL,
    task     TEXT NOT NULL,                             -- '' = of the whole model
    position INTEGER NOT NULL,                          -- order in lists
    asked    REAL NOT NULL,
    PRIMARY KEY (sequence, kind, task)
) STRICT, WITHOUT ROWID;

-- What was typed for the return (core/roi.h). There are no defaults: what has no row was not provided.
CREATE TABLE roi_assumption (
    sequence TEXT NOT NULL,
    name     TEXT NOT NULL,
    value    REAL NOT NULL,
    PRIMARY KEY (sequence, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE roi_currency (
    sequence TEXT PRIMARY KEY,
    currency TEXT NOT NULL CHECK (currency <> '')
) STRICT, WITHOUT ROWID;

-- When the model is to be trained again, and who decides; NULL = not asked.
CREATE TABLE update_policy (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    new_samples   INTEGER CHECK (new_samples > 0),
    age_days      INTEGER CHECK (age_days > 0),
    below         REAL CHECK (below BETWEEN 0 AND 1),   -- average of the version in production
    decides       TEXT    NOT NULL,
    second_person INTEGER NOT NULL CHECK (second_person IN (0, 1)),  -- a second person approves what goes to production
    note          TEXT    NOT NULL,
    at_us         INTEGER NOT NULL,
    actor         TEXT    NOT NULL
) STRICT;

-- Models: a finished run and the bytes of its packages. Neither changes any more.
CREATE TABLE model_version (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,           -- shown as v1, v2, v3
    run_id INTEGER NOT NULL UNIQUE REFERENCES run (id),
    note   TEXT    NOT NULL,
    at_us  INTEGER NOT NULL,
    actor  TEXT    NOT NULL
) STRICT;

CREATE TABLE model_file (
    version_id INTEGER NOT NULL REFERENCES model_version (id),
    path       TEXT    NOT NULL,                        -- within models/<run>
    bytes      INTEGER NOT NULL,
    sha256     BLOB    NOT NULL CHECK (length(sha256) = 32),
    PRIMARY KEY (version_id, path)
) STRICT, WITHOUT ROWID;

-- Names that stand for a version. A move is a row, so what served when can always be told.
CREATE TABLE alias_event (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    alias      TEXT    NOT NULL CHECK (trim(alias) <> ''),
    what       TEXT    NOT NULL CHECK (what IN ('promote', 'roll_back', 'request', 'approve', 'reject')),
    version_id INTEGER NOT NULL REFERENCES model_version (id),
    request_id INTEGER REFERENCES alias_event (id),     -- that is approved or rejected
    verdict    TEXT    NOT NULL,                        -- core/verdict.h, at that moment; '' = nobody asked
    reason     TEXT    NOT NULL CHECK (trim(reason) <> ''),
    at_us      INTEGER NOT NULL,
    actor      TEXT    NOT NULL CHECK (actor <> ''),
    CHECK ((request_id IS NOT NULL) = (what IN ('approve', 'reject')))
) STRICT;
CREATE INDEX alias_event_by_alias ON alias_event (alias, id);
CREATE UNIQUE INDEX alias_event_answers_once ON alias_event (request_id) WHERE request_id IS NOT NULL;

CREATE VIEW alias_now AS
    SELECT alias, version_id, id AS event_id, at_us, actor FROM alias_event
    WHERE id IN (SELECT max(id) FROM alias_event WHERE what IN ('promote', 'roll_back', 'approve') GROUP BY alias);

-- What was decided, as a chain: each entry's hash covers its words and the hash before it (storage/audit_trail.h), so
-- that a change from outside is found. The head is kept apart: entries cut off at the end are missed too.
CREATE TABLE audit (
    seq       INTEGER PRIMARY KEY CHECK (seq > 0),
    at_us     INTEGER NOT NULL,
    actor     TEXT    NOT NULL,
    action    TEXT    NOT NULL,
    object    TEXT    NOT NULL,
    before    TEXT    NOT NULL,
    after     TEXT    NOT NULL,
    prev_hash BLOB    NOT NULL CHECK (length(prev_hash) = 32),
    hash      BLOB    NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE audit_head (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    entries INTEGER NOT NULL,
    hash    BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO audit_head (id, entries, hash) VALUES (1, 0, zeroblob(32));

-- Guards on insertion stand in the way of INSERT OR REPLACE whether or not recursive_triggers is on.
CREATE TRIGGER audit_follows BEFORE INSERT ON audit
    WHEN NEW.seq <> (SELECT entries + 1 FROM audit_head) OR NEW.prev_hash <> (SELECT hash FROM audit_head)
      OR EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq OR hash = NEW.hash)
    BEGIN SELECT RAISE (ABORT, 'the audit trail only grows at its end'); END;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
    BEGIN SELECT RAISE (ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_lasts BEFORE DELETE ON audit
    BEGIN SELECT RAISE (ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_has_head AFTER INSERT ON audit
    BEGIN UPDATE audit_head SET entries = NEW.seq, hash = NEW.hash; END;
CREATE TRIGGER audit_head_follows BEFORE UPDATE ON audit_head
    WHEN NEW.id <> 1 OR NEW.entries <> (SELECT max(seq) FROM audit)
      OR NEW.hash <> (SELECT hash FROM audit ORDER BY seq DESC LIMIT 1)
    BEGIN SELECT RAISE (ABORT, 'the head of the audit trail is its last entry'); END;
CREATE TRIGGER audit_head_once BEFORE INSERT ON audit_head
    BEGIN SELECT RAISE (ABORT, 'the audit trail has one head'); END;
CREATE TRIGGER audit_head_lasts BEFORE DELETE ON audit_head
    BEGIN SELECT RAISE (ABORT, 'the audit trail has one head'); END;

CREATE TRIGGER model_version_new BEFORE INSERT ON model_version
    WHEN EXISTS (SELECT 1 FROM model_version WHERE id = NEW.id OR run_id = NEW.run_id)
    BEGIN SELECT RAISE (ABORT, 'a model version never changes'); END;
CREATE TRIGGER model_version_stays BEFORE UPDATE ON model_version
    BEGIN SELECT RAISE (ABORT, 'a model version never changes'); END;
CREATE TRIGGER model_version_lasts BEFORE DELETE ON model_version
    BEGIN SELECT RAISE (ABORT, 'a model version never changes'); END;
CREATE TRIGGER model_file_new BEFORE INSERT ON model_file
    WHEN EXISTS (SELECT 1 FROM model_file WHERE version_id = NEW.version_id AND path = NEW.path)
    BEGIN SELECT RAISE (ABORT, 'a model version never changes'); END;
CREATE TRIGGER model_file_stays BEFORE UPDATE ON model_file
    BEGIN SELECT RAISE (ABORT, 'a model version never changes'); END;
CREATE TRIGGER model_file_lasts BEFORE DELETE ON model_file
    BEGIN SELECT RAISE (ABORT, 'a model version never changes'); END;
CREATE TRIGGER alias_event_new BEFORE INSERT ON alias_event
    WHEN EXISTS (SELECT 1 FROM alias_event WHERE id = NEW.id OR request_id = NEW.request_id)
    BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
CREATE TRIGGER alias_event_stays BEFORE UPDATE ON alias_event
    BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
CREATE TRIGGER alias_event_lasts BEFORE DELETE ON alias_event
    BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
