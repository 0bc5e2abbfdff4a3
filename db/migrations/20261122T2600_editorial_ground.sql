create schema editorial;

-- When a place is quiet. A row without a site speaks for communities that have none, and for sites without a row.
create table editorial.site_calendar (
  id uuid primary key,
  site_id uuid unique nulls not distinct references people.site on delete cascade,
  -- Zone of the French school calendar; `file`: another calendar, brought as a file; `none`: no school holidays.
  zone text not null check (zone in ('A', 'B', 'C', 'file', 'none')),
  -- Good Friday and 26 December (article L3134-13 of the Code du travail).
  alsace_moselle boolean not null default false,
  file_name text,
  file_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid references people.member,
  check ((zone = 'file') = (file_name is not null))
);

-- Days of a calendar file, both included.
create table editorial.file_period (
  calendar_id uuid not null references editorial.site_calendar on delete cascade,
  position int not null,
  label text not null check (label <> ''),
  from_day date not null,
  to_day date not null,
  primary key (calendar_id, position),
  check (from_day <= to_day)
);

-- A way of speaking that a community keeps: the company's are copied here when they are adopted, and edited freely.
create table editorial.format (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  -- The company format that it was copied from; null: the community's own.
  key text,
  name jsonb not null,
  how_to jsonb not null,
  minutes int not null check (minutes between 5 and 2400),
  rhythm text not null check (rhythm in ('weekly', 'fortnightly', 'monthly', 'quarterly', 'once')),
  changed_at timestamptz not null,
  changed_by uuid references people.member,
  unique (community_id, key)
);

-- What comes back: a rule in the words of RFC 5545, unrolled into slots ahead of time.
create table editorial.series (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  rule text not null,
  first_day date not null,
  unrolled_until date not null,
  is_complete boolean not null default false
);
create index series_open on editorial.series (unrolled_until) where not is_complete;

create table editorial.slot (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  series_id uuid references editorial.series on delete set null,
  -- The day that the rule gave it, whatever it was moved to since.
  series_day date,
  on_day date not null,
  title text not null check (title <> ''),
  note text,
  format_id uuid references editorial.format on delete set null,
  speaker_id uuid references people.member,
  state text not null check (state in ('idea', 'asked', 'drafted', 'published', 'skipped')),
  skip_reason text,
  post_id uuid references discussions.post on delete set null,
  page_id uuid references knowledge.page on delete set null,
  gathering_id uuid references gatherings.gathering on delete set null,
  created_at timestamptz not null,
  created_by uuid references people.member,
  changed_at timestamptz not null,
  unique (series_id, series_day),
  check ((state = 'skipped') = (skip_reason is not null))
);
create index slot_community on editorial.slot (community_id, on_day, id);
create index slot_waiting on editorial.slot (on_day) where state in ('idea', 'asked', 'drafted');
create index slot_speaker on editorial.slot (speaker_id, on_day);
create index slot_series on editorial.slot (series_id);

-- Members who said that they are willing to speak. `rounds`: turns that they had or let pass, so that nobody is asked
-- twice until all had one; who comes later begins with the round that runs.
create table editorial.volunteer (
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  subject text,
  rounds int not null default 0,
  since timestamptz not null,
  primary key (community_id, member_id)
);
create index volunteer_member on editorial.volunteer (member_id);

-- Somebody is asked to speak on a slot. The text stays theirs: nothing of it is here.
create table editorial.turn (
  id uuid primary key,
  slot_id uuid not null references editorial.slot on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  asked_by uuid references people.member on delete set null,
  -- Who would rather give their turn to this person.
  swap_from uuid references people.member on delete set null,
  note text,
  asked_at timestamptz not null,
  answer text check (answer in ('accepted', 'declined', 'swapped', 'withdrawn')),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create unique index turn_open on editorial.turn (slot_id) where answer is null and swap_from is null;
create index turn_member on editorial.turn (member_id, asked_at);
create index turn_slot on editorial.turn (slot_id, asked_at);

-- A reminder went out, for the day that the slot then had.
create table editorial.reminder (
  slot_id uuid not null references editorial.slot on delete cascade,
  on_day date not null,
  lead int not null check (lead in (7, 3, 1)),
  at timestamptz not null,
  primary key (slot_id, on_day, lead)
);

-- A relaunch week that somebody touched; the others are reckoned from the holidays. `items`: [{"key", "text", "done"}].
create table editorial.relaunch (
  community_id uuid not null references communities.community on delete cascade,
  key text not null,
  starts_on date not null,
  items jsonb not null,
  is_dismissed boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid references people.member,
  primary key (community_id, key)
);
