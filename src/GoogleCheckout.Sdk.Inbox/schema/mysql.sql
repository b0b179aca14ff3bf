-- The tables of GoogleCheckout.Sdk.Inbox on MariaDB 10.6 or later, and on MySQL 8. Times are in UTC.
-- The program creates these tables when it starts, unless they exist or CreateSchema is false.
-- This script is idempotent. If you set another TablePrefix, replace google_checkout_ everywhere.
-- Identifiers are compared byte by byte. MariaDB executes the comments that begin with M!, MySQL those with !80000.

-- One row per order. The handler of a notification locks the row of its order, so one notification of an order is handled at a time.
CREATE TABLE IF NOT EXISTS google_checkout_orders (
    merchant varchar(128) NOT NULL,
    google_order_number varchar(128) NOT NULL,
    first_seen_at datetime(6) NOT NULL,
    PRIMARY KEY (merchant, google_order_number)
) ENGINE = InnoDB, ROW_FORMAT = DYNAMIC, CHARACTER SET utf8mb4, COLLATE /*M! utf8mb4_nopad_bin */ /*!80000 utf8mb4_0900_bin */;

-- One row per notification: the handled ones and, in queued mode, the pending ones and the dead letters.
-- The indexes are for due notifications, their sequence within an order, dead letters, and expired rows.
CREATE TABLE IF NOT EXISTS google_checkout_notifications (
    arrival bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    merchant varchar(128) NOT NULL,
    serial_number varchar(128) NOT NULL,
    google_order_number varchar(128) NOT NULL,
    kind varchar(128) NOT NULL,
    happened_at datetime(6) NOT NULL,
    received_at datetime(6) NOT NULL,
    state enum ('pending', 'handled', 'dead') NOT NULL,
    ended_at datetime(6),
    attempts int NOT NULL DEFAULT 0,
    next_attempt_at datetime(6),
    last_fault mediumtext,
    payload longblob,
    payload_since datetime(6) GENERATED ALWAYS AS (CASE WHEN state = 'handled' AND payload IS NOT NULL THEN ended_at END) STORED,
    UNIQUE KEY google_checkout_notifications_key (merchant, serial_number),
    KEY google_checkout_notifications_due (next_attempt_at, arrival),
    KEY google_checkout_notifications_next (merchant, google_order_number, state, happened_at, arrival),
    KEY google_checkout_notifications_dead (state, arrival),
    KEY google_checkout_notifications_payload (payload_since),
    KEY google_checkout_notifications_received (received_at)
) ENGINE = InnoDB, ROW_FORMAT = DYNAMIC, CHARACTER SET utf8mb4, COLLATE /*M! utf8mb4_nopad_bin */ /*!80000 utf8mb4_0900_bin */;

-- The cursors at which polling continues.
CREATE TABLE IF NOT EXISTS google_checkout_tokens (
    merchant varchar(128) NOT NULL,
    name varchar(128) NOT NULL,
    token mediumtext NOT NULL,
    written_at datetime(6) NOT NULL,
    PRIMARY KEY (merchant, name)
) ENGINE = InnoDB, ROW_FORMAT = DYNAMIC, CHARACTER SET utf8mb4, COLLATE /*M! utf8mb4_nopad_bin */ /*!80000 utf8mb4_0900_bin */;
