create schema gatherings;

-- Who may create: managers and moderators always, members where the community says so.
create table gatherings.setting (
  community_id uuid primary key references communities.community on delete cascade,
  members_may_create boolean not null default false,
  changed_at timestamptz not null default now(),
  changed_by uuid references people.member
);

-- What repeats: a rule in the words of RFC 5545, unrolled into rows ahead of time. Each row may then live its own life.
create table gatherings.series (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  rule text not null,
  first_wall timestamp not null,
  timezone text not null,
  -- Days up to this one have their rows, or have had them.
  unrolled_until date not null,
  -- The rule yields nothing more.
  is_complete boolean not null default false
);
create index series_open on gatherings.series (unrolled_until) where not is_complete;

-- Wall time and zone are what people agreed upon; `starts_at` and `ends_at` follow from them.
create table gatherings.gathering (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  series_id uuid references gatherings.series on delete cascade,
  -- The day that the rule gave it, whatever it was moved to since.
  series_day date,
  created_by uuid not null references people.member,
  created_at timestamptz not null default now(),
  title text not null check (title <> ''),
  description_md text,
  description_html text,
  language text not null default 'fr',
  mode text not null check (mode in ('onSite', 'remote', 'both')),
  place text,
  site_id uuid references people.site,
  link text,
  link_for_attendees boolean not null default true,
  starts_wall timestamp not null,
  timezone text not null,
  duration_minutes int not null check (duration_minutes between 5 and 14400),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- When the time was last said: a reminder due before that moment is not owed.
  timed_at timestamptz not null,
  seats_on_site int check (seats_on_site >= 0),
  seats_remote int check (seats_remote >= 0),
  changed_at timestamptz not null default now(),
  -- SEQUENCE of the calendar file.
  revision int not null default 0,
  check_in_secret bytea not null,
  unique (series_id, series_day)
);
create index gathering_community on gatherings.gathering (community_id, starts_at, id);
create index gathering_starts on gatherings.gathering (starts_at, id);

create table gatherings.cancellation (
  gathering_id uuid primary key references gatherings.gathering on delete cascade,
  at timestamptz not null,
  by_member_id uuid references people.member,
  word text
);

create table gatherings.organiser (
  gathering_id uuid not null references gatherings.gathering on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  primary key (gathering_id, member_id)
);
create index organiser_member on gatherings.organiser (member_id);

create sequence gatherings.turn;

-- One answer a person: a seat of one kind, a place in the waiting list of the other, or "not coming".
create table gatherings.answer (
  gathering_id uuid not null references gatherings.gathering on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  attends text check (attends in ('onSite', 'remote')),
  waits_for text check (waits_for in ('onSite', 'remote')),
  -- Order of arrival, taken while the gathering is locked.
  turn bigint not null,
  answered_at timestamptz not null,
  primary key (gathering_id, member_id),
  check (attends is distinct from waits_for or attends is null)
);
create index answer_member on gatherings.answer (member_id, gathering_id);
create index answer_waiting on gatherings.answer (gathering_id, waits_for, turn) where waits_for is not null;

-- "Tell me what was said".
create table gatherings.minutes_wish (
  gathering_id uuid not null references gatherings.gathering on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  primary key (gathering_id, member_id)
);
create index minutes_wish_member on gatherings.minutes_wish (member_id);

-- Who was there; thirteen months, then forgotten.
create table gatherings.presence (
  gathering_id uuid not null references gatherings.gathering on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  at timestamptz not null,
  -- Null: the person themselves, with the code on the screen.
  by_member_id uuid references people.member on delete set null,
  primary key (gathering_id, member_id)
);
create index presence_member on gatherings.presence (member_id);
create index presence_at on gatherings.presence (at);

-- The minutes are a post of the community; this says of which gathering.
create table gatherings.minutes (
  gathering_id uuid primary key references gatherings.gathering on delete cascade,
  post_id uuid not null references discussions.post on delete cascade,
  at timestamptz not null,
  by_member_id uuid not null references people.member
);
create index minutes_post on gatherings.minutes (post_id);

-- Reminders and introductions, where somebody chose otherwise than the defaults.
create table gatherings.preference (
  member_id uuid primary key references people.member on delete cascade,
  remind_day boolean not null default true,
  remind_hour boolean not null default true,
  introductions boolean not null default true
);

-- Addresses of personal calendars; only the hash of their secret is known here.
create table gatherings.calendar_feed (
  id uuid primary key,
  member_id uuid not null references people.member on delete cascade,
  token_hash bytea not null unique,
  name text not null,
  scope text not null check (scope in ('mine', 'communities')),
  created_at timestamptz not null,
  last_used_on date
);
create index calendar_feed_member on gatherings.calendar_feed (member_id);
