create schema listening;

-- What the author says that their own text is. One tag a text.
create table listening.tag (
  id uuid primary key,
  community_id uuid not null,
  post_id uuid not null,
  comment_id uuid,
  member_id uuid not null references people.member,
  tag text not null check (tag in ('need', 'irritant', 'idea', 'goodNews')),
  at timestamptz not null,
  foreign key (community_id, post_id) references discussions.post (community_id, id) on delete cascade on update cascade,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (post_id, comment_id)
);
create index tag_community on listening.tag (community_id, at desc, id desc);
create index tag_member on listening.tag (member_id);

create table listening.theme (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  title text not null check (title <> ''),
  kind text not null check (kind in ('feeling', 'usage', 'need')),
  description text not null default '',
  created_by uuid references people.member,
  created_at timestamptz not null,
  -- Words or quotes changed since: a check that is older no longer counts.
  changed_at timestamptz not null
);
create index theme_community on listening.theme (community_id, changed_at desc, id desc);

-- A text that speaks of a theme. The text itself is not copied: what is deleted or hidden is gone from here too.
create table listening.excerpt (
  id uuid primary key,
  theme_id uuid not null references listening.theme on delete cascade,
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  -- One sentence without names, in the manager's edition. Null: counted, not quoted.
  quote text check (quote <> ''),
  added_by uuid references people.member,
  added_at timestamptz not null,
  -- Its author was told of these very words.
  told_at timestamptz,
  refused_at timestamptz,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (theme_id, post_id, comment_id),
  check (refused_at is null or quote is null)
);
create index excerpt_post on listening.excerpt (post_id);

-- The second reading; the newest row counts.
create table listening.theme_check (
  id uuid primary key,
  theme_id uuid not null references listening.theme on delete cascade,
  asked_by uuid references people.member,
  asked_at timestamptz not null,
  -- A manager of another community; null: anybody who runs this one, but who coded it.
  to_member_id uuid references people.member,
  by_member_id uuid references people.member,
  at timestamptz,
  decision text check (decision in ('confirmed', 'returned')),
  word text,
  check ((at is null) = (decision is null))
);
create index theme_check_theme on listening.theme_check (theme_id, asked_at desc);
create index theme_check_to on listening.theme_check (to_member_id) where at is null;

-- Whom a theme was passed to; handing it over makes a new row. The newest counts.
create table listening.decision (
  id uuid primary key,
  theme_id uuid not null references listening.theme on delete cascade,
  decider_id uuid not null references people.member,
  asked_by uuid references people.member,
  question text not null check (question <> ''),
  due date not null,
  asked_at timestamptz not null,
  accepted_at timestamptz,
  handed_at timestamptz,
  handed_to uuid references people.member,
  handed_reason text
);
create index decision_theme on listening.decision (theme_id, asked_at desc);
create index decision_decider on listening.decision (decider_id);
create unique index decision_open on listening.decision (theme_id) where handed_at is null;

-- Days before and after its date on which the decision-maker was reminded.
create table listening.reminder (
  decision_id uuid not null references listening.decision on delete cascade,
  day int not null,
  at timestamptz not null,
  primary key (decision_id, day)
);

-- What was decided, in the decision-maker's words; published by a manager.
create table listening.answer (
  theme_id uuid primary key references listening.theme on delete cascade,
  decision_id uuid not null references listening.decision on delete cascade,
  we_will_not text,
  because text,
  at timestamptz not null,
  published_at timestamptz,
  published_by uuid references people.member,
  post_id uuid references discussions.post on delete set null,
  check (we_will_not is null or because is not null)
);
create index answer_post on listening.answer (post_id);

create table listening.action (
  id uuid primary key,
  theme_id uuid not null references listening.answer on delete cascade,
  position int not null,
  text text not null check (text <> ''),
  owner_id uuid references people.member,
  due date not null,
  first_due date,
  move_reason text,
  done_at timestamptz,
  done_by uuid references people.member,
  word text
);
create index action_theme on listening.action (theme_id, position);
create index action_owner on listening.action (owner_id) where done_at is null;

-- Closed without an answer: never without a reason, and the reason is published.
create table listening.closure (
  theme_id uuid primary key references listening.theme on delete cascade,
  reason text not null check (reason <> ''),
  by_member_id uuid references people.member,
  at timestamptz not null,
  post_id uuid references discussions.post on delete set null
);
create index closure_post on listening.closure (post_id);
