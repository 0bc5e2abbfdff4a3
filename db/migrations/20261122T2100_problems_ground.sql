create schema problems;

-- What the indicator counts and how, in words; the rest of it stands in the canvas already.
alter table communities.canvas add column formula text;

-- Another series to hold beside the indicator. It shares its unit; it never explains it.
create table problems.comparison (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  name text not null,
  source text not null,
  created_by uuid references people.member,
  created_at timestamptz not null,
  removed_at timestamptz
);
create index comparison_community on problems.comparison (community_id) where removed_at is null;

-- Values of the indicator (comparison_id null) and of comparisons. A correction replaces a row and keeps it.
create table problems.value (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  comparison_id uuid references problems.comparison on delete cascade,
  on_day date not null,
  source text not null,
  value numeric not null,
  note text,
  way text not null check (way in ('hand', 'csv', 'api')),
  written_by uuid references people.member,
  written_at timestamptz not null,
  replaced_at timestamptz,
  check (replaced_at >= written_at)
);
-- One value a day from each source.
create unique index value_current on problems.value (community_id, comparison_id, on_day, source)
  nulls not distinct where replaced_at is null;
create index value_written on problems.value (community_id, written_at desc, id desc);

-- What was done, to be seen beside the values. By whom: a role, never a name.
create table problems.intervention (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  on_day date not null,
  text text not null,
  done_as text not null check (done_as in ('managers', 'experts', 'ambassadors', 'sponsor', 'members', 'partners', 'others')),
  post_id uuid references discussions.post on delete set null,
  noted_by uuid references people.member,
  noted_at timestamptz not null,
  removed_at timestamptz
);
create index intervention_community on problems.intervention (community_id, on_day) where removed_at is null;

-- A look at the indicator that ends in a decision; figures as they stood that day.
create table problems.review (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  reviewed_at timestamptz not null,
  decision text not null check (decision in ('continue', 'change', 'close')),
  why text not null,
  value numeric,
  value_on date,
  baseline numeric,
  target numeric,
  progress numeric,
  next_on date,
  reviewed_by uuid references people.member
);
create index review_community on problems.review (community_id, reviewed_at desc);

-- Each due date is reminded of once.
create table problems.reminder (
  community_id uuid not null references communities.community on delete cascade,
  due_on date not null,
  reminded_at timestamptz not null,
  primary key (community_id, due_on)
);
