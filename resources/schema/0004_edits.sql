-- Undo that survives a restart. Samples and classes are hidden, never deleted, so that every step can be taken back
-- whatever was made of them since.

ALTER TABLE sample ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1));
DROP INDEX sample_by_dataset;
DROP INDEX sample_by_split;
DROP INDEX sample_by_review;
CREATE INDEX sample_by_dataset ON sample (dataset_id, removed, id);
CREATE INDEX sample_by_split   ON sample (dataset_id, removed, split, id);
CREATE INDEX sample_by_review  ON sample (dataset_id, removed, review, id);

ALTER TABLE label_class ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1));
ALTER TABLE label_class ADD COLUMN key TEXT NOT NULL DEFAULT '';    -- chosen by a person; '' = by position

-- One undoable step. Undone steps are kept until another step is taken.
CREATE TABLE edit (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset_id INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    at_us      INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    what       TEXT    NOT NULL,                    -- storage/edit_journal.h
    detail     TEXT    NOT NULL,                    -- what it was done with: names of classes, a file
    samples    INTEGER NOT NULL,                    -- how many it changed
    changes    BLOB    NOT NULL,                    -- SQLite changeset of sample, sample_choice, sample_label, label_class
    undone     INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX edit_by_dataset ON edit (dataset_id, undone, id);
