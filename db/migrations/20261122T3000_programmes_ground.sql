create schema programmes;

-- Who may begin a programme beyond managers and administrators: named by an administrator.
create table programmes.founder (
  member_id uuid primary key references people.member,
  named_by uuid references people.member,
  named_at timestamptz not null
);

create table programmes.programme (
  id uuid primary key,
  name jsonb not null,
  kind text not null default 'change' check (kind in ('change')),
  -- `company`: every employee reads it. `circle`: those who lead or carry it and members of its communities.
  visibility text not null default 'company' check (visibility in ('company', 'circle')),
  phase text not null default 'framing' check (phase in ('framing', 'design', 'pilot', 'rollout', 'anchoring')),
  state text not null default 'running' check (state in ('running', 'closed')),
  leader_id uuid not null references people.member,
  sponsor_id uuid references people.member,
  -- The sponsor said yes; null while it is only asked.
  sponsor_agreed_at timestamptz,
  vision text,
  why_now text,
  problem text,
  baseline text,
  baseline_on date,
  -- The community whose problem and indicator say where it stands.
  problem_community_id uuid references communities.community on delete set null,
  demo boolean not null default false,
  created_at timestamptz not null,
  created_by uuid references people.member,
  changed_at timestamptz not null,
  check (sponsor_agreed_at is null or sponsor_id is not null)
);
create index programme_leader on programmes.programme (leader_id);
create index programme_sponsor on programmes.programme (sponsor_id);

create table programmes.co_leader (
  programme_id uuid not null references programmes.programme on delete cascade,
  member_id uuid not null references people.member,
  since timestamptz not null,
  primary key (programme_id, member_id)
);
create index co_leader_member on programmes.co_leader (member_id);

create table programmes.programme_community (
  programme_id uuid not null references programmes.programme on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  linked_at timestamptz not null,
  -- It was founded for the programme; otherwise its manager linked it.
  is_founded boolean not null default false,
  primary key (programme_id, community_id)
);
create index programme_community_community on programmes.programme_community (community_id);

-- A declared cohort of the directory: never a list of people.
create table programmes.population (
  id uuid primary key,
  programme_id uuid not null references programmes.programme on delete cascade,
  name text not null check (name <> ''),
  dimension text not null check (dimension in ('entity', 'site', 'community', 'all')),
  cell uuid,
  check ((dimension = 'all') = (cell is null)),
  unique nulls not distinct (programme_id, dimension, cell),
  unique (programme_id, id)
);

-- Every entity with itself and all that it belongs to: an entity as a population takes in its parts.
create view programmes.entity_above as
  with recursive above (entity_id, above_id) as (
    select id, id from people.entity
    union
    select a.entity_id, e.parent_id from above a join people.entity e on e.id = a.above_id where e.parent_id is not null)
  select entity_id, above_id from above;

create table programmes.phase_change (
  id uuid primary key,
  programme_id uuid not null references programmes.programme on delete cascade,
  from_phase text,
  to_phase text not null,
  at timestamptz not null,
  by_member_id uuid references people.member,
  -- Why it went on although some of what the phase asks was not there.
  reason text,
  missing text[] not null default '{}',
  check (cardinality(missing) = 0 or reason is not null)
);
create index phase_change_programme on programmes.phase_change (programme_id, at);

-- Items of a phase that only people can say, with who said so.
create table programmes.said_item (
  programme_id uuid not null references programmes.programme on delete cascade,
  key text not null,
  said_at timestamptz not null,
  said_by uuid references people.member,
  primary key (programme_id, key)
);

-- Every answer to a planning question is kept; the latest is the current one.
create table programmes.planning_answer (
  id uuid primary key,
  programme_id uuid not null references programmes.programme on delete cascade,
  question text not null check (question in ('structure', 'information', 'aims')),
  text text not null,
  at timestamptz not null,
  by_member_id uuid references people.member
);
create index planning_answer_programme on programmes.planning_answer (programme_id, question, at desc);

-- What was heard, from a group, a workshop, an interview: a role and a place, never a name without agreement.
create table programmes.heard (
  id uuid primary key,
  programme_id uuid not null references programmes.programme on delete cascade,
  sort text not null check (sort in ('interview', 'workshop', 'group', 'visit', 'test')),
  source text not null check (source <> ''),
  names_agreed boolean not null default false,
  heard_on date not null,
  text text not null check (text <> ''),
  tag text check (tag in ('need', 'irritant', 'idea')),
  -- The listening theme that was begun with it, in a community of the programme.
  theme_id uuid,
  theme_community_id uuid references communities.community on delete set null,
  written_at timestamptz not null,
  written_by uuid references people.member
);
create index heard_programme on programmes.heard (programme_id, heard_on desc, id desc);

-- All that is planned, said and done: one card each, in a column of the board.
create table programmes.card (
  id uuid primary key,
  programme_id uuid not null references programmes.programme on delete cascade,
  kind text not null check (kind in ('action', 'message', 'training', 'win', 'barrier', 'reinforcement')),
  accelerator text not null check (accelerator in ('urgency', 'coalition', 'vision', 'army', 'barriers', 'wins', 'sustain', 'institute')),
  position double precision not null default 0,
  title text not null check (title <> ''),
  detail text,
  owner_id uuid references people.member,
  -- Due, said, held, seen since, kept until: the day that the kind speaks of.
  on_day date,
  population_id uuid,
  -- Channel of a message; rhythm of what keeps it alive.
  channel text check (channel in ('post', 'gathering', 'newsletter', 'noticeBoard', 'teamTalk', 'mail', 'other')),
  -- Who says it, where it was seen, who lifts it: words for people without an account.
  who text,
  places int check (places > 0),
  -- The next step of a barrier.
  next_step text,
  done_at timestamptz,
  -- How it was lifted, what came of it.
  outcome text,
  refused_at timestamptz,
  refused_why text,
  told_at timestamptz,
  told_post_id uuid references discussions.post on delete set null,
  gathering_id uuid references gatherings.gathering on delete set null,
  created_at timestamptz not null,
  created_by uuid references people.member,
  changed_at timestamptz not null,
  foreign key (programme_id, population_id) references programmes.population (programme_id, id) on delete set null (population_id),
  check ((refused_at is null) = (refused_why is null)),
  check (done_at is null or refused_at is null)
);
create index card_programme on programmes.card (programme_id, accelerator, position);
create index card_owner on programmes.card (owner_id);
create index card_due on programmes.card (on_day) where done_at is null and refused_at is null;
create index card_population on programmes.card (population_id);

-- Which reminder of a card was sent for which day.
create table programmes.reminder (
  card_id uuid not null references programmes.card on delete cascade,
  on_day date not null,
  lead int not null,
  sent_at timestamptz not null,
  primary key (card_id, on_day, lead)
);

create table programmes.closing (
  programme_id uuid primary key references programmes.programme on delete cascade,
  at timestamptz not null,
  by_member_id uuid references people.member,
  wanted text not null,
  changed text not null,
  again text not null,
  not_again text not null,
  where_next text
);

-- The outreach kit: one version a saving.
create table programmes.kit (
  programme_id uuid not null references programmes.programme on delete cascade,
  version int not null,
  content jsonb not null,
  at timestamptz not null,
  by_member_id uuid references people.member,
  primary key (programme_id, version)
);
