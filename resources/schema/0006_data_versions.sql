-- What a dataset was like at a moment: immutable, and cheap, because a version holds only what differs from the one
-- before it. See docs/adr/0014-data-versions.md.

CREATE TABLE data_version (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid         TEXT    NOT NULL UNIQUE,
    dataset_id   INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    parent_id    INTEGER REFERENCES data_version (id),           -- NULL = the first one, which holds all
    number       INTEGER NOT NULL CHECK (number > 0),            -- 1, 2, 3, ... within the dataset
    name         TEXT    NOT NULL,                               -- '' = made by itself, for a run
    note         TEXT    NOT NULL,
    at_us        INTEGER NOT NULL,
    actor        TEXT    NOT NULL,
    samples      INTEGER NOT NULL,
    labelled     INTEGER NOT NULL,
    content_hash BLOB    NOT NULL CHECK (length(content_hash) = 32),
    UNIQUE (dataset_id, number)
) STRICT;
CREATE UNIQUE INDEX data_version_by_name ON data_version (dataset_id, name) WHERE name <> '';
CREATE INDEX data_version_by_parent ON data_version (parent_id);

-- Samples whose state is another one than in the parent. No reference to sample: what was is not to go with it.
CREATE TABLE data_version_sample (
    version_id INTEGER NOT NULL REFERENCES data_version (id) ON DELETE CASCADE,
    sample_id  INTEGER NOT NULL,
    removed    INTEGER NOT NULL CHECK (removed IN (0, 1)),       -- 1 = not in the dataset any more; the rest is empty
    split      INTEGER NOT NULL CHECK (split BETWEEN 0 AND 3),
    review     INTEGER NOT NULL CHECK (review BETWEEN 0 AND 4),
    labels     TEXT    NOT NULL,                                 -- JSON: [[class id, weight], ...]
    content    BLOB    NOT NULL,                                 -- hash of pictures, texts and options
    PRIMARY KEY (version_id, sample_id)
) STRICT, WITHOUT ROWID;

-- All classes of the version, under the names they had.
CREATE TABLE data_version_class (
    version_id INTEGER NOT NULL REFERENCES data_version (id) ON DELETE CASCADE,
    class_id   INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    PRIMARY KEY (version_id, class_id)
) STRICT, WITHOUT ROWID;

-- A version goes only together with its dataset.
CREATE TRIGGER data_version_stays BEFORE UPDATE ON data_version
    BEGIN SELECT RAISE (ABORT, 'a data version never changes'); END;
CREATE TRIGGER data_version_lasts BEFORE DELETE ON data_version
    WHEN EXISTS (SELECT 1 FROM dataset WHERE id = OLD.dataset_id)
    BEGIN SELECT RAISE (ABORT, 'a data version never changes'); END;
CREATE TRIGGER data_version_sample_stays BEFORE UPDATE ON data_version_sample
    BEGIN SELECT RAISE (ABORT, 'a data version never changes'); END;
CREATE TRIGGER data_version_sample_lasts BEFORE DELETE ON data_version_sample
    WHEN EXISTS (SELECT 1 FROM data_version WHERE id = OLD.version_id)
    BEGIN SELECT RAISE (ABORT, 'a data version never changes'); END;
CREATE TRIGGER data_version_class_stays BEFORE UPDATE ON data_version_class
    BEGIN SELECT RAISE (ABORT, 'a data version never changes'); END;
CREATE TRIGGER data_version_class_lasts BEFORE DELETE ON data_version_class
    WHEN EXISTS (SELECT 1 FROM data_version WHERE id = OLD.version_id)
    BEGIN SELECT RAISE (ABORT, 'a data version never changes'); END;

-- What a run learned from. More than one version of a dataset where the data changed while the run was paused.
CREATE TABLE run_data (
    run_id     INTEGER NOT NULL REFERENCES run (id),
    dataset_id INTEGER NOT NULL REFERENCES dataset (id),
    version_id INTEGER NOT NULL REFERENCES data_version (id),
    PRIMARY KEY (run_id, dataset_id, version_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_by_data ON run_data (version_id);
