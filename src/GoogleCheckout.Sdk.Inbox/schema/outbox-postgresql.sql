-- The tables of the outbox of GoogleCheckout.Sdk.Inbox on PostgreSQL 12 or later.
-- The program creates these tables when it starts, unless they exist or CreateSchema is false.
-- This script is idempotent. If you set another TablePrefix, replace google_checkout_ everywhere.

-- One row per order. A worker locks the row of the order while it carries out one of its commands.
CREATE TABLE IF NOT EXISTS google_checkout_command_orders (
    merchant text COLLATE "C" NOT NULL,
    google_order_number text COLLATE "C" NOT NULL,
    PRIMARY KEY (merchant, google_order_number)
);

-- One row per command. sent_at is set while its outcome is unknown; target is the total that it is to reach, and amount its part of it. executed is 1 if a later command found that a dead letter had been executed.
CREATE TABLE IF NOT EXISTS google_checkout_commands (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    merchant text COLLATE "C" NOT NULL,
    google_order_number text COLLATE "C" NOT NULL,
    command_key text COLLATE "C",
    kind text NOT NULL,
    command text NOT NULL,
    enqueued_at timestamptz NOT NULL,
    deadline timestamptz,
    state text NOT NULL CHECK (state IN ('pending', 'done', 'failed', 'dead')),
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    target text,
    amount text,
    sent_at timestamptz,
    executed integer NOT NULL DEFAULT 0,
    waits_for text,
    last_fault text,
    ended_at timestamptz,
    UNIQUE (merchant, command_key)
);

-- Indexes for due commands, the commands of an order in their sequence, those of an order whose outcome is unknown, dead letters, and expired rows.
CREATE INDEX IF NOT EXISTS google_checkout_commands_due ON google_checkout_commands (next_attempt_at, id) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS google_checkout_commands_next ON google_checkout_commands (merchant, google_order_number, state, id);
CREATE INDEX IF NOT EXISTS google_checkout_commands_sent ON google_checkout_commands (merchant, google_order_number) WHERE sent_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS google_checkout_commands_dead ON google_checkout_commands (id) WHERE state = 'dead';
CREATE INDEX IF NOT EXISTS google_checkout_commands_ended ON google_checkout_commands (ended_at) WHERE state IN ('done', 'failed');
