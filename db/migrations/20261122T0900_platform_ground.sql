create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create schema platform;

-- A time-ordered identifier (UUID version 7) for bulk loads; PostgreSQL has uuidv7() only from version 18.
create function platform.new_id(at timestamptz default clock_timestamp()) returns uuid
language sql volatile parallel safe as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
    || '7' || substr(md5(random()::text || clock_timestamp()::text), 1, 3)
    || to_hex(8 + (random() * 3)::int) || substr(md5(random()::text), 1, 15))::uuid
$$;

-- The truth of what happened. Readers order by (xid, id) and stop below the oldest running transaction, so that
-- an event that commits late is never skipped.
create table platform.domain_event (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  name text not null,
  actor_id uuid,
  community_id uuid,
  payload jsonb not null
);
create index domain_event_xid_id on platform.domain_event (xid, id);
create index domain_event_at on platform.domain_event using brin (at);

-- One row per effect that must happen once (job listeners, mails, idempotent requests).
create table platform.effect (
  key text primary key,
  at timestamptz not null default now()
);

create table platform.idempotency (
  member_id uuid not null,
  key text not null,
  request_hash text not null,
  body text,
  at timestamptz not null default now(),
  primary key (member_id, key)
);

create table platform.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_kind text not null,
  action text not null,
  subject text,
  details jsonb not null default '{}'
);

create table platform.setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);

-- Bytes live in the blob store; this is what the database knows of them.
create table platform.blob (
  id uuid primary key,
  sha256 bytea not null,
  size int not null,
  content_type text not null,
  created_at timestamptz not null default now()
);
