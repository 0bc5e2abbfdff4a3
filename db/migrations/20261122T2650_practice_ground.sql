create schema practice;

-- A manager's own sheet on one community. Nobody else reads it, unless they share it.
create table practice.budget (
  member_id uuid not null references people.member on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  minutes_per_week int not null check (minutes_per_week between 15 and 3000),
  changed_at timestamptz not null,
  primary key (member_id, community_id)
);

-- Declared by the person, never derived from what they do here. `week` is a Monday.
create table practice.declared_week (
  member_id uuid not null references people.member on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  week date not null check (extract(isodow from week) = 1),
  minutes int not null check (minutes between 0 and 6000),
  note text,
  primary key (member_id, community_id, week)
);

create table practice.held_back (
  id uuid primary key,
  member_id uuid not null references people.member on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  on_day date not null,
  text text not null check (text <> '')
);
create index held_back_member on practice.held_back (member_id, community_id, on_day desc, id desc);

create table practice.sheet_share (
  member_id uuid not null references people.member on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  reader_id uuid not null references people.member on delete cascade,
  at timestamptz not null,
  primary key (member_id, community_id, reader_id),
  check (member_id <> reader_id)
);
create index sheet_share_reader on practice.sheet_share (reader_id);

-- Both days included. Who stands in was asked, and answers.
create table practice.leave (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  from_day date not null,
  to_day date not null,
  created_at timestamptz not null,
  stand_in_id uuid references people.member on delete set null,
  answer text check (answer in ('accepted', 'declined')),
  answered_at timestamptz,
  cancelled_at timestamptz,
  returned_on date,
  check (from_day <= to_day),
  check (stand_in_id is distinct from member_id)
);
create index leave_community on practice.leave (community_id, to_day) where cancelled_at is null;
create index leave_member on practice.leave (member_id);
create index leave_stand_in on practice.leave (stand_in_id) where stand_in_id is not null;

-- `parts`: [{"key", "lines": ["…"]}], as its writer edited them.
create table practice.handover (
  leave_id uuid primary key references practice.leave on delete cascade,
  word text,
  parts jsonb not null,
  changed_at timestamptz not null,
  given_at timestamptz,
  -- What whoever stood in says on return.
  return_word text,
  return_at timestamptz
);

-- A few managers who meet. What is said in a circle is read in the circle.
create table practice.circle (
  id uuid primary key,
  name text not null check (name <> ''),
  purpose text,
  -- A small circle: at most so many people.
  seats int not null default 8 check (seats between 3 and 12),
  created_at timestamptz not null,
  created_by uuid references people.member
);
create table practice.circle_member (
  circle_id uuid not null references practice.circle on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  joined_at timestamptz not null,
  primary key (circle_id, member_id)
);
create index circle_member_member on practice.circle_member (member_id);
create table practice.circle_meeting (
  id uuid primary key,
  circle_id uuid not null references practice.circle on delete cascade,
  starts_at timestamptz not null,
  place text not null check (place <> ''),
  by_member_id uuid references people.member,
  created_at timestamptz not null
);
create index circle_meeting_next on practice.circle_meeting (circle_id, starts_at);
create table practice.circle_entry (
  id uuid primary key,
  circle_id uuid not null references practice.circle on delete cascade,
  kind text not null check (kind in ('difficulty', 'note')),
  author_id uuid not null references people.member on delete cascade,
  text text not null check (text <> ''),
  at timestamptz not null
);
create index circle_entry_order on practice.circle_entry (circle_id, at desc, id desc);
create table practice.circle_reply (
  id uuid primary key,
  entry_id uuid not null references practice.circle_entry on delete cascade,
  author_id uuid not null references people.member on delete cascade,
  text text not null check (text <> ''),
  at timestamptz not null
);
create index circle_reply_entry on practice.circle_reply (entry_id, at);

-- What a manager publishes to the managers of the company. Each version stays.
create table practice.template (
  id uuid primary key,
  kind text not null check (kind in ('welcome', 'mission', 'format', 'charter', 'mailing', 'closing')),
  author_id uuid references people.member on delete set null,
  -- Of a copy that became somebody's own template.
  based_on uuid references practice.template on delete set null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  demo boolean not null default false
);
create index template_kind on practice.template (kind, published_at desc, id desc) where withdrawn_at is null;
create table practice.template_version (
  template_id uuid not null references practice.template on delete cascade,
  version int not null,
  title text not null check (title <> ''),
  body text not null check (body <> ''),
  language text not null check (language in ('fr', 'en')),
  what_changed text,
  at timestamptz not null,
  primary key (template_id, version)
);
-- A copy for one community, to be adapted; it says whose it was.
create table practice.template_copy (
  id uuid primary key,
  template_id uuid not null references practice.template on delete cascade,
  version int not null,
  community_id uuid not null references communities.community on delete cascade,
  title text not null,
  body text not null,
  at timestamptz not null,
  by_member_id uuid references people.member,
  changed_at timestamptz not null,
  unique (template_id, community_id)
);
create index template_copy_community on practice.template_copy (community_id, at desc);
