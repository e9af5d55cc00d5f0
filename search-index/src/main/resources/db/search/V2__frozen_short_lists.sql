-- Short lists as they stood when somebody froze them. A row is written once.
CREATE TABLE short_list (
    id              uuid        PRIMARY KEY,
    demand_id       uuid        NOT NULL,
    demand_version  bigint      NOT NULL,
    buyer_id        uuid        NOT NULL,
    frozen_at       timestamptz NOT NULL,
    ranking_version text        NOT NULL,
    generation      text        NOT NULL,
    offers          integer     NOT NULL,
    candidates      integer     NOT NULL,
    digest          text        NOT NULL,
    -- what it was judged from, JSON, and what was shown in each language, JSON; both compressed (gzip)
    record          bytea       NOT NULL,
    shown           bytea       NOT NULL
);
CREATE INDEX short_list_by_demand ON short_list (demand_id, id);
