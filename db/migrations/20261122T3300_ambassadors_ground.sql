create schema ambassadors;

-- A cohort with seats: who carries a subject near their colleagues. Under a community, a change programme, or both.
create table ambassadors.programme (
  id uuid primary key,
  community_id uuid references communities.community on delete cascade,
  -- A change programme.
  programme_id uuid references programmes.programme on delete cascade,
  name text not null check (name <> ''),
  purpose text not null check (purpose <> ''),
  kind text not null check (kind in ('content', 'adoption')),
  leader_id uuid not null references people.member,
  seats_max int not null check (seats_max between 1 and 5000),
  mandate_months int not null default 12 check (mandate_months between 1 and 36),
  min_per_quarter int not null default 3 check (min_per_quarter between 0 and 50),
  -- Held kick-off with 60 % present.
  launched_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references people.member,
  check (community_id is not null or programme_id is not null)
);
create index programme_community on ambassadors.programme (community_id);
create index programme_change on ambassadors.programme (programme_id) where programme_id is not null;
create index programme_leader on ambassadors.programme (leader_id);

create table ambassadors.charter (
  programme_id uuid not null references ambassadors.programme on delete cascade,
  version int not null,
  text text not null check (text <> ''),
  at timestamptz not null,
  by_member_id uuid references people.member,
  primary key (programme_id, version)
);

-- One person in one programme; the steps below keep the history.
create table ambassadors.mandate (
  id uuid primary key,
  programme_id uuid not null references ambassadors.programme on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  state text not null check (state in ('nominated', 'invited', 'declined', 'onboarding', 'active', 'paused', 'renewal',
    'talk', 'lighter', 'withdrawn', 'alumni')),
  state_at timestamptz not null,
  nominated_by uuid references people.member,
  nominated_as text not null check (nominated_as in ('self', 'peer', 'manager')),
  nomination_word text,
  -- The person has said yes to being proposed.
  consented_at timestamptz,
  -- The leader would like to, and every seat is taken.
  waiting_at timestamptz,
  invited_at timestamptz,
  since date,
  mandate_end date,
  renewals int not null default 0,
  buddy_id uuid references people.member,
  reach_word text,
  is_listed boolean not null default true,
  accepts_turns boolean not null default false,
  unique (programme_id, member_id)
);
create index mandate_member on ambassadors.mandate (member_id);
create index mandate_buddy on ambassadors.mandate (buddy_id) where buddy_id is not null;
create index mandate_nominator on ambassadors.mandate (nominated_by) where nominated_by is not null;

create table ambassadors.step (
  id uuid primary key,
  mandate_id uuid not null references ambassadors.mandate on delete cascade,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  -- Null: the calendar.
  by_member_id uuid references people.member
);
create index step_mandate on ambassadors.step (mandate_id, at);

create table ambassadors.induction (
  mandate_id uuid not null references ambassadors.mandate on delete cascade,
  key text not null check (key in ('call', 'objectives', 'rules', 'tool', 'firstText', 'charter')),
  done_at timestamptz not null,
  done_by uuid references people.member,
  charter_version int,
  primary key (mandate_id, key)
);

-- Hours a month, asked of the line manager at the address that the ambassador gives. Only the hash of the link is known.
create table ambassadors.commitment (
  id uuid primary key,
  mandate_id uuid not null references ambassadors.mandate on delete cascade,
  hours numeric(4, 1) not null check (hours > 0 and hours <= 60),
  manager_address text,
  language text not null check (language in ('fr', 'en')),
  asked_at timestamptz not null,
  token_hash bytea unique,
  expires_at timestamptz,
  state text not null check (state in ('asked', 'agreed', 'refused', 'counter', 'replaced')),
  -- What the line manager can give instead.
  counter_hours numeric(4, 1),
  word text,
  answered_at timestamptz
);
create index commitment_mandate on ambassadors.commitment (mandate_id, asked_at desc);

