-- Figures are kept, not computed at each look: a community of a hundred thousand posts opens its page from a few dozen
-- rows. Everything here can be made again from the acts themselves (`preau figures rebuild`); no row is about a person.

-- One estimate of a closed (or the running) span. `history`: whether acts brought by an import count.
create table measurement.rollup_month (
  community_id uuid not null references communities.community on delete cascade,
  history boolean not null,
  -- First day of the last month of the span.
  month date not null check (extract(day from month) = 1),
  -- 1: the month; 3: the calendar quarter that ends with it.
  span smallint not null check (span in (1, 3)),
  metric text not null,
  -- '' = the figure itself; else one of its parts.
  part text not null default '',
  value numeric,
  -- `hits` of `n`, where the figure is a share.
  hits int,
  n int not null,
  low numeric,
  high numeric,
  -- Why there is no value.
  withheld text,
  primary key (community_id, history, span, month, metric, part)
);

-- Acts of an ISO week, by its Monday. `people`: distinct people with any public act.
create table measurement.rollup_week (
  community_id uuid not null references communities.community on delete cascade,
  history boolean not null,
  week date not null check (extract(isodow from week) = 1),
  contributions int not null,
  people int not null,
  primary key (community_id, history, week)
);

create table measurement.rollup_day (
  community_id uuid not null references communities.community on delete cascade,
  history boolean not null,
  day date not null,
  questions int not null,
  posts int not null,
  answers int not null,
  comments int not null,
  pages int not null,
  reactions int not null,
  primary key (community_id, history, day)
);

-- What has to be made again. One row per month that something touched; taken away in the transaction that makes it.
-- `at_night`: may wait (somebody left, an old reaction was withdrawn).
create table measurement.rollup_dirty (
  community_id uuid not null references communities.community on delete cascade,
  month date not null check (extract(day from month) = 1),
  at_night boolean not null default false,
  primary key (community_id, month)
);

-- When a community's figures were last brought up to date, and how far back they go.
create table measurement.rollup_state (
  community_id uuid primary key references communities.community on delete cascade,
  first_month date not null,
  -- Whether any act was brought by an import: then both counts are kept.
  has_history boolean not null,
  computed_at timestamptz not null
);

-- Who managed a community when: the role itself forgets its holder when it is withdrawn, and an answer that a manager
-- gave must not become a member's afterwards. Roles are public. `until` null: still holds it.
create table measurement.manager_span (
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member,
  since timestamptz not null,
  until timestamptz,
  primary key (community_id, member_id, since)
);

-- "This answer saved me…": declared minutes, one per person and text, changeable. Only sums over five people or more leave.
create table measurement.time_saved (
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  member_id uuid not null references people.member,
  minutes int not null check (minutes in (0, 5, 15, 60, 240)),
  at timestamptz not null,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (post_id, comment_id, member_id)
);
create index time_saved_member on measurement.time_saved (member_id);
create index time_saved_at on measurement.time_saved (at);

-- Every public act once, deleted content and acts on oneself left out: discussions' acts, and versions of pages.
create view measurement.act as
  select e.id, e.at, e.actor_id, e.community_id, e.kind, e.thread_id, e.target_actor_id, e.imported
    from discussions.activity_event e
  union all
  select v.page_id, v.at, v.by_member_id, p.community_id, 'page', v.page_id, null::uuid, false
    from knowledge.page_version v join knowledge.page p on p.id = v.page_id
   where p.deleted_at is null;

-- Managers of all times: those whom the role names now, and those who held it.
create view measurement.managing as
  select community_id, member_id, since, null::timestamptz as until from communities.community_role where role = 'manager'
  union all
  select s.community_id, s.member_id, s.since, s.until from measurement.manager_span s
   where s.until is not null;
