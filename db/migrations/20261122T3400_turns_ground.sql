create schema turns;

-- A page of the company on another network, kept by volunteers week by week. What opens it (password, code, token) is
-- its owner's affair and is written nowhere: no column of this schema may hold it.
create table turns.account (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  -- The ambassadors who keep it; null: members of the community who volunteered.
  ambassador_programme_id uuid,
  name text not null check (name <> ''),
  network text not null,
  url text not null check (url ~ '^https://'),
  owner_id uuid not null references people.member,
  -- How the owner opens the page to whoever has the turn, in words.
  opened_how text,
  -- [{ id, part: before | during | end, text }]
  checklist jsonb not null,
  -- A Monday: the first week that is planned.
  starts_on date not null check (extract(isodow from starts_on) = 1),
  horizon int not null default 8 check (horizon between 2 and 26),
  created_at timestamptz not null,
  created_by uuid references people.member,
  closed_at timestamptz,
  closed_by uuid references people.member
);
create index account_community on turns.account (community_id);

-- Members who offered themselves, where no ambassador programme names them.
create table turns.volunteer (
  account_id uuid not null references turns.account on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  since timestamptz not null,
  primary key (account_id, member_id)
);
create index volunteer_member on turns.volunteer (member_id);

-- Who showed it to whom, and when: needed before a first turn, and nothing else is.
create table turns.training (
  account_id uuid not null references turns.account on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  trainer_id uuid references people.member,
  on_day date not null,
  noted_at timestamptz not null,
  primary key (account_id, member_id)
);
create index training_member on turns.training (member_id);

-- Days on which somebody takes no turn, on any account; no reason is asked.
create table turns.pause (
  id uuid primary key,
  member_id uuid not null references people.member on delete cascade,
  from_day date not null,
  to_day date not null,
  said_at timestamptz not null,
  check (from_day <= to_day)
);
create index pause_member on turns.pause (member_id);

create table turns.turn (
  id uuid primary key,
  account_id uuid not null references turns.account on delete cascade,
  week date not null check (extract(isodow from week) = 1),
  member_id uuid not null references people.member,
  -- planned: is to come, runs, or was left without a word; passed counts as the person's turn, returned does not.
  state text not null check (state in ('planned', 'done', 'passed', 'returned')),
  -- Swapped by two people: the plan does not move it any more.
  is_settled boolean not null default false,
  assigned_at timestamptz not null,
  ended_at timestamptz,
  links jsonb not null default '[]',
  word text
);
create unique index turn_week on turns.turn (account_id, week) where state in ('planned', 'done');
create index turn_account on turns.turn (account_id, week desc);
create index turn_member on turns.turn (member_id, week);

create table turns.swap (
  id uuid primary key,
  turn_id uuid not null references turns.turn on delete cascade,
  with_turn_id uuid not null references turns.turn on delete cascade,
  asked_by uuid not null references people.member,
  to_member_id uuid not null references people.member,
  asked_at timestamptz not null,
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_at timestamptz
);
create unique index swap_open on turns.swap (turn_id) where answer is null;
create index swap_to on turns.swap (to_member_id) where answer is null;
create index swap_with on turns.swap (with_turn_id);

create table turns.tick (
  turn_id uuid not null references turns.turn on delete cascade,
  item text not null,
  at timestamptz not null,
  primary key (turn_id, item)
);

-- Somebody would like another pair of eyes before publishing. Nothing waits for the answer.
create table turns.look (
  id uuid primary key,
  turn_id uuid not null references turns.turn on delete cascade,
  to_member_id uuid not null references people.member,
  text text not null check (text <> ''),
  asked_at timestamptz not null,
  answer text,
  answered_at timestamptz
);
create index look_turn on turns.look (turn_id);
create index look_to on turns.look (to_member_id) where answered_at is null;

create table turns.reminder (
  turn_id uuid not null references turns.turn on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  -- Days before the Monday: 7, 1; 0: the week is over.
  lead int not null,
  at timestamptz not null,
  primary key (turn_id, member_id, lead)
);
create index reminder_member on turns.reminder (member_id);
