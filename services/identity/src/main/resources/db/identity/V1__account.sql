-- An account is there once its address is confirmed. The key is the form of the address by which it is looked up.
CREATE TABLE account (
    id                  uuid        PRIMARY KEY,
    email               text        NOT NULL,
    email_key           text        NOT NULL UNIQUE,
    language            text        NOT NULL,
    password_hash       text        NOT NULL,
    created_at          timestamptz NOT NULL,
    password_changed_at timestamptz NOT NULL
);

-- What a link in a mail stands for. Tokens are kept as their SHA-256 only.
CREATE TABLE registration (
    token_hash    bytea       PRIMARY KEY,
    email         text        NOT NULL,
    email_key     text        NOT NULL,
    language      text        NOT NULL,
    password_hash text        NOT NULL,
    failures      integer     NOT NULL DEFAULT 0,
    expires_at    timestamptz NOT NULL
);
CREATE INDEX registration_by_email ON registration (email_key);
CREATE INDEX registration_by_expiry ON registration (expires_at);

CREATE TABLE recovery (
    token_hash bytea       PRIMARY KEY,
    email_key  text        NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX recovery_by_email ON recovery (email_key);
CREATE INDEX recovery_by_expiry ON recovery (expires_at);

-- Mails to be sent; what they say is sealed, since it holds the token.
CREATE TABLE mail (
    id         uuid        PRIMARY KEY,
    sealed     bytea       NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX mail_by_due ON mail (due_at);

-- The generic cell rate algorithm: one instant per kind and subject. The subject is a fingerprint, not the address itself.
CREATE TABLE tries (
    kind    text        NOT NULL,
    subject bytea       NOT NULL,
    full_at timestamptz NOT NULL,
    PRIMARY KEY (kind, subject)
);
CREATE INDEX tries_by_full ON tries (full_at);
