-- The tables of GoogleCheckout.Sdk.Inbox on PostgreSQL 12 or later.
-- The program creates these tables when it starts, unless they exist or CreateSchema is false.
-- This script is idempotent. If you set another TablePrefix, replace google_checkout_ everywhere.

-- One row per order. The handler of a notification locks the row of its order, so one notification of an order is handled at a time.
CREATE TABLE IF NOT EXISTS google_checkout_orders (
    merchant text COLLATE "C" NOT NULL,
    google_order_number text COLLATE "C" NOT NULL,
    first_seen_at timestamptz NOT NULL,
    PRIMARY KEY (merchant, google_order_number)
);

-- One row per notification: the handled ones and, in queued mode, the pending ones and the dead letters.
CREATE TABLE IF NOT EXISTS google_checkout_notifications (
    merchant text COLLATE "C" NOT NULL,
    serial_number text COLLATE "C" NOT NULL,
    google_order_number text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    happened_at timestamptz NOT NULL,
    arrival bigint GENERATED ALWAYS AS IDENTITY,
    received_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('pending', 'handled', 'dead')),
    ended_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    last_fault text,
    payload bytea,
    PRIMARY KEY (merchant, serial_number)
);

-- Indexes for due notifications, their sequence within an order, dead letters, and expired rows.
CREATE INDEX IF NOT EXISTS google_checkout_notifications_due ON google_checkout_notifications (next_attempt_at, arrival) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS google_checkout_notifications_next ON google_checkout_notifications (merchant, google_order_number, happened_at, arrival) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS google_checkout_notifications_dead ON google_checkout_notifications (arrival) WHERE state = 'dead';
CREATE INDEX IF NOT EXISTS google_checkout_notifications_payload ON google_checkout_notifications (ended_at) WHERE state = 'handled' AND payload IS NOT NULL;
CREATE INDEX IF NOT EXISTS google_checkout_notifications_received ON google_checkout_notifications (received_at);

-- The cursors at which polling continues.
CREATE TABLE IF NOT EXISTS google_checkout_tokens (
    merchant text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    token text NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (merchant, name)
);
