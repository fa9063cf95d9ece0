-- What each notifier was told of, and is still to be told: JSON. A cause is one whatever the location, so these have none.
CREATE TABLE notifier_states (
    notifier TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    -- When the next message is due; none where nothing waits for more of its cause.
    due_at BIGINT
);

-- Which worker delivers to a notifier, whatever its location: two would break the order.
CREATE TABLE notifier_deliveries (
    notifier TEXT NOT NULL PRIMARY KEY,
    worker TEXT NOT NULL
);
DROP TABLE deliveries;

-- Maintenance windows that were asked for while workers ran.
CREATE TABLE maintenance (
    id TEXT NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    -- A JSON array of names; empty for all.
    scenarios TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    to_at BIGINT NOT NULL
);
