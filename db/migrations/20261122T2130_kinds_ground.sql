create schema kinds;

create table kinds.kind_change (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  from_kind text not null,
  to_kind text not null,
  why text,
  changed_by uuid references people.member,
  changed_at timestamptz not null,
  check (from_kind <> to_kind)
);
create index kind_change_community on kinds.kind_change (community_id, changed_at desc);

-- Steps of a business process, in order. A step that is put away stays for the history of moves.
create table kinds.step (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  position int not null,
  name jsonb not null,
  -- How long a conversation may sit here, on the site's calendar; none where nothing waits any more.
  target_amount int check (target_amount between 1 and 1000),
  target_unit text not null check (target_unit in ('hours', 'days')),
  waits_for text not null check (waits_for in ('anyone', 'author', 'experts', 'managers', 'partners')),
  ends boolean not null default false,
  put_away_at timestamptz,
  unique (community_id, id)
);
create index step_order on kinds.step (community_id, position) where put_away_at is null;

-- Where a conversation sits now. due_at: when the step's target passes; what is late sorts first by itself.
create table kinds.placement (
  post_id uuid primary key references discussions.post on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  step_id uuid not null,
  entered_at timestamptz not null,
  due_at timestamptz,
  waits_for_id uuid references people.member,
  note text,
  moved_by uuid references people.member,
  foreign key (community_id, step_id) references kinds.step (community_id, id) on delete cascade
);
create index placement_board on kinds.placement (step_id, due_at, post_id);
create index placement_community on kinds.placement (community_id);
create index placement_waits on kinds.placement (waits_for_id) where waits_for_id is not null;

-- Every move, kept. from_step_id null: put on the board; to_step_id null: taken off it.
create table kinds.move (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  post_id uuid not null references discussions.post on delete cascade,
  from_step_id uuid references kinds.step on delete cascade,
  to_step_id uuid references kinds.step on delete cascade,
  entered_at timestamptz,
  due_at timestamptz,
  spent_minutes int check (spent_minutes >= 0),
  waits_for_id uuid references people.member,
  note text,
  moved_by uuid references people.member,
  moved_at timestamptz not null
);
create index move_post on kinds.move (post_id, moved_at desc);
create index move_month on kinds.move (community_id, moved_at) where from_step_id is not null;

-- A programme to go through at one's own pace.
create table kinds.programme_step (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  position int not null,
  kind text not null check (kind in ('page', 'gathering', 'exercise', 'question')),
  title text not null,
  body text,
  minutes int check (minutes between 1 and 6000),
  page_id uuid references knowledge.page on delete set null,
  gathering_id uuid references gatherings.gathering on delete set null,
  post_id uuid references discussions.post on delete set null,
  put_away_at timestamptz
);
create index programme_order on kinds.programme_step (community_id, position) where put_away_at is null;

-- Which steps a member says they have done: theirs alone. helps: agreed to be asked about it by others.
create table kinds.tick (
  step_id uuid not null references kinds.programme_step on delete cascade,
  member_id uuid not null references people.member,
  done_on date not null,
  helps boolean not null default false,
  primary key (step_id, member_id)
);
create index tick_member on kinds.tick (member_id);

-- What a project has decided, and why. A decision that another one replaces stays readable.
create table kinds.decision (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  decided_on date not null,
  decision text not null,
  why text not null,
  decided_as text not null check (decided_as in ('managers', 'sponsor', 'experts', 'members', 'others')),
  post_id uuid references discussions.post on delete set null,
  noted_by uuid references people.member,
  noted_at timestamptz not null,
  replaced_by uuid references kinds.decision on delete set null,
  withdrawn_at timestamptz
);
create index decision_community on kinds.decision (community_id, decided_on desc, id desc);

-- The review that closes a project: what it leaves.
create table kinds.closing_review (
  community_id uuid primary key references communities.community on delete cascade,
  opened_at timestamptz not null,
  opened_by uuid references people.member,
  delivered text,
  learnt text,
  finished_at timestamptz,
  finished_by uuid references people.member
);
create table kinds.sorted_thread (
  community_id uuid not null references communities.community on delete cascade,
  post_id uuid not null references discussions.post on delete cascade,
  fate text not null check (fate in ('page', 'leave')),
  page_id uuid references knowledge.page on delete set null,
  sorted_by uuid references people.member,
  sorted_at timestamptz not null,
  primary key (community_id, post_id)
);

-- Each warning before an end date is given once; another end date starts anew.
create table kinds.end_warning (
  community_id uuid not null references communities.community on delete cascade,
  ends_on date not null,
  days int not null check (days in (0, 7, 30)),
  warned_at timestamptz not null,
  primary key (community_id, ends_on, days)
);