create table ambassadors.absence (
  id uuid primary key,
  mandate_id uuid not null references ambassadors.mandate on delete cascade,
  from_day date not null,
  to_day date not null,
  check (from_day <= to_day)
);
create index absence_mandate on ambassadors.absence (mandate_id);

create table ambassadors.meeting (
  id uuid primary key,
  programme_id uuid not null references ambassadors.programme on delete cascade,
  kind text not null check (kind in ('kickoff', 'quarterly')),
  gathering_id uuid references gatherings.gathering on delete set null,
  title text not null check (title <> ''),
  starts_at timestamptz not null,
  place text,
  link text,
  recap text,
  actions text[] not null default '{}',
  recap_at timestamptz,
  created_by uuid references people.member
);
create index meeting_programme on ambassadors.meeting (programme_id, starts_at);
create index meeting_gathering on ambassadors.meeting (gathering_id) where gathering_id is not null;

-- Counted for the kick-off; who was there is the ambassadors' own and the leader's.
create table ambassadors.attendance (
  meeting_id uuid not null references ambassadors.meeting on delete cascade,
  mandate_id uuid not null references ambassadors.mandate on delete cascade,
  present boolean not null,
  at timestamptz not null,
  primary key (meeting_id, mandate_id)
);
create index attendance_mandate on ambassadors.attendance (mandate_id);

-- The ambassador's own record. Nobody else reads it; a detected line that they drop stays dropped.
create table ambassadors.contribution (
  id uuid primary key,
  mandate_id uuid not null references ambassadors.mandate on delete cascade,
  on_day date not null,
  kind text not null check (kind in ('post', 'answer', 'page', 'gathering', 'turn', 'help', 'other')),
  title text not null check (title <> ''),
  url text,
  source text not null check (source in ('declared', 'detected')),
  detected_key text,
  minutes int check (minutes between 1 and 6000),
  dropped_at timestamptz,
  unique (mandate_id, detected_key)
);
create index contribution_mandate on ambassadors.contribution (mandate_id, on_day desc, id desc);

create table ambassadors.talk (
  id uuid primary key,
  mandate_id uuid not null references ambassadors.mandate on delete cascade,
  quarter text not null,
  -- By the ambassador themselves, or by the leader.
  asked_by uuid references people.member,
  asked_at timestamptz not null,
  held_on date,
  held_by uuid references people.member,
  note text,
  note_shared_at timestamptz,
  outcome text check (outcome in ('active', 'lighter', 'withdrawn')),
  concluded_at timestamptz
);
create index talk_mandate on ambassadors.talk (mandate_id, asked_at desc);

create table ambassadors.farewell (
  mandate_id uuid primary key references ambassadors.mandate on delete cascade,
  thanks text,
  thanks_by uuid references people.member,
  thanks_at timestamptz,
  -- In the member's own words, or nothing.
  announcement text,
  announcement_at timestamptz
);

create table ambassadors.idea (
  mandate_id uuid not null references ambassadors.mandate on delete cascade,
  month text not null,
  first int not null,
  second int not null,
  sent_at timestamptz not null,
  passed_at timestamptz,
  primary key (mandate_id, month)
);

create table ambassadors.attestation (
  id uuid primary key,
  mandate_id uuid not null references ambassadors.mandate on delete cascade,
  from_day date not null,
  to_day date not null,
  language text not null check (language in ('fr', 'en')),
  -- What the ambassador chose, as it read that day.
  lines text[] not null,
  text text not null,
  created_at timestamptz not null,
  sent_to_hr_by_member_at timestamptz
);
create index attestation_mandate on ambassadors.attestation (mandate_id, created_at desc);

-- What has been reminded of: one key, once.
create table ambassadors.reminded (
  key text primary key,
  programme_id uuid not null references ambassadors.programme on delete cascade,
  at timestamptz not null
);
create index reminded_programme on ambassadors.reminded (programme_id);
