CREATE TABLE ware (name text NOT NULL);
