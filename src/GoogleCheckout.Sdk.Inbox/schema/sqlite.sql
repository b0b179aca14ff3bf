-- The tables of GoogleCheckout.Sdk.Inbox on SQLite 3.35 or later. Times are text, in UTC.
-- The program creates these tables when it starts, unless they exist or CreateSchema is false.
-- This script is idempotent. If you set another TablePrefix, replace google_checkout_ everywhere.

-- One row per order, as on PostgreSQL, where the row is locked during handling.
CREATE TABLE IF NOT EXISTS google_checkout_orders (
    merchant TEXT NOT NULL,
    google_order_number TEXT NOT NULL,
    first_seen_at TEXT NOT NULL,
    PRIMARY KEY (merchant, google_order_number)
) WITHOUT ROWID;

-- One row per notification: the handled ones and, in queued mode, the pending ones and the dead letters.
CREATE TABLE IF NOT EXISTS google_checkout_notifications (
    arrival INTEGER PRIMARY KEY AUTOINCREMENT,
    merchant TEXT NOT NULL,
    serial_number TEXT NOT NULL,
    google_order_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'handled', 'dead')),
    ended_at TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT,
    last_fault TEXT,
    payload BLOB,
    UNIQUE (merchant, serial_number)
);

-- Indexes for due notifications, their sequence within an order, dead letters, and expired rows.
CREATE INDEX IF NOT EXISTS google_checkout_notifications_due ON google_checkout_notifications (next_attempt_at, arrival) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS google_checkout_notifications_next ON google_checkout_notifications (merchant, google_order_number, happened_at, arrival) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS google_checkout_notifications_dead ON google_checkout_notifications (arrival) WHERE state = 'dead';
CREATE INDEX IF NOT EXISTS google_checkout_notifications_payload ON google_checkout_notifications (ended_at) WHERE state = 'handled' AND payload IS NOT NULL;
CREATE INDEX IF NOT EXISTS google_checkout_notifications_received ON google_checkout_notifications (received_at);

-- The cursors at which polling continues.
CREATE TABLE IF NOT EXISTS google_checkout_tokens (
    merchant TEXT NOT NULL,
    name TEXT NOT NULL,
    token TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (merchant, name)
) WITHOUT ROWID;
