-- The table of Spring Authorization Server 7.1 for PostgreSQL, with the
-- session it came from. Of tokens and codes only the SHA-256 is kept.
CREATE TABLE oauth2_authorization (
    id                            varchar(100) PRIMARY KEY,
    registered_client_id          varchar(100) NOT NULL,
    principal_name                varchar(200) NOT NULL,
    authorization_grant_type      varchar(100) NOT NULL,
    authorized_scopes             varchar(1000),
    attributes                    text,
    state                         varchar(500),
    authorization_code_value      text,
    authorization_code_issued_at  timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata   text,
    access_token_value            text,
    access_token_issued_at        timestamptz,
    access_token_expires_at       timestamptz,
    access_token_metadata         text,
    access_token_type             varchar(100),
    access_token_scopes           varchar(1000),
    oidc_id_token_value           text,
    oidc_id_token_issued_at       timestamptz,
    oidc_id_token_expires_at      timestamptz,
    oidc_id_token_metadata        text,
    refresh_token_value           text,
    refresh_token_issued_at       timestamptz,
    refresh_token_expires_at      timestamptz,
    refresh_token_metadata        text,
    user_code_value               text,
    user_code_issued_at           timestamptz,
    user_code_expires_at          timestamptz,
    user_code_metadata            text,
    device_code_value             text,
    device_code_issued_at         timestamptz,
    device_code_expires_at        timestamptz,
    device_code_metadata          text,
    sid                           text
);
CREATE INDEX oauth2_authorization_by_principal ON oauth2_authorization (principal_name);
CREATE INDEX oauth2_authorization_by_sid ON oauth2_authorization (sid);
CREATE INDEX oauth2_authorization_by_code ON oauth2_authorization (authorization_code_value);
CREATE INDEX oauth2_authorization_by_access ON oauth2_authorization (access_token_value);
CREATE INDEX oauth2_authorization_by_id_token ON oauth2_authorization (oidc_id_token_value);
CREATE INDEX oauth2_authorization_by_refresh ON oauth2_authorization (refresh_token_value);

-- Refresh tokens that were used. One that comes again was stolen, from or by whoever used it first.
CREATE TABLE spent_refresh_token (
    token_hash       text         PRIMARY KEY,
    authorization_id varchar(100) NOT NULL REFERENCES oauth2_authorization ON DELETE CASCADE,
    spent_at         timestamptz  NOT NULL
);
CREATE INDEX spent_refresh_token_by_authorization ON spent_refresh_token (authorization_id);

-- Keys that sign tokens: the public and the private half, sealed with the master key.
CREATE TABLE signing_key (
    id         text        PRIMARY KEY,
    sealed     bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    signs_from timestamptz NOT NULL
);
