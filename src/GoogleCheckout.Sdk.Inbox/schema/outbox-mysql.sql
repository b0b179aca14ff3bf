-- The tables of the outbox of GoogleCheckout.Sdk.Inbox on MariaDB 10.6 or later, and on MySQL 8. Times are in UTC.
-- The program creates these tables when it starts, unless they exist or CreateSchema is false.
-- This script is idempotent. If you set another TablePrefix, replace google_checkout_ everywhere.
-- Identifiers are compared byte by byte. MariaDB executes the comments that begin with M!, MySQL those with !80000.

-- One row per order. A worker locks the row of the order while it carries out one of its commands.
CREATE TABLE IF NOT EXISTS google_checkout_command_orders (
    merchant varchar(128) NOT NULL,
    google_order_number varchar(128) NOT NULL,
    PRIMARY KEY (merchant, google_order_number)
) ENGINE = InnoDB, ROW_FORMAT = DYNAMIC, CHARACTER SET utf8mb4, COLLATE /*M! utf8mb4_nopad_bin */ /*!80000 utf8mb4_0900_bin */;

-- One row per command. sent_at is set while its outcome is unknown; target is the total that it is to reach, and amount its part of it. executed is 1 if a later command found that a dead letter had been executed.
-- The indexes are for due commands, their sequence within an order, unknown outcomes, dead letters, and expired rows.
CREATE TABLE IF NOT EXISTS google_checkout_commands (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    merchant varchar(128) NOT NULL,
    google_order_number varchar(128) NOT NULL,
    command_key varchar(128),
    kind varchar(128) NOT NULL,
    command mediumtext NOT NULL,
    enqueued_at datetime(6) NOT NULL,
    deadline datetime(6),
    state enum ('pending', 'done', 'failed', 'dead') NOT NULL,
    attempts int NOT NULL DEFAULT 0,
    next_attempt_at datetime(6),
    target varchar(128),
    amount varchar(128),
    sent_at datetime(6),
    executed int NOT NULL DEFAULT 0,
    waits_for mediumtext,
    last_fault mediumtext,
    ended_at datetime(6),
    UNIQUE KEY google_checkout_commands_key (merchant, command_key),
    KEY google_checkout_commands_due (next_attempt_at, id),
    KEY google_checkout_commands_next (merchant, google_order_number, state, id),
    KEY google_checkout_commands_sent (merchant, google_order_number, sent_at),
    KEY google_checkout_commands_dead (state, id),
    KEY google_checkout_commands_ended (ended_at)
) ENGINE = InnoDB, ROW_FORMAT = DYNAMIC, CHARACTER SET utf8mb4, COLLATE /*M! utf8mb4_nopad_bin */ /*!80000 utf8mb4_0900_bin */;
