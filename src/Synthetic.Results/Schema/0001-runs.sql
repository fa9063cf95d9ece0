-- One schema for SQLite and PostgreSQL; what they spell differently stands between dollar signs.
-- Instants are milliseconds since 1970, UTC.

-- Workers that live, or died lately.
CREATE TABLE workers (
    id TEXT NOT NULL PRIMARY KEY,
    location TEXT NOT NULL,
    seen_at BIGINT NOT NULL
);

-- A run, or a slot that is still open: then it has no status.
CREATE TABLE runs (
    id $identity$,
    run_id TEXT NOT NULL UNIQUE,
    scenario TEXT NOT NULL,
    location TEXT NOT NULL,
    scheduled_at BIGINT,
    started_at BIGINT NOT NULL,
    duration_ms DOUBLE PRECISION NOT NULL,
    status TEXT,
    -- 1 where it is kept for longer: it failed, or broke a budget.
    is_bad INTEGER NOT NULL,
    -- Size of its record.
    bytes BIGINT NOT NULL,
    -- The worker that claimed it.
    worker TEXT NOT NULL,
    -- One record for each slot.
    UNIQUE (location, scenario, scheduled_at)
);
CREATE INDEX runs_by_time ON runs (started_at, id);
CREATE INDEX runs_by_scenario ON runs (scenario, started_at, id);
CREATE INDEX runs_by_status ON runs (status, started_at, id);
CREATE INDEX runs_open ON runs (location) WHERE status IS NULL;
CREATE INDEX runs_by_age ON runs (is_bad, started_at);

-- The whole record: JSON, compressed with Brotli.
CREATE TABLE records (
    run BIGINT NOT NULL PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    body $bytes$ NOT NULL
);

-- What each part of each step took, so that histories open no records.
CREATE TABLE component_times (
    run BIGINT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    scenario TEXT NOT NULL,
    step TEXT NOT NULL,
    component TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ms DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (scenario, step, component, started_at, run)
);
CREATE INDEX component_times_by_run ON component_times (run);

-- What alerting remembers of each scenario: JSON.
CREATE TABLE alert_states (
    location TEXT NOT NULL,
    scenario TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (location, scenario)
);

-- Alerts that are still to be delivered, or could not be.
CREATE TABLE outbox (
    id $identity$,
    location TEXT NOT NULL,
    notifier TEXT NOT NULL,
    message_key TEXT NOT NULL,
    alert TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- When it was tried no more; it stays, and can be sent again.
    given_up_at BIGINT,
    UNIQUE (location, notifier, message_key)
);

-- Which worker delivers to a notifier: two would break the order.
CREATE TABLE deliveries (
    location TEXT NOT NULL,
    notifier TEXT NOT NULL,
    worker TEXT NOT NULL,
    PRIMARY KEY (location, notifier)
);
