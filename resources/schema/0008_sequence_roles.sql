-- What a sequence is for, and which samples a task was made of.

ALTER TABLE sequence_task ADD COLUMN upstream INTEGER NOT NULL DEFAULT 0   -- 1 = learned for later ones to reuse
    CHECK (upstream IN (0, 1));

ALTER TABLE task ADD COLUMN data_filter TEXT NOT NULL DEFAULT '';          -- JSON, storage/task_filter.h; '' = all labelled
ALTER TABLE task ADD COLUMN sandbox_of INTEGER REFERENCES task (id);       -- NULL = not a sampled copy
CREATE INDEX task_by_sandbox ON task (sandbox_of);
