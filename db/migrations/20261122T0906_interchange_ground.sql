create schema interchange;

create table interchange.import (
  id uuid primary key,
  source text not null,
  community_id uuid not null references communities.community on delete cascade,
  started_at timestamptz not null,
  finished_at timestamptz,
  state text not null check (state in ('running', 'finished', 'failed')),
  -- Where to go on after an interruption.
  checkpoint jsonb not null default '{}',
  report jsonb not null default '{}'
);
create index import_community on interchange.import (community_id, source);

-- Source id → ours; what makes an import safe to run again.
create table interchange.source_id (
  source text not null,
  community_id uuid not null references communities.community on delete cascade,
  kind text not null,
  source_key text not null,
  id uuid not null,
  primary key (community_id, source, kind, source_key)
);

create schema measurement;
-- One presence bit per member, community and month; purged after 13 months.
create table measurement.presence_month (
  member_id uuid not null references people.member,
  community_id uuid not null references communities.community on delete cascade,
  month date not null check (extract(day from month) = 1),
  primary key (community_id, month, member_id)
);
