-- What is known of the quality of samples beyond their labels.

-- Measured in the one decode of an import (pictures/picture_measures.h). A sketch is 8 bytes of hash and 48 of colours.
CREATE TABLE picture_measure (
    asset_id    INTEGER PRIMARY KEY REFERENCES asset (id) ON DELETE CASCADE,
    dark        REAL NOT NULL,
    light       REAL NOT NULL,
    information REAL NOT NULL,
    sharpness   REAL NOT NULL,
    sketch      BLOB
) STRICT;

-- Findings that a person has looked at and lets stand (storage/quality/quality_check.h: Finding::key).
CREATE TABLE finding_kept (
    dataset_id INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    key        TEXT    NOT NULL,
    PRIMARY KEY (dataset_id, key)
) STRICT, WITHOUT ROWID;

-- What a backbone's features say of each sample (core/sample_insight.h), and when that was looked at.
CREATE TABLE insight (
    dataset_id INTEGER PRIMARY KEY REFERENCES dataset (id) ON DELETE CASCADE,
    at_us      INTEGER NOT NULL,
    source     TEXT    NOT NULL,                    -- backbone or run
    labelled   INTEGER NOT NULL                     -- samples it learned from
) STRICT;

CREATE TABLE sample_insight (
    sample_id   INTEGER PRIMARY KEY REFERENCES sample (id) ON DELETE CASCADE,
    label       TEXT    NOT NULL,                   -- what it carried then, as the history writes it
    suggestions TEXT    NOT NULL,                   -- JSON: [[class id, probability], ...]
    given       REAL,
    suspicious  INTEGER NOT NULL CHECK (suspicious IN (0, 1)),
    outlier     REAL    NOT NULL,
    lonely      INTEGER NOT NULL CHECK (lonely IN (0, 1)),
    x           REAL    NOT NULL,
    y           REAL    NOT NULL,
    diverse     INTEGER NOT NULL,
    nearest     TEXT    NOT NULL                    -- JSON: [sample id, ...]
) STRICT;
