create schema lifecycle;

-- "I wish there were a community on…". What was wished before supporters were public keeps its promise: no name.
create table lifecycle.wish (
  id uuid primary key,
  member_id uuid not null references people.member,
  subject text not null,
  problem text,
  who_talks text,
  is_named boolean not null default true,
  at timestamptz not null default now(),
  -- `exists`: there is already a community; `opportunity`: one was begun from it.
  outcome text check (outcome in ('exists', 'opportunity')),
  community_id uuid references communities.community on delete cascade,
  word text,
  settled_at timestamptz,
  settled_by uuid references people.member,
  check ((outcome is null) = (settled_at is null)),
  check (outcome is null or community_id is not null)
);

create index wish_at on lifecycle.wish (at desc, id desc);
create index wish_member on lifecycle.wish (member_id);
create index wish_community on lifecycle.wish (community_id);
create index wish_subject on lifecycle.wish using gin (people.fold(subject) gin_trgm_ops);

create table lifecycle.wish_support (
  wish_id uuid not null references lifecycle.wish on delete cascade,
  member_id uuid not null references people.member,
  at timestamptz not null default now(),
  primary key (wish_id, member_id)
);
create index wish_support_member on lifecycle.wish_support (member_id);

-- What a community went through; `passed` are the soft gates that were passed, with the reason written then.
create table lifecycle.stage_change (
  id bigint generated always as identity primary key,
  community_id uuid not null references communities.community on delete cascade,
  at timestamptz not null default now(),
  from_stage text,
  to_stage text not null,
  by_member_id uuid references people.member,
  reason text,
  passed text[] not null default '{}'
);
create index stage_change_community on lifecycle.stage_change (community_id, id desc);

-- What a manager says is done where the data cannot know.
create table lifecycle.tick (
  community_id uuid not null references communities.community on delete cascade,
  stage text not null,
  item text not null,
  by_member_id uuid references people.member,
  at timestamptz not null default now(),
  note text,
  primary key (community_id, stage, item)
);

-- Beside communities.canvas, which holds the problem, the indicator, the target and the sponsor.
create table lifecycle.canvas (
  community_id uuid primary key references communities.community on delete cascade,
  why_community text,
  form text check (form in ('forum', 'profiles', 'process')),
  value_in_words text,
  horizon text,
  cm_hours numeric check (cm_hours > 0 and cm_hours <= 80),
  rituals text[] not null default '{}',
  first_contents text[] not null default '{}',
  data_notice text,
  success text,
  stop text,
  review_on date,
  -- Answers to the extra prompts, by key.
  more jsonb not null default '{}',
  changed_at timestamptz not null default now(),
  changed_by uuid references people.member
);

create table lifecycle.core_member (
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member,
  since timestamptz not null default now(),
  primary key (community_id, member_id)
);
create index core_member_member on lifecycle.core_member (member_id);

create table lifecycle.canvas_version (
  community_id uuid not null references communities.community on delete cascade,
  number int not null,
  at timestamptz not null default now(),
  by_member_id uuid references people.member,
  -- The whole canvas as it was written then; people by id.
  content jsonb not null,
  primary key (community_id, number)
);

-- Another community manager reads the canvas of this version, on request.
create table lifecycle.peer_review (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  version int not null,
  reviewer_id uuid not null references people.member,
  asked_by uuid references people.member,
  asked_at timestamptz not null default now(),
  verdict text check (verdict in ('ready', 'rework')),
  word text,
  done_at timestamptz,
  check ((verdict is null) = (done_at is null)),
  foreign key (community_id, version) references lifecycle.canvas_version (community_id, number) on delete cascade
);
create index peer_review_community on lifecycle.peer_review (community_id);
create index peer_review_reviewer on lifecycle.peer_review (reviewer_id) where done_at is null;

create table lifecycle.review (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  kind text not null check (kind in ('day90', 'stage')),
  due_on date not null,
  reminded_at timestamptz,
  done_at timestamptz,
  by_member_id uuid references people.member,
  decision text check (decision in ('continue', 'change', 'close')),
  learnt text,
  -- What was planned and what was when the review was done.
  facts jsonb,
  check ((decision is null) = (done_at is null))
);
create unique index review_open on lifecycle.review (community_id, kind) where done_at is null;
create index review_due on lifecycle.review (due_on) where done_at is null;

create table lifecycle.revival (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  begun_at timestamptz not null default now(),
  begun_by uuid references people.member,
  ends_on date not null,
  outcome text check (outcome in ('revive', 'close')),
  word text,
  ended_at timestamptz,
  check ((outcome is null) = (ended_at is null))
);
create unique index revival_open on lifecycle.revival (community_id) where ended_at is null;

create table lifecycle.revival_step (
  id uuid primary key,
  revival_id uuid not null references lifecycle.revival on delete cascade,
  position int not null,
  text text not null,
  owner_id uuid references people.member,
  due_on date not null,
  done_at timestamptz
);
create index revival_step_revival on lifecycle.revival_step (revival_id, position);

-- The closing as it is prepared; the announced date, reason and way on are those of communities.closure.
create table lifecycle.closing (
  community_id uuid primary key references communities.community on delete cascade,
  core_told_at timestamptz,
  core_told_by uuid references people.member,
  core_word text,
  reason text,
  where_next text,
  thanks text,
  last_event text,
  last_event_on date,
  lessons text,
  reopening text,
  changed_at timestamptz not null default now()
);

-- A page offered to another community; whoever manages it there decides.
create table lifecycle.page_transfer (
  id uuid primary key,
  from_community_id uuid not null references communities.community on delete cascade,
  to_community_id uuid not null references communities.community on delete cascade,
  page_id uuid not null references knowledge.page on delete cascade,
  proposed_by uuid references people.member,
  proposed_at timestamptz not null default now(),
  decision text check (decision in ('accepted', 'declined')),
  decided_by uuid references people.member,
  decided_at timestamptz,
  new_page_id uuid references knowledge.page on delete set null,
  check ((decision is null) = (decided_at is null))
);
create unique index page_transfer_once on lifecycle.page_transfer (page_id, to_community_id) where decision is null;
create index page_transfer_from on lifecycle.page_transfer (from_community_id);
create index page_transfer_to on lifecycle.page_transfer (to_community_id);

-- Somebody is asked to take a community over; they accept for themselves.
create table lifecycle.takeover (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member,
  asked_by uuid references people.member,
  -- Whose roles are handed over, when somebody left.
  leaver_id uuid references people.member,
  word text,
  asked_at timestamptz not null default now(),
  answer text check (answer in ('accepted', 'declined')),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create unique index takeover_once on lifecycle.takeover (community_id, member_id) where answer is null;
create index takeover_member on lifecycle.takeover (member_id);
