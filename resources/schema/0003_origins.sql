-- Runs that go on from a finished run, and newer versions of tasks.

ALTER TABLE run ADD COLUMN parent_id INTEGER REFERENCES run (id);   -- NULL = begins with the backbone alone
ALTER TABLE run ADD COLUMN how TEXT NOT NULL DEFAULT '';            -- core/run_origin.h
ALTER TABLE run ADD COLUMN inherited INTEGER NOT NULL DEFAULT 0;    -- tasks taken over from the parent, the first ones
ALTER TABLE run ADD COLUMN replaced INTEGER;                        -- place of the task whose head is learned anew
CREATE INDEX run_by_parent ON run (parent_id);

ALTER TABLE task ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE task ADD COLUMN previous_id INTEGER REFERENCES task (id);
CREATE INDEX task_by_previous ON task (previous_id);
