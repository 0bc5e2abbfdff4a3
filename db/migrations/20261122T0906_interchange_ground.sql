create schema interchange;

create table interchange.import (
  id uuid primary key,
  source text not null,
  community_id uuid not null references communities.community on delete cascade,
  started_at timestamptz not null,
  finished_at timestamptz,
  state text not null check (state in ('running', 'finished', 'failed')),
  -- Whether what it brought gives cards to the community manager; history does not, unless asked.
  feeds_workbench boolean not null default false,
  -- Where to go on after an interruption.
  checkpoint jsonb not null default '{}',
  report jsonb not null default '{}'
);
create index import_community on interchange.import (community_id, source);
create index import_feeds on interchange.import (community_id) where feeds_workbench;

-- Source id → ours; what makes an import safe to run again. `id` is null for what was seen and left out, so that
-- what refers to it can say why.
create table interchange.source_id (
  source text not null,
  community_id uuid not null references communities.community on delete cascade,
  kind text not null,
  source_key text not null,
  id uuid,
  -- The import that saw it last; a key that comes twice in one import is a duplicate.
  import_id uuid not null references interchange.import,
  primary key (community_id, source, kind, source_key)
);

-- Facts that wait, during an import, until everything they refer to has arrived: votes counted per post, accepted
-- answers, closed questions. Emptied at its end.
create table interchange.staged (
  import_id uuid not null references interchange.import on delete cascade,
  kind text not null,
  source_key text not null,
  ref text,
  at timestamptz,
  n int not null default 0,
  primary key (import_id, kind, source_key)
);

create schema measurement;
-- One presence bit per member, community and month; purged after 13 months.
create table measurement.presence_month (
  member_id uuid not null references people.member,
  community_id uuid not null references communities.community on delete cascade,
  month date not null check (extract(day from month) = 1),
  primary key (community_id, month, member_id)
);
