create schema trials;

-- A group that tries something before others must live with it. It belongs to a programme or to a community.
create table trials.trial (
  id uuid primary key,
  programme_id uuid,
  community_id uuid references communities.community on delete cascade,
  title text not null check (title <> ''),
  what text not null check (what <> ''),
  from_day date not null,
  to_day date not null,
  seats int not null check (seats between 1 and 500),
  -- Null: whoever reads the trial may volunteer.
  population_id uuid,
  votes_each int not null default 5 check (votes_each between 1 and 20),
  state text not null check (state in ('draft', 'open', 'closed')),
  leader_id uuid not null references people.member,
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  check (from_day <= to_day),
  check ((programme_id is null) <> (community_id is null))
);
create index trial_programme on trials.trial (programme_id);
create index trial_community on trials.trial (community_id);

create table trials.step (
  id uuid primary key,
  trial_id uuid not null references trials.trial on delete cascade,
  position int not null,
  text text not null check (text <> ''),
  expected text,
  -- Taken out of the scenario after somebody had tried it.
  dropped_at timestamptz
);
create index step_trial on trials.step (trial_id, position);

create table trials.tester (
  trial_id uuid not null references trials.trial on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  since timestamptz not null,
  primary key (trial_id, member_id)
);
create index tester_member on trials.tester (member_id);

create table trials.result (
  step_id uuid not null references trials.step on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  outcome text not null check (outcome in ('done', 'stuck', 'notTried')),
  severity text check (severity in ('blocking', 'annoying', 'minor')),
  what text,
  device text,
  at timestamptz not null,
  primary key (step_id, member_id)
);
create index result_member on trials.result (member_id);

-- A photo of what happened; the bytes are shared with other files.
create table trials.photo (
  id uuid primary key,
  step_id uuid not null,
  member_id uuid not null,
  blob_id uuid not null references platform.blob,
  thumbnail_blob_id uuid references platform.blob,
  file_name text not null,
  content_type text not null,
  alt text,
  foreign key (step_id, member_id) references trials.result on delete cascade
);

-- What somebody says of the whole, once and changeable.
create table trials.feedback (
  trial_id uuid not null references trials.trial on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  good text,
  missing text,
  -- Would you use it tomorrow?
  ready text not null check (ready in ('yes', 'almost', 'no')),
  at timestamptz not null,
  primary key (trial_id, member_id)
);
create index feedback_member on trials.feedback (member_id);

-- The leader told everybody who had a part, once each, of what was delivered together.
create table trials.delivery (
  id uuid primary key,
  trial_id uuid not null references trials.trial on delete cascade,
  words text not null check (words <> ''),
  delivered_by uuid references people.member,
  at timestamptz not null
);
create index delivery_trial on trials.delivery (trial_id);

create table trials.idea (
  id uuid primary key,
  trial_id uuid not null references trials.trial on delete cascade,
  title text not null check (title <> ''),
  text text,
  step_id uuid references trials.step on delete set null,
  status text not null check (status in ('received', 'planned', 'doing', 'delivered', 'notNow', 'no')),
  reason text,
  -- Order by the leader; the lowest first.
  position double precision not null,
  merged_into uuid references trials.idea on delete set null,
  delivery_id uuid references trials.delivery on delete set null,
  created_at timestamptz not null,
  status_at timestamptz not null,
  check (status not in ('notNow', 'no') or reason is not null),
  check (merged_into is distinct from id)
);
create index idea_trial on trials.idea (trial_id, position);
create index idea_merged on trials.idea (merged_into);

create table trials.author (
  idea_id uuid not null references trials.idea on delete cascade,
  member_id uuid not null references people.member,
  primary key (idea_id, member_id)
);
create index author_member on trials.author (member_id);

create table trials.vote (
  idea_id uuid not null references trials.idea on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  at timestamptz not null,
  primary key (idea_id, member_id)
);
create index vote_member on trials.vote (member_id);

-- After the delivery: does it work for you?
create table trials.verdict (
  idea_id uuid not null references trials.idea on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  works boolean not null,
  word text,
  at timestamptz not null,
  primary key (idea_id, member_id)
);
create index verdict_member on trials.verdict (member_id);
