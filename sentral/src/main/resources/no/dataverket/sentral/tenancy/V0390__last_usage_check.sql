-- What the last comparison of budgets, charges, usage and events found, for whoever asks between two of them.
CREATE TABLE ${schema}.usage_check (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    at          timestamptz NOT NULL,
    differences integer NOT NULL CHECK (differences >= 0),
    -- The comparisons that found one, and the first of the differences.
    checks      text[] NOT NULL,
    detail      text NOT NULL,
    -- Since when there have been differences.
    since       timestamptz CHECK ((since IS NULL) = (differences = 0))
);
