-- The failed runs of one scenario: without it all failed runs of all scenarios are walked through.
CREATE INDEX runs_by_scenario_and_status ON runs (scenario, status, started_at, id);

-- With what each record takes: adding that up reads this index, and no row.
DROP INDEX runs_by_age;
CREATE INDEX runs_by_age ON runs (is_bad, started_at, bytes);
