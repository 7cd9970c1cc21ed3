-- What decisions between reuse and expansion stood on, and what each adapter does for a task.

ALTER TABLE decision ADD COLUMN inputs TEXT NOT NULL DEFAULT '{}';  -- JSON, core/decision_json.h

CREATE TABLE adapter_effect (
    run_id      INTEGER NOT NULL REFERENCES run (id),
    task        INTEGER NOT NULL,
    adapter     INTEGER NOT NULL,            -- place of the task that added it
    first_layer INTEGER NOT NULL,
    last_layer  INTEGER NOT NULL,
    effect      REAL,
    se          REAL,
    n           INTEGER NOT NULL,
    PRIMARY KEY (run_id, task, adapter, first_layer, last_layer)
) STRICT, WITHOUT ROWID;
