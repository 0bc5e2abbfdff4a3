create schema polls;

-- A poll stands in a conversation, whose community decides who reads it and who votes.
create table polls.poll (
  id uuid primary key,
  post_id uuid not null unique references discussions.post on delete cascade,
  kind text not null check (kind in ('single', 'multiple', 'ranked', 'dates')),
  -- open: counts at any time, no names. visible: names beside the choices. secret: no link between a person and a
  -- choice, counts only once closed.
  ballot text not null check (ballot in ('open', 'secret', 'visible')),
  max_choices int check (max_choices > 0),
  -- A secret poll with fewer voters says nothing.
  min_voters int not null default 5 check (min_voters >= 5),
  -- Of a date poll: how long it lasts, and the zone of its place.
  duration_minutes int check (duration_minutes between 15 and 10080),
  timezone text,
  created_by uuid not null references people.member,
  created_at timestamptz not null,
  closes_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references people.member,
  -- Counted once, when it closed: {"voters": 12, "options": […], "rounds": […]}; null while it runs.
  result jsonb,
  gathering_id uuid,
  check ((kind = 'dates') = (duration_minutes is not null)),
  check ((closed_at is null) = (result is null))
);
create index poll_due on polls.poll (closes_at) where closed_at is null;

create table polls.option (
  poll_id uuid not null references polls.poll on delete cascade,
  id uuid not null,
  position int not null,
  label text,
  starts_at timestamptz,
  primary key (poll_id, id),
  unique (poll_id, position),
  check ((label is null) <> (starts_at is null))
);

-- Choices of open and visible polls.
create table polls.choice (
  poll_id uuid not null,
  member_id uuid not null references people.member,
  option_id uuid not null,
  -- 1 is the most wished for; only in ranked polls.
  rank int,
  -- Only in date polls.
  answer text check (answer in ('yes', 'ifNeeded')),
  primary key (poll_id, member_id, option_id),
  foreign key (poll_id, option_id) references polls.option on delete cascade
);
create index choice_member on polls.choice (member_id);
create index choice_option on polls.choice (poll_id, option_id);

-- Secret polls: who has voted, and what was voted, in two tables that nothing joins. No times. Each vote rewrites
-- ballots of others beside its own, so that neither order nor transaction says which one is whose
-- (docs/mechanisms/polls.md). Both are emptied when the poll closes.
create table polls.ticket (
  poll_id uuid not null references polls.poll on delete cascade,
  member_id uuid not null references people.member,
  primary key (poll_id, member_id)
);
create index ticket_member on polls.ticket (member_id);
create table polls.ballot (
  id uuid primary key default gen_random_uuid(),
  poll_id uuid not null references polls.poll on delete cascade,
  -- Option ids; in order of preference in a ranked poll.
  choices uuid[] not null
);
create index ballot_poll on polls.ballot (poll_id);
