PRAGMA application_id = 1096043603;
PRAGMA user_version = 5;
CREATE TABLE project (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    uuid       TEXT    NOT NULL,
    created_us INTEGER NOT NULL,
    program    TEXT    NOT NULL
) STRICT;
INSERT INTO project VALUES(1,'0a6b5a69-4e7a-4d5c-92c0-9788b6c6f2e5',1795759430282035,'schema_fixture 0.1.0');
CREATE TABLE migration_log (
    version INTEGER PRIMARY KEY,
    program TEXT    NOT NULL,
    at_us   INTEGER NOT NULL,
    ms      INTEGER NOT NULL,
    backup  TEXT    NOT NULL
) STRICT;
INSERT INTO migration_log VALUES(1,'schema_fixture 0.1.0',1795759430275538,1,'');
INSERT INTO migration_log VALUES(2,'schema_fixture 0.1.0',1795759430275887,0,'');
INSERT INTO migration_log VALUES(3,'schema_fixture 0.1.0',1795759430277301,1,'');
INSERT INTO migration_log VALUES(4,'schema_fixture 0.1.0',1795759430280193,2,'');
INSERT INTO migration_log VALUES(5,'schema_fixture 0.1.0',1795759430280332,0,'');
CREATE TABLE dataset (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT    NOT NULL UNIQUE CHECK (name <> ''),
    kind        TEXT    NOT NULL,
    multi_label INTEGER NOT NULL CHECK (multi_label IN (0, 1)),
    created_us  INTEGER NOT NULL
) STRICT;
INSERT INTO dataset VALUES(1,'notes','text',0,1795759430301067);
CREATE TABLE label_class (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset_id INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    name       TEXT    NOT NULL CHECK (name <> ''),
    position   INTEGER NOT NULL, removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)), key TEXT NOT NULL DEFAULT '',
    UNIQUE (dataset_id, name)
) STRICT;
INSERT INTO label_class VALUES(1,1,'c0',0,0,'');
INSERT INTO label_class VALUES(2,1,'c1',1,0,'');
INSERT INTO label_class VALUES(3,1,'c2',2,0,'');
CREATE TABLE asset (
    id       INTEGER PRIMARY KEY,
    sha256   BLOB    NOT NULL UNIQUE CHECK (length(sha256) = 32),
    width    INTEGER NOT NULL,
    height   INTEGER NOT NULL,
    bytes    INTEGER NOT NULL,
    link     TEXT,                      -- absolute path of a file left where it is; NULL = assets/ab/<sha256>
    added_us INTEGER NOT NULL
) STRICT;
CREATE TABLE sample (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset_id   INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    external_id  TEXT    NOT NULL,
    split        INTEGER NOT NULL CHECK (split BETWEEN 0 AND 3),   -- unassigned, train, validation, test
    image_id     INTEGER REFERENCES asset (id),
    image2_id    INTEGER REFERENCES asset (id),
    text         TEXT    NOT NULL,
    text2        TEXT    NOT NULL,
    question     TEXT    NOT NULL,
    sample_group TEXT    NOT NULL,
    review       INTEGER NOT NULL CHECK (review BETWEEN 0 AND 4),  -- unlabelled, labelled, verified, disputed, skipped
    note         TEXT    NOT NULL,
    source       TEXT    NOT NULL
, removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))) STRICT;
INSERT INTO sample VALUES(1,1,'',0,NULL,NULL,'text 0','','','',1,'','',0);
INSERT INTO sample VALUES(2,1,'',0,NULL,NULL,'text 1','','','',1,'','',0);
INSERT INTO sample VALUES(3,1,'',0,NULL,NULL,'text 2','','','',1,'','',0);
INSERT INTO sample VALUES(4,1,'',0,NULL,NULL,'text 3','','','',1,'','',0);
INSERT INTO sample VALUES(5,1,'',0,NULL,NULL,'text 4','','','',1,'','',0);
INSERT INTO sample VALUES(6,1,'',0,NULL,NULL,'text 5','','','',1,'','',0);
INSERT INTO sample VALUES(7,1,'',0,NULL,NULL,'text 6','','','',1,'','',0);
INSERT INTO sample VALUES(8,1,'',0,NULL,NULL,'text 7','','','',1,'','',0);
INSERT INTO sample VALUES(9,1,'',0,NULL,NULL,'text 8','','','',1,'','',0);
INSERT INTO sample VALUES(10,1,'',0,NULL,NULL,'text 9','','','',1,'','',0);
INSERT INTO sample VALUES(11,1,'',0,NULL,NULL,'text 10','','','',1,'','',0);
INSERT INTO sample VALUES(12,1,'',0,NULL,NULL,'text 11','','','',1,'','',0);
CREATE TABLE sample_choice (
    sample_id INTEGER NOT NULL REFERENCES sample (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    text      TEXT    NOT NULL,
    PRIMARY KEY (sample_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE sample_label (
    sample_id INTEGER NOT NULL REFERENCES sample (id) ON DELETE CASCADE,
    class_id  INTEGER NOT NULL REFERENCES label_class (id),
    weight    REAL    NOT NULL CHECK (weight > 0),
    PRIMARY KEY (sample_id, class_id)
) STRICT, WITHOUT ROWID;
INSERT INTO sample_label VALUES(1,1,1.0);
INSERT INTO sample_label VALUES(2,2,1.0);
INSERT INTO sample_label VALUES(3,3,1.0);
INSERT INTO sample_label VALUES(4,1,1.0);
INSERT INTO sample_label VALUES(5,2,1.0);
INSERT INTO sample_label VALUES(6,3,1.0);
INSERT INTO sample_label VALUES(7,1,1.0);
INSERT INTO sample_label VALUES(8,2,1.0);
INSERT INTO sample_label VALUES(9,3,1.0);
INSERT INTO sample_label VALUES(10,1,1.0);
INSERT INTO sample_label VALUES(11,2,1.0);
INSERT INTO sample_label VALUES(12,3,1.0);
CREATE TABLE event (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    at_us        INTEGER NOT NULL,
    actor        TEXT    NOT NULL,
    what         TEXT    NOT NULL,
    sample_id    INTEGER NOT NULL,
    before_value TEXT    NOT NULL,
    after_value  TEXT    NOT NULL
) STRICT;
INSERT INTO event VALUES(1,1795759430323130,'tester','import',1,'','c0');
INSERT INTO event VALUES(2,1795759430323175,'tester','import',2,'','c1');
INSERT INTO event VALUES(3,1795759430323199,'tester','import',3,'','c2');
INSERT INTO event VALUES(4,1795759430323209,'tester','import',4,'','c0');
INSERT INTO event VALUES(5,1795759430323219,'tester','import',5,'','c1');
INSERT INTO event VALUES(6,1795759430323228,'tester','import',6,'','c2');
INSERT INTO event VALUES(7,1795759430323236,'tester','import',7,'','c0');
INSERT INTO event VALUES(8,1795759430323245,'tester','import',8,'','c1');
INSERT INTO event VALUES(9,1795759430323253,'tester','import',9,'','c2');
INSERT INTO event VALUES(10,1795759430323261,'tester','import',10,'','c0');
INSERT INTO event VALUES(11,1795759430323270,'tester','import',11,'','c1');
INSERT INTO event VALUES(12,1795759430323278,'tester','import',12,'','c2');
CREATE TABLE import_log (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at_us      INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    source     TEXT    NOT NULL,
    format     TEXT    NOT NULL,
    dataset    TEXT    NOT NULL,
    rows_read  INTEGER NOT NULL,
    imported   INTEGER NOT NULL,
    skipped    INTEGER NOT NULL,
    problems   TEXT    NOT NULL                     -- JSON
) STRICT;
CREATE TABLE task (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    name             TEXT    NOT NULL UNIQUE CHECK (name <> ''),
    dataset_id       INTEGER NOT NULL REFERENCES dataset (id),
    kind             TEXT    NOT NULL,
    label_form       INTEGER NOT NULL CHECK (label_form BETWEEN 0 AND 2),  -- single, multi, soft
    metric           TEXT    NOT NULL,
    validation_share REAL    NOT NULL,
    test_share       REAL    NOT NULL,
    seed             INTEGER NOT NULL,                                     -- the 64 bits of an unsigned seed
    created_us       INTEGER NOT NULL
, version INTEGER NOT NULL DEFAULT 1, previous_id INTEGER REFERENCES task (id)) STRICT;
INSERT INTO task VALUES(1,'notes',1,'text',0,'accuracy',0.15,0.15,1,1795759430326523,1,NULL);
CREATE TABLE task_class (
    task_id  INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,                                             -- output of the head
    class_id INTEGER NOT NULL REFERENCES label_class (id),
    PRIMARY KEY (task_id, position),
    UNIQUE (task_id, class_id)
) STRICT, WITHOUT ROWID;
INSERT INTO task_class VALUES(1,0,1);
INSERT INTO task_class VALUES(1,1,2);
INSERT INTO task_class VALUES(1,2,3);
CREATE TABLE task_sample (
    task_id   INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    split     INTEGER NOT NULL CHECK (split BETWEEN 1 AND 3),
    sample_id INTEGER NOT NULL REFERENCES sample (id),
    PRIMARY KEY (task_id, split, sample_id)
) STRICT, WITHOUT ROWID;
INSERT INTO task_sample VALUES(1,3,1);
INSERT INTO task_sample VALUES(1,1,2);
INSERT INTO task_sample VALUES(1,1,3);
INSERT INTO task_sample VALUES(1,1,4);
INSERT INTO task_sample VALUES(1,1,5);
INSERT INTO task_sample VALUES(1,1,6);
INSERT INTO task_sample VALUES(1,1,7);
INSERT INTO task_sample VALUES(1,2,8);
INSERT INTO task_sample VALUES(1,3,9);
INSERT INTO task_sample VALUES(1,1,10);
INSERT INTO task_sample VALUES(1,1,11);
INSERT INTO task_sample VALUES(1,1,12);
CREATE TABLE sequence (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL UNIQUE CHECK (name <> ''),
    created_us INTEGER NOT NULL
) STRICT;
INSERT INTO sequence VALUES(1,'all',1795759430326667);
CREATE TABLE sequence_task (
    sequence_id INTEGER NOT NULL REFERENCES sequence (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    task_id     INTEGER NOT NULL REFERENCES task (id),
    PRIMARY KEY (sequence_id, position),
    UNIQUE (sequence_id, task_id)
) STRICT, WITHOUT ROWID;
INSERT INTO sequence_task VALUES(1,0,1);
CREATE TABLE run (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid            TEXT    NOT NULL UNIQUE,
    name            TEXT    NOT NULL,
    sequence        TEXT    NOT NULL,
    strategy        TEXT    NOT NULL,
    seed            INTEGER NOT NULL,
    backbone_name   TEXT    NOT NULL,
    backbone_sha256 TEXT    NOT NULL,
    max_train       INTEGER NOT NULL,
    device          TEXT    NOT NULL,
    precision       TEXT    NOT NULL,
    status          TEXT    NOT NULL
        CHECK (status IN ('queued', 'running', 'paused', 'interrupted', 'finished', 'failed', 'cancelled')),
    progress        REAL    NOT NULL,
    message         TEXT    NOT NULL,
    host            TEXT    NOT NULL,
    pid             INTEGER NOT NULL,
    boot_id         TEXT    NOT NULL,       -- tells this start of the host from the last: process numbers repeat
    created_us      INTEGER NOT NULL,
    started_us      INTEGER NOT NULL,
    ended_us        INTEGER NOT NULL,
    heartbeat_us    INTEGER NOT NULL,
    deleted_us      INTEGER NOT NULL        -- 0 = shown
, parent_id INTEGER REFERENCES run (id), how TEXT NOT NULL DEFAULT '', inherited INTEGER NOT NULL DEFAULT 0, replaced INTEGER) STRICT;
INSERT INTO run VALUES(1,'3050cd0f-0892-44a7-91d3-9510383493a5','atlas 1','all','atlas',1,'','',0,'auto','auto','finished',1.0,'','',0,'',1795759430326769,0,1795759430327303,1795759430327303,0,NULL,'',0,NULL);
CREATE TABLE run_setting (
    run_id INTEGER NOT NULL REFERENCES run (id),
    key    TEXT    NOT NULL,
    text   TEXT    NOT NULL,
    number REAL,                            -- the text as a number, where it is one: for filters by range
    PRIMARY KEY (run_id, key)
) STRICT, WITHOUT ROWID;
INSERT INTO run_setting VALUES(1,'learning_rate','5e-4',0.0005);
CREATE TABLE run_task (
    run_id   INTEGER NOT NULL REFERENCES run (id),
    position INTEGER NOT NULL,
    task_id  INTEGER NOT NULL REFERENCES task (id),
    PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO run_task VALUES(1,0,1);
CREATE TABLE metric (
    id  INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO metric VALUES(1,'loss');
CREATE TABLE series (
    id          INTEGER PRIMARY KEY,
    run_id      INTEGER NOT NULL REFERENCES run (id),
    metric_id   INTEGER NOT NULL REFERENCES metric (id),
    context     TEXT    NOT NULL,
    point_count INTEGER NOT NULL DEFAULT 0,
    last_step   INTEGER NOT NULL DEFAULT -1,
    last        REAL,
    minimum     REAL,
    maximum     REAL,
    UNIQUE (run_id, metric_id, context)
) STRICT;
INSERT INTO series VALUES(1,1,1,'notes/stage1',2,1,NULL,1.5,1.5);
CREATE TABLE point (
    series_id INTEGER NOT NULL REFERENCES series (id),
    step      INTEGER NOT NULL,
    value     REAL,
    flag      INTEGER NOT NULL CHECK (flag IN (0, 1)),                     -- number, not a number
    PRIMARY KEY (series_id, step),
    CHECK ((value IS NULL) = (flag = 1))
) STRICT, WITHOUT ROWID;
INSERT INTO point VALUES(1,0,1.5,0);
INSERT INTO point VALUES(1,1,NULL,1);
CREATE TABLE cell (
    run_id             INTEGER NOT NULL REFERENCES run (id),
    after_task         INTEGER NOT NULL,
    eval_task          INTEGER NOT NULL,
    n                  INTEGER NOT NULL,
    logits_sha256      TEXT    NOT NULL,
    seconds_per_sample REAL,
    PRIMARY KEY (run_id, after_task, eval_task)
) STRICT, WITHOUT ROWID;
INSERT INTO cell VALUES(1,0,0,2,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',0.01);
CREATE TABLE cell_score (
    run_id     INTEGER NOT NULL,
    after_task INTEGER NOT NULL,
    eval_task  INTEGER NOT NULL,
    score      TEXT    NOT NULL,
    value      REAL,
    PRIMARY KEY (run_id, after_task, eval_task, score),
    FOREIGN KEY (run_id, after_task, eval_task) REFERENCES cell (run_id, after_task, eval_task) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO cell_score VALUES(1,0,0,'accuracy',0.5);
CREATE TABLE prediction (
    run_id     INTEGER NOT NULL,
    after_task INTEGER NOT NULL,
    eval_task  INTEGER NOT NULL,
    position   INTEGER NOT NULL,            -- place in the test split, the order of the logits
    sample_id  INTEGER NOT NULL,
    predicted  INTEGER NOT NULL,
    expected   INTEGER NOT NULL,
    confidence REAL,
    score      REAL,
    PRIMARY KEY (run_id, after_task, eval_task, position),
    FOREIGN KEY (run_id, after_task, eval_task) REFERENCES cell (run_id, after_task, eval_task) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO prediction VALUES(1,0,0,0,1,0,1,0.75,0.0);
CREATE TABLE decision (
    run_id     INTEGER NOT NULL REFERENCES run (id),
    task       INTEGER NOT NULL,
    policy     TEXT    NOT NULL,
    stage1     REAL,
    gain       REAL,
    se         REAL,
    novelty    REAL,
    decision   TEXT    NOT NULL,
    sites_kept INTEGER NOT NULL,
    sites      INTEGER NOT NULL,
    reason     TEXT    NOT NULL, inputs TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (run_id, task)
) STRICT, WITHOUT ROWID;
INSERT INTO decision VALUES(1,0,'',0.0,NULL,NULL,NULL,'',0,0,'','{"n":0,"delta":0.0,"random":0.0,"seed":0}');
CREATE TABLE cost (
    run_id             INTEGER NOT NULL REFERENCES run (id),
    task               INTEGER NOT NULL,
    train_seconds      REAL,
    samples_per_second REAL,
    adapter_parameters INTEGER NOT NULL,
    head_parameters    INTEGER NOT NULL,
    bytes_added        INTEGER NOT NULL,
    peak_memory_bytes  INTEGER NOT NULL,
    random_score       REAL,
    PRIMARY KEY (run_id, task)
) STRICT, WITHOUT ROWID;
INSERT INTO cost VALUES(1,0,0.0,0.0,0,0,0,0,0.0);
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
CREATE TABLE picture_measure (
    asset_id    INTEGER PRIMARY KEY REFERENCES asset (id) ON DELETE CASCADE,
    dark        REAL NOT NULL,
    light       REAL NOT NULL,
    information REAL NOT NULL,
    sharpness   REAL NOT NULL,
    sketch      BLOB
) STRICT;
CREATE TABLE finding_kept (
    dataset_id INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    key        TEXT    NOT NULL,
    PRIMARY KEY (dataset_id, key)
) STRICT, WITHOUT ROWID;
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
CREATE INDEX sample_label_by_class ON sample_label (class_id, sample_id);
CREATE INDEX event_by_sample ON event (sample_id, id);
CREATE INDEX task_by_dataset ON task (dataset_id);
CREATE UNIQUE INDEX task_sample_once ON task_sample (sample_id, task_id);
CREATE INDEX sequence_by_task ON sequence_task (task_id);
CREATE INDEX run_by_status ON run (status, id);
CREATE INDEX run_by_task ON run_task (task_id);
CREATE INDEX run_by_parent ON run (parent_id);
CREATE INDEX task_by_previous ON task (previous_id);
CREATE INDEX sample_by_dataset ON sample (dataset_id, removed, id);
CREATE INDEX sample_by_split   ON sample (dataset_id, removed, split, id);
CREATE INDEX sample_by_review  ON sample (dataset_id, removed, review, id);
CREATE INDEX edit_by_dataset ON edit (dataset_id, undone, id);
CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
CREATE TRIGGER event_lasts BEFORE DELETE ON event BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
