CREATE SCHEMA format1;
CREATE TABLE format1.batch (
    tenant text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    digest bytea NOT NULL,
    starts bigint[] NOT NULL
);
CREATE TABLE format1.event (
    tenant text NOT NULL COLLATE pg_catalog."C",
    collection text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    schema integer NOT NULL,
    content bytea NOT NULL,
    sequence bigint NOT NULL,
    erased boolean DEFAULT false NOT NULL
);
CREATE TABLE format1.migration (
    number bigint NOT NULL,
    name text NOT NULL
);
CREATE TABLE format1.record (
    tenant text NOT NULL COLLATE pg_catalog."C",
    collection text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    revision text NOT NULL,
    schema integer NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE format1.tenant (
    tenant text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL
);
INSERT INTO format1.batch VALUES ('kendari', 'sample-2', 2, '\x7cbd902917193f8b857a898c681966a40f0c8438319692480111eec42de1ab74', '{}');
INSERT INTO format1.batch VALUES ('bungo', 'sample-1', 1, '\xc56358c62a59d3c0f40d71d081bd0aa50710660b02ad4d36a22f512882c47179', '{0}');
INSERT INTO format1.batch VALUES ('kendari', 'sample-3', 3, '\x37418558ed371e3d253083368aa2c8f35f20714421ddf2fd566ce767799eab54', '{2,0}');
INSERT INTO format1.batch VALUES ('kendari', 'sample-1', 1, '\x', '{0}');
INSERT INTO format1.event VALUES ('kendari', 'journal', 'notes', 0, 1, '\x30', 1, false);
INSERT INTO format1.event VALUES ('bungo', 'journal', 'notes', 0, 1, '\x746865697273', 1, false);
INSERT INTO format1.event VALUES ('kendari', 'journal', 'notes', 2, 1, '\x32', 3, false);
INSERT INTO format1.event VALUES ('kendari', 'journal', 'empty', 0, 2, '\x', 3, false);
INSERT INTO format1.event VALUES ('kendari', 'journal', 'notes', 1, 0, '\x', 1, true);
INSERT INTO format1.migration VALUES (1, 'tables');
INSERT INTO format1.record VALUES ('kendari', 'plans', 'a', '2.0', 1, '\x7365636f6e64');
INSERT INTO format1.record VALUES ('kendari', 'plans', 'c', '2.2', 3, '\x00ff0a');
INSERT INTO format1.record VALUES ('bungo', 'plans', 'a', '1.0', 1, '\x746865697273');
INSERT INTO format1.tenant VALUES ('bungo', 1);
INSERT INTO format1.tenant VALUES ('kendari', 3);
ALTER TABLE ONLY format1.batch
    ADD CONSTRAINT batch_pkey PRIMARY KEY (tenant, key);
ALTER TABLE ONLY format1.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (tenant, collection, id, "position");
ALTER TABLE ONLY format1.migration
    ADD CONSTRAINT migration_name_key UNIQUE (name);
ALTER TABLE ONLY format1.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);
ALTER TABLE ONLY format1.record
    ADD CONSTRAINT record_pkey PRIMARY KEY (tenant, collection, id);
ALTER TABLE ONLY format1.tenant
    ADD CONSTRAINT tenant_pkey PRIMARY KEY (tenant);
