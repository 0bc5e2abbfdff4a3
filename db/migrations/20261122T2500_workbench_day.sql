-- The rest of a manager's day: cards handed over with a word, questions asked next door, the welcome path,
-- contributors to look after, subjects that somebody was asked to open.

-- The word that goes with a card handed over.
alter table workbench.card_decision add column note text;

-- What was published in the neighbouring community, pointing back.
alter table workbench.rescue_step add column shared_post_id uuid references discussions.post on delete set null;
create index rescue_step_shared on workbench.rescue_step (shared_post_id) where shared_post_id is not null;

-- Asked, accepted, ended. A "no" leaves no trace: the row goes.
alter table workbench.buddy add column accepted_at timestamptz;
alter table workbench.buddy add column ended_at timestamptz;
alter table workbench.buddy add column thanks text;
create index buddy_of on workbench.buddy (buddy_id, community_id);

create table workbench.buddy_volunteer (
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  at timestamptz not null,
  primary key (community_id, member_id)
);
create index buddy_volunteer_member on workbench.buddy_volunteer (member_id);

-- First small missions of a community, in its own words; without any, the product proposes its own.
create table workbench.mission_template (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  text jsonb not null,
  position int not null,
  unique (community_id, position)
);

create table workbench.mission (
  community_id uuid not null references communities.community on delete cascade,
  newcomer_id uuid not null references people.member on delete cascade,
  text text not null check (text <> ''),
  by_member_id uuid references people.member on delete set null,
  at timestamptz not null,
  done_at timestamptz,
  primary key (community_id, newcomer_id)
);
create index mission_newcomer on workbench.mission (newcomer_id);
create index mission_by on workbench.mission (by_member_id);

-- The newcomer put the path away.
create table workbench.path_dismissal (
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  at timestamptz not null,
  primary key (community_id, member_id)
);
create index path_dismissal_member on workbench.path_dismissal (member_id);

-- "Do not propose me to those who look after contributors."
create table workbench.care_opt_out (
  member_id uuid primary key references people.member on delete cascade,
  at timestamptz not null
);

-- A word sent to a contributor who fell silent, or left in peace: either way not proposed again for 90 days.
-- The words themselves are a note between the two (moderation.note).
create table workbench.care (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  by_member_id uuid references people.member on delete set null,
  act text not null check (act in ('thanks', 'news', 'pause', 'leave')),
  at timestamptz not null
);
create index care_member on workbench.care (member_id, community_id, at);
create index care_community on workbench.care (community_id, at);
create index care_by on workbench.care (by_member_id);

-- Somebody was asked to open a subject. What they make of the prepared words is a draft of theirs, nowhere here.
create table workbench.opening (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  by_member_id uuid references people.member on delete set null,
  subject text not null check (subject <> ''),
  reason text not null check (reason in ('skill', 'gathering', 'theme', 'other')),
  body_md text not null,
  language text not null check (language in ('fr', 'en')),
  -- The slot of the editorial calendar that it is meant for.
  slot_id uuid,
  at timestamptz not null,
  answer text check (answer in ('accepted', 'declined')),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create index opening_community on workbench.opening (community_id, at desc, id desc);
create index opening_member on workbench.opening (member_id, at desc);
create index opening_by on workbench.opening (by_member_id);
