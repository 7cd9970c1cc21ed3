-- Long curves, drawn without reading every point.

-- What the points between two steps came to, for series that are long (storage/series_buckets.h). A bucket of a level
-- covers so many steps, aligned; it stands here once it is followed by a later one, so that appending costs nothing.
-- Rebuildable: whatever is missing is read from the points.
CREATE TABLE series_bucket (
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    level     INTEGER NOT NULL,
    bucket    INTEGER NOT NULL,             -- its first step divided by the steps it covers
    n         INTEGER NOT NULL,             -- points, gaps among them
    low_step  INTEGER,                      -- NULL = no number, gaps alone
    low       REAL,
    high_step INTEGER,
    high      REAL,
    gap_step  INTEGER,                      -- of the first point that is no finite number; NULL = there is none
    PRIMARY KEY (series_id, level, bucket)
) STRICT, WITHOUT ROWID;
