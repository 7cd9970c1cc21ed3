-- What people say of runs, and what lists of runs show without reading their results.

-- Every cell by the metric of its task; by accuracy where that metric was not kept.
CREATE VIEW own_score AS
SELECT c.run_id, c.after_task, c.eval_task, CASE WHEN m.score IS NULL THEN a.value ELSE m.value END AS value
FROM cell c
JOIN run_task p ON p.run_id = c.run_id AND p.position = c.eval_task
JOIN task t ON t.id = p.task_id
LEFT JOIN cell_score m ON m.run_id = c.run_id AND m.after_task = c.after_task AND m.eval_task = c.eval_task
                          AND m.score = t.metric
LEFT JOIN cell_score a ON a.run_id = c.run_id AND a.after_task = c.after_task AND a.eval_task = c.eval_task
                          AND a.score = 'accuracy'
WHERE coalesce(m.score, a.score) IS NOT NULL;

-- Figures of a run from its cells and costs, by the formulas of core/measures.h: learned = tasks of the last row that
-- is measured whole, accuracy = mean of that row, forgetting = mean fall of the earlier tasks since they were learned.
CREATE VIEW run_measured AS
SELECT w.run_id, w.learned,
       (SELECT CASE WHEN count(s.value) = w.learned THEN avg(s.value) END
        FROM own_score s
        WHERE s.run_id = w.run_id AND s.after_task = w.learned - 1 AND s.eval_task < w.learned) AS accuracy,
       (SELECT CASE WHEN w.learned > 1 AND count(f.fall) = w.learned - 1 THEN avg(f.fall) END
        FROM (SELECT (SELECT d.value FROM own_score d        -- a join with the view would read all cells there are
                      WHERE d.run_id = s.run_id AND d.after_task = s.eval_task AND d.eval_task = s.eval_task)
                     - s.value AS fall
              FROM own_score s
              WHERE s.run_id = w.run_id AND s.after_task = w.learned - 1 AND s.eval_task < w.learned - 1) f)
        AS forgetting,
       (SELECT count(*) FROM cost c WHERE c.run_id = w.run_id) AS costs,
       (SELECT coalesce(sum(c.adapter_parameters), 0) FROM cost c WHERE c.run_id = w.run_id) AS adapter_parameters,
       (SELECT coalesce(sum(c.head_parameters), 0) FROM cost c WHERE c.run_id = w.run_id) AS head_parameters,
       (SELECT coalesce(sum(c.bytes_added), 0) FROM cost c WHERE c.run_id = w.run_id) AS bytes_added,
       (SELECT sum(c.train_seconds) FROM cost c WHERE c.run_id = w.run_id) AS train_seconds
FROM (SELECT r.id AS run_id,
             coalesce((SELECT max(s.after_task) + 1
                       FROM (SELECT o.after_task FROM own_score o
                             WHERE o.run_id = r.id AND o.eval_task BETWEEN 0 AND o.after_task
                             GROUP BY o.after_task HAVING count(*) = o.after_task + 1) s), 0) AS learned
      FROM run r) w;

-- One row per run that has measured anything: run_measured as it was when a cell or a cost was last written.
CREATE TABLE run_summary (
    run_id             INTEGER PRIMARY KEY REFERENCES run (id),
    learned            INTEGER NOT NULL,
    accuracy           REAL,
    forgetting         REAL,
    costs              INTEGER NOT NULL,
    adapter_parameters INTEGER NOT NULL,
    head_parameters    INTEGER NOT NULL,
    bytes_added        INTEGER NOT NULL,
    train_seconds      REAL
) STRICT;
INSERT INTO run_summary SELECT * FROM run_measured WHERE learned > 0 OR costs > 0;

CREATE TABLE run_tag (
    run_id INTEGER NOT NULL REFERENCES run (id),
    tag    TEXT    NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (run_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_by_tag ON run_tag (tag, run_id);

-- The newest note of a run is its note, the others its history; '' = it was taken away.
CREATE TABLE run_note (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES run (id),
    at_us  INTEGER NOT NULL,
    actor  TEXT    NOT NULL,
    text   TEXT    NOT NULL
) STRICT;
CREATE INDEX run_note_by_run ON run_note (run_id, id);
CREATE TRIGGER run_note_stays BEFORE UPDATE ON run_note BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
CREATE TRIGGER run_note_lasts BEFORE DELETE ON run_note BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;

-- What the table of runs shows: filter, columns, order, grouping, pinned run.
CREATE TABLE saved_view (
    name  TEXT    PRIMARY KEY CHECK (name <> ''),
    at_us INTEGER NOT NULL,
    actor TEXT    NOT NULL,
    view  TEXT    NOT NULL                  -- JSON
) STRICT, WITHOUT ROWID;
