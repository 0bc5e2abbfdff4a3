create schema moderation;

-- People whom the administrator names: mediators see what must not be decided by a community's own moderators, the
-- legal desk what may be against the law. Neither reads anything else.
create table moderation.office (
  office text not null check (office in ('mediator', 'legalDesk')),
  member_id uuid not null references people.member on delete cascade,
  since timestamptz not null default now(),
  by_member_id uuid references people.member on delete set null,
  primary key (office, member_id)
);

-- A text about which something was said, once per route. The words are copied when they are reported, so that who
-- decides need not read anything else; they go when the author deletes the text (except on the route of the law).
create table moderation.case_file (
  id uuid primary key,
  community_id uuid not null,
  post_id uuid not null,
  comment_id uuid,
  author_id uuid not null references people.member,
  route text not null check (route in ('community', 'mediators', 'law')),
  kind text not null,
  title text,
  body_md text not null,
  language text not null,
  opened_at timestamptz not null,
  acknowledged_at timestamptz,
  -- Until when the author may correct before anything else happens.
  correct_by timestamptz,
  corrected_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references people.member,
  outcome text check (outcome in ('unfounded', 'talked', 'corrected', 'hidden', 'paused', 'takenDown', 'withdrawn')),
  -- What the reporters and the author are told at the end.
  closing_word text,
  foreign key (community_id, post_id) references discussions.post (community_id, id) on delete cascade on update cascade,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade
);
create unique index case_file_open on moderation.case_file (post_id, coalesce(comment_id, post_id), route) where closed_at is null;
create index case_file_community on moderation.case_file (community_id, opened_at desc, id desc);
create index case_file_author on moderation.case_file (author_id);
create index case_file_route on moderation.case_file (route, opened_at desc) where route <> 'community';

create table moderation.report (
  id uuid primary key,
  case_id uuid not null references moderation.case_file on delete cascade,
  reporter_id uuid not null references people.member,
  -- The article as it stood; null: the law, or no article fits.
  article int,
  article_title jsonb,
  article_body jsonb,
  words text,
  at timestamptz not null,
  unique (case_id, reporter_id)
);
create index report_reporter on moderation.report (reporter_id, at desc);

-- Steps of the ladder that are messages, and what happened to them.
create table moderation.step (
  id uuid primary key,
  case_id uuid not null references moderation.case_file on delete cascade,
  step text not null check (step in ('peer', 'message', 'correction')),
  by_member_id uuid references people.member,
  -- The peer who is asked to write; for the others, the author is meant.
  to_member_id uuid references people.member,
  article int,
  article_title jsonb,
  article_body jsonb,
  text text,
  at timestamptz not null,
  -- A peer: wrote, or said "not this time".
  answer text check (answer in ('wrote', 'declined')),
  answered_at timestamptz
);
create index step_case on moderation.step (case_id, at);
create index step_peer on moderation.step (to_member_id) where step = 'peer';

-- What takes two people: one proposes, another one decides.
create table moderation.measure (
  id uuid primary key,
  case_id uuid not null references moderation.case_file on delete cascade,
  kind text not null check (kind in ('hide', 'pause', 'takedown')),
  article int,
  article_title jsonb,
  article_body jsonb,
  reason text not null,
  note text,
  days int check (days between 1 and 30),
  urgent boolean not null default false,
  proposed_by uuid not null references people.member,
  proposed_at timestamptz not null,
  decided_by uuid references people.member,
  decided_at timestamptz,
  decision text check (decision in ('confirmed', 'declined')),
  -- Of a decline, or of a lift.
  word text,
  ends_at timestamptz,
  lifted_at timestamptz,
  lifted_by uuid references people.member,
  check (kind <> 'pause' or days is not null),
  check (decided_by is null or decided_by <> proposed_by)
);
create index measure_case on moderation.measure (case_id, proposed_at);
create unique index measure_waiting on moderation.measure (case_id) where decided_at is null;

create table moderation.appeal (
  measure_id uuid primary key references moderation.measure on delete cascade,
  words text not null,
  -- The author wants somebody outside the community.
  to_mediator boolean not null default false,
  at timestamptz not null,
  decided_by uuid references people.member,
  decided_at timestamptz,
  decision text check (decision in ('upheld', 'overturned')),
  reasons text
);

-- "Write to the person first": one short thread on one text, between two people.
create table moderation.note_thread (
  id uuid primary key,
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  writer_id uuid not null references people.member,
  author_id uuid not null references people.member,
  opened_at timestamptz not null,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (post_id, comment_id, writer_id)
);
create index note_thread_author on moderation.note_thread (author_id);
create index note_thread_writer on moderation.note_thread (writer_id);

create table moderation.note (
  id uuid primary key,
  thread_id uuid not null references moderation.note_thread on delete cascade,
  by_member_id uuid not null references people.member,
  text text not null,
  at timestamptz not null
);
create index note_thread_order on moderation.note (thread_id, at);

-- A community's own wording of a step; without a row, ours.
create table moderation.template (
  community_id uuid not null references communities.community on delete cascade,
  step text not null,
  text jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid references people.member,
  primary key (community_id, step)
);

-- A "cas d'école": what an article means in practice, nobody named.
create table moderation.example (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  article int not null,
  situation jsonb not null,
  lesson jsonb not null,
  at timestamptz not null,
  by_member_id uuid references people.member
);
create index example_community on moderation.example (community_id, article, at);

-- Managers are reminded a year after the charter was published or last read again.
create table moderation.charter_review (
  community_id uuid primary key references communities.community on delete cascade,
  reminded_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by uuid references people.member
);

-- What is left of a case after twelve months: counts for the yearly figures, nobody and no text.
create table moderation.past_case (
  community_id uuid not null references communities.community on delete cascade,
  year int not null,
  article int,
  article_title jsonb,
  outcome text not null,
  reports int not null,
  hours int not null,
  appealed boolean not null,
  overturned boolean not null
);
create index past_case_community on moderation.past_case (community_id, year);
