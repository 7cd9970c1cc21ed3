-- How answers hold when inputs get worse (core/robustness.h). A new measurement replaces that of the same kind.

CREATE TABLE robustness (
    run_id       INTEGER NOT NULL REFERENCES run (id),
    task         INTEGER NOT NULL,            -- place in the run
    perturbation TEXT    NOT NULL CHECK (perturbation <> ''),
    score        TEXT    NOT NULL,
    seed         INTEGER NOT NULL,            -- the 64 bits of an unsigned seed
    measured_us  INTEGER NOT NULL,
    PRIMARY KEY (run_id, task, perturbation)
) STRICT, WITHOUT ROWID;

CREATE TABLE robustness_point (
    run_id       INTEGER NOT NULL,
    task         INTEGER NOT NULL,
    perturbation TEXT    NOT NULL,
    strength     REAL    NOT NULL CHECK (strength >= 0),
    value        REAL    NOT NULL,
    low          REAL    NOT NULL,
    high         REAL    NOT NULL,
    confidence   REAL    NOT NULL,
    n            INTEGER NOT NULL,
    PRIMARY KEY (run_id, task, perturbation, strength),
    FOREIGN KEY (run_id, task, perturbation) REFERENCES robustness (run_id, task, perturbation) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The sample that is turned first, as it was then.
CREATE TABLE robustness_turned (
    run_id            INTEGER NOT NULL,
    task              INTEGER NOT NULL,
    perturbation      TEXT    NOT NULL,
    sample_id         INTEGER NOT NULL,
    strength          REAL    NOT NULL,
    before_class      TEXT    NOT NULL,
    before_confidence REAL    NOT NULL,
    after_class       TEXT    NOT NULL,
    after_confidence  REAL    NOT NULL,
    text              TEXT    NOT NULL,
    picture           BLOB,                   -- PNG; NULL = none was changed
    PRIMARY KEY (run_id, task, perturbation),
    FOREIGN KEY (run_id, task, perturbation) REFERENCES robustness (run_id, task, perturbation) ON DELETE CASCADE
) STRICT;
