-- The secret that an authenticator application shares, sealed with the master key. It counts once a code of it was shown;
-- the last time step a code of which was taken lets each be taken once.
CREATE TABLE totp (
    account_id   uuid        PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    sealed       bytea       NOT NULL,
    last_step    bigint      NOT NULL DEFAULT 0,
    offered_at   timestamptz NOT NULL,
    confirmed_at timestamptz
);

-- Fingerprints of the codes that stand in for a lost authenticator, each gone once it is used.
CREATE TABLE recovery_code (
    account_id  uuid  NOT NULL REFERENCES totp ON DELETE CASCADE,
    fingerprint bytea NOT NULL,
    PRIMARY KEY (account_id, fingerprint)
);
