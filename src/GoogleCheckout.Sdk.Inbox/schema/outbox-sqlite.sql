-- The tables of the outbox of GoogleCheckout.Sdk.Inbox on SQLite 3.35 or later. Times are text, in UTC.
-- The program creates these tables when it starts, unless they exist or CreateSchema is false.
-- This script is idempotent. If you set another TablePrefix, replace google_checkout_ everywhere.

-- One row per order, as on PostgreSQL, where a worker locks it.
CREATE TABLE IF NOT EXISTS google_checkout_command_orders (
    merchant TEXT NOT NULL,
    google_order_number TEXT NOT NULL,
    PRIMARY KEY (merchant, google_order_number)
) WITHOUT ROWID;

-- One row per command. sent_at is set while its outcome is unknown; target is the total that it is to reach, and amount its part of it. executed is 1 if a later command found that a dead letter had been executed.
CREATE TABLE IF NOT EXISTS google_checkout_commands (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    merchant TEXT NOT NULL,
    google_order_number TEXT NOT NULL,
    command_key TEXT,
    kind TEXT NOT NULL,
    command TEXT NOT NULL,
    enqueued_at TEXT NOT NULL,
    deadline TEXT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'failed', 'dead')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT,
    target TEXT,
    amount TEXT,
    sent_at TEXT,
    executed INTEGER NOT NULL DEFAULT 0,
    waits_for TEXT,
    last_fault TEXT,
    ended_at TEXT,
    UNIQUE (merchant, command_key)
);

-- Indexes for due commands, the commands of an order in their sequence, dead letters, and expired rows.
CREATE INDEX IF NOT EXISTS google_checkout_commands_due ON google_checkout_commands (next_attempt_at, id) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS google_checkout_commands_next ON google_checkout_commands (merchant, google_order_number, state, id);
CREATE INDEX IF NOT EXISTS google_checkout_commands_dead ON google_checkout_commands (id) WHERE state = 'dead';
CREATE INDEX IF NOT EXISTS google_checkout_commands_ended ON google_checkout_commands (ended_at) WHERE state IN ('done', 'failed');
