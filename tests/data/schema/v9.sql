PRAGMA application_id = 1096043603;
PRAGMA user_version = 9;
CREATE TABLE project (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    uuid       TEXT    NOT NULL,
    created_us INTEGER NOT NULL,
    program    TEXT    NOT NULL
) STRICT;
INSERT INTO project VALUES(1,'882550e4-83ba-468a-92e7-a6d67c704155',1795783699439711,'schema_fixture 0.1.0');
CREATE TABLE migration_log (
    version INTEGER PRIMARY KEY,
    program TEXT    NOT NULL,
    at_us   INTEGER NOT NULL,
    ms      INTEGER NOT NULL,
    backup  TEXT    NOT NULL
) STRICT;
INSERT INTO migration_log VALUES(1,'schema_fixture 0.1.0',1795783699432501,1,'');
INSERT INTO migration_log VALUES(2,'schema_fixture 0.1.0',1795783699432861,0,'');
INSERT INTO migration_log VALUES(3,'schema_fixture 0.1.0',1795783699434337,1,'');
INSERT INTO migration_log VALUES(4,'schema_fixture 0.1.0',1795783699435291,0,'');
INSERT INTO migration_log VALUES(5,'schema_fixture 0.1.0',1795783699435432,0,'');
INSERT INTO migration_log VALUES(6,'schema_fixture 0.1.0',1795783699435886,0,'');
INSERT INTO migration_log VALUES(7,'schema_fixture 0.1.0',1795783699436290,0,'');
INSERT INTO migration_log VALUES(8,'schema_fixture 0.1.0',1795783699437371,1,'');
INSERT INTO migration_log VALUES(9,'schema_fixture 0.1.0',1795783699438915,1,'');
CREATE TABLE dataset (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT    NOT NULL UNIQUE CHECK (name <> ''),
    kind        TEXT    NOT NULL,
    multi_label INTEGER NOT NULL CHECK (multi_label IN (0, 1)),
    created_us  INTEGER NOT NULL
) STRICT;
INSERT INTO dataset VALUES(1,'notes','text',0,1795783699450445);
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
, removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)), labelled_by TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO sample VALUES(1,1,'',0,NULL,NULL,'text 0','','','',1,'','',0,'');
INSERT INTO sample VALUES(2,1,'',0,NULL,NULL,'text 1','','','',1,'','',0,'');
INSERT INTO sample VALUES(3,1,'',0,NULL,NULL,'text 2','','','',1,'','',0,'');
INSERT INTO sample VALUES(4,1,'',0,NULL,NULL,'text 3','','','',1,'','',0,'');
INSERT INTO sample VALUES(5,1,'',0,NULL,NULL,'text 4','','','',1,'','',0,'');
INSERT INTO sample VALUES(6,1,'',0,NULL,NULL,'text 5','','','',1,'','',0,'');
INSERT INTO sample VALUES(7,1,'',0,NULL,NULL,'text 6','','','',1,'','',0,'');
INSERT INTO sample VALUES(8,1,'',0,NULL,NULL,'text 7','','','',1,'','',0,'');
INSERT INTO sample VALUES(9,1,'',0,NULL,NULL,'text 8','','','',1,'','',0,'');
INSERT INTO sample VALUES(10,1,'',0,NULL,NULL,'text 9','','','',1,'','',0,'');
INSERT INTO sample VALUES(11,1,'',0,NULL,NULL,'text 10','','','',1,'','',0,'');
INSERT INTO sample VALUES(12,1,'',0,NULL,NULL,'text 11','','','',1,'','',0,'');
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
INSERT INTO event VALUES(1,1795783699451324,'tester','import',1,'','c0');
INSERT INTO event VALUES(2,1795783699451376,'tester','import',2,'','c1');
INSERT INTO event VALUES(3,1795783699451401,'tester','import',3,'','c2');
INSERT INTO event VALUES(4,1795783699451412,'tester','import',4,'','c0');
INSERT INTO event VALUES(5,1795783699451421,'tester','import',5,'','c1');
INSERT INTO event VALUES(6,1795783699451431,'tester','import',6,'','c2');
INSERT INTO event VALUES(7,1795783699451440,'tester','import',7,'','c0');
INSERT INTO event VALUES(8,1795783699451448,'tester','import',8,'','c1');
INSERT INTO event VALUES(9,1795783699451457,'tester','import',9,'','c2');
INSERT INTO event VALUES(10,1795783699451466,'tester','import',10,'','c0');
INSERT INTO event VALUES(11,1795783699451474,'tester','import',11,'','c1');
INSERT INTO event VALUES(12,1795783699451483,'tester','import',12,'','c2');
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
, version INTEGER NOT NULL DEFAULT 1, previous_id INTEGER REFERENCES task (id), data_filter TEXT NOT NULL DEFAULT '', sandbox_of INTEGER REFERENCES task (id)) STRICT;
INSERT INTO task VALUES(1,'notes',1,'text',0,'accuracy',0.15,0.15,1,1795783699452021,1,NULL,'',NULL);
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
INSERT INTO sequence VALUES(1,'all',1795783699452166);
CREATE TABLE sequence_task (
    sequence_id INTEGER NOT NULL REFERENCES sequence (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    task_id     INTEGER NOT NULL REFERENCES task (id), upstream INTEGER NOT NULL DEFAULT 0   -- 1 = learned for later ones to reuse
    CHECK (upstream IN (0, 1)),
    PRIMARY KEY (sequence_id, position),
    UNIQUE (sequence_id, task_id)
) STRICT, WITHOUT ROWID;
INSERT INTO sequence_task VALUES(1,0,1,0);
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
INSERT INTO run VALUES(1,'6c658665-da64-45a9-85c2-e144a542b511','atlas 1','all','atlas',1,'','',0,'auto','auto','finished',1.0,'','',0,'',1795783699452276,0,1795783699454218,1795783699454218,0,NULL,'',0,NULL);
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
INSERT INTO data_version VALUES(1,'7934cf4c-d363-46eb-b1b3-df30b96354f3',1,NULL,1,'','',1795783699452868,'tester',12,12,X'22D1C3FD50DF096BC57A659FB83A5CBD97155CE4D0F7CAE1CE7B5EEFE1DBD121');
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
INSERT INTO data_version_sample VALUES(1,1,0,0,1,'[[1,1.0]]',X'2CEADC2AF422696C9F1B293F4CDF592ADC3CC7B9BBE3CC31FE50F37967B4631E');
INSERT INTO data_version_sample VALUES(1,2,0,0,1,'[[2,1.0]]',X'66D31011AA008CAA84E74181968CCE5F700EF89DAE7777DC0B8D16DC8A220737');
INSERT INTO data_version_sample VALUES(1,3,0,0,1,'[[3,1.0]]',X'8DD0D2AA267C9F122AA3F87C2525E99196E05BC02D50C4379511E0BF006B6BA2');
INSERT INTO data_version_sample VALUES(1,4,0,0,1,'[[1,1.0]]',X'8F8FE95767B8EFD854F173ABEF10220D8C285F1EF46803BA8C6295B1FBFE2A80');
INSERT INTO data_version_sample VALUES(1,5,0,0,1,'[[2,1.0]]',X'D4995763624A78E6C0767D61D36C7A1A926CEDE5CACD9E0C16DBEF3746376735');
INSERT INTO data_version_sample VALUES(1,6,0,0,1,'[[3,1.0]]',X'A56558BBDB0BEDCF615E5666BD322D504783CD4BF1734353A227D701A63868D4');
INSERT INTO data_version_sample VALUES(1,7,0,0,1,'[[1,1.0]]',X'E660D8A3774ACCC970EC30F2A4FEC3E531C5E7CC14E9B316DBDCAF7EDE75542B');
INSERT INTO data_version_sample VALUES(1,8,0,0,1,'[[2,1.0]]',X'37BF109661CBA5619D34FC1C5250AD80C0C95A2D7D00795E136C68DF47AE5637');
INSERT INTO data_version_sample VALUES(1,9,0,0,1,'[[3,1.0]]',X'2BB4EA61BF8FF66CCF7B29E5749EEE323FF3167FBA922544106E9B62C791FB20');
INSERT INTO data_version_sample VALUES(1,10,0,0,1,'[[1,1.0]]',X'2F1AFFD7AA955E6D6B74BD524A4C1F8328AAACC2D52974ACEAD5C86739C6B047');
INSERT INTO data_version_sample VALUES(1,11,0,0,1,'[[2,1.0]]',X'2D8C73DF643C98E7E6684FE133113415064B38F6E080DE1BAE3CBEC9CD75C3DA');
INSERT INTO data_version_sample VALUES(1,12,0,0,1,'[[3,1.0]]',X'39146168C3F2CB800832D3F80D3B86777B9BBA101DEBF7F2BC81FD53E6857914');
CREATE TABLE data_version_class (
    version_id INTEGER NOT NULL REFERENCES data_version (id) ON DELETE CASCADE,
    class_id   INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    PRIMARY KEY (version_id, class_id)
) STRICT, WITHOUT ROWID;
INSERT INTO data_version_class VALUES(1,1,'c0',0);
INSERT INTO data_version_class VALUES(1,2,'c1',1);
INSERT INTO data_version_class VALUES(1,3,'c2',2);
CREATE TABLE run_data (
    run_id     INTEGER NOT NULL REFERENCES run (id),
    dataset_id INTEGER NOT NULL REFERENCES dataset (id),
    version_id INTEGER NOT NULL REFERENCES data_version (id),
    PRIMARY KEY (run_id, dataset_id, version_id)
) STRICT, WITHOUT ROWID;
INSERT INTO run_data VALUES(1,1,1);
CREATE TABLE opinion (
    sample_id INTEGER NOT NULL REFERENCES sample (id) ON DELETE CASCADE,
    actor     TEXT    NOT NULL,
    at_us     INTEGER NOT NULL,
    labels    TEXT    NOT NULL,                     -- JSON: [class id, ...] ascending; [id, weight] where that is not 1
    PRIMARY KEY (sample_id, actor)
) STRICT, WITHOUT ROWID;
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
INSERT INTO run_summary VALUES(1,1,0.5,NULL,1,0,0,0,0.0);
CREATE TABLE run_tag (
    run_id INTEGER NOT NULL REFERENCES run (id),
    tag    TEXT    NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (run_id, tag)
) STRICT, WITHOUT ROWID;
CREATE TABLE run_note (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES run (id),
    at_us  INTEGER NOT NULL,
    actor  TEXT    NOT NULL,
    text   TEXT    NOT NULL
) STRICT;
CREATE TABLE saved_view (
    name  TEXT    PRIMARY KEY CHECK (name <> ''),
    at_us INTEGER NOT NULL,
    actor TEXT    NOT NULL,
    view  TEXT    NOT NULL                  -- JSON
) STRICT, WITHOUT ROWID;
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
CREATE UNIQUE INDEX data_version_by_name ON data_version (dataset_id, name) WHERE name <> '';
CREATE INDEX data_version_by_parent ON data_version (parent_id);
CREATE INDEX run_by_data ON run_data (version_id);
CREATE INDEX task_by_sandbox ON task (sandbox_of);
CREATE INDEX run_by_tag ON run_tag (tag, run_id);
CREATE INDEX run_note_by_run ON run_note (run_id, id);
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
CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
CREATE TRIGGER event_lasts BEFORE DELETE ON event BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
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
CREATE TRIGGER run_note_stays BEFORE UPDATE ON run_note BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
CREATE TRIGGER run_note_lasts BEFORE DELETE ON run_note BEGIN SELECT RAISE (ABORT, 'history is append-only'); END;
