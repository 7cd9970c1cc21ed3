-- What several people say of the same sample.

-- Who gave the label a sample carries; '' = it came with the data.
ALTER TABLE sample ADD COLUMN labelled_by TEXT NOT NULL DEFAULT '';
UPDATE sample SET labelled_by = coalesce((SELECT actor FROM event WHERE sample_id = sample.id AND what = 'label'
                                          ORDER BY id DESC LIMIT 1), '')
WHERE EXISTS (SELECT 1 FROM sample_label WHERE sample_id = sample.id);

-- Judgements that agreement is told of (storage/opinions.h). The label of a sample becomes one, as that of whoever gave
-- it, when a second person judges the sample.
CREATE TABLE opinion (
    sample_id INTEGER NOT NULL REFERENCES sample (id) ON DELETE CASCADE,
    actor     TEXT    NOT NULL,
    at_us     INTEGER NOT NULL,
    labels    TEXT    NOT NULL,                     -- JSON: [class id, ...] ascending; [id, weight] where that is not 1
    PRIMARY KEY (sample_id, actor)
) STRICT, WITHOUT ROWID;
