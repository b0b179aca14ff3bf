-- The inbox of GoogleCheckout.Sdk.Inbox on PostgreSQL 12 or later.
-- The program makes these tables by itself when it starts, unless they are there or it was told not to.
-- Running this again changes nothing. With another TablePrefix, replace google_checkout_ throughout.

-- One row an order. Whoever handles a notification of an order holds its row, so there is one at a time.
CREATE TABLE IF NOT EXISTS google_checkout_orders (
    merchant text COLLATE "C" NOT NULL,
    google_order_number text COLLATE "C" NOT NULL,
    first_seen_at timestamptz NOT NULL,
    PRIMARY KEY (merchant, google_order_number)
);

-- One row a notification: what was handled, and in queued mode what is still to be.
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

-- What is due, in what order, the dead letters, and what to prune.
CREATE INDEX IF NOT EXISTS google_checkout_notifications_due ON google_checkout_notifications (next_attempt_at, arrival) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS google_checkout_notifications_next ON google_checkout_notifications (merchant, google_order_number, happened_at, arrival) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS google_checkout_notifications_dead ON google_checkout_notifications (arrival) WHERE state = 'dead';
CREATE INDEX IF NOT EXISTS google_checkout_notifications_payload ON google_checkout_notifications (ended_at) WHERE state = 'handled' AND payload IS NOT NULL;
CREATE INDEX IF NOT EXISTS google_checkout_notifications_received ON google_checkout_notifications (received_at);

-- Where a poller goes on from.
CREATE TABLE IF NOT EXISTS google_checkout_tokens (
    merchant text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    token text NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (merchant, name)
);
