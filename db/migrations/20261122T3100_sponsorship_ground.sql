-- A room without hierarchy: whoever renders a person for this community leaves job title and entity out.
alter table communities.community add column without_hierarchy boolean not null default false;

create schema sponsorship;

-- What a sponsor promised. Words of somebody else are a proposal until the sponsor agrees; what was agreed is never
-- removed: it ends with a reason.
create table sponsorship.commitment (
  id uuid primary key,
  programme_id uuid references programmes.programme on delete cascade,
  community_id uuid references communities.community on delete cascade,
  sponsor_id uuid not null references people.member,
  what text not null check (what in ('answer', 'visit', 'post', 'other')),
  text text not null check (text <> ''),
  -- Acts expected in a calendar month; null for a dated promise.
  per_month int check (per_month between 1 and 20),
  due_on date,
  proposed_by uuid references people.member,
  proposed_at timestamptz not null,
  -- The agreed promise that this one takes the place of.
  replaces_id uuid references sponsorship.commitment on delete cascade,
  agreed_at timestamptz,
  declined_at timestamptz,
  declined_word text,
  done_at timestamptz,
  done_url text,
  withdrawn_at timestamptz,
  withdrawn_reason text check (withdrawn_reason <> ''),
  check (num_nonnulls(programme_id, community_id) = 1),
  check ((what = 'other') = (per_month is null) and (what = 'other') = (due_on is not null)),
  check (withdrawn_at is null or (agreed_at is not null and withdrawn_reason is not null)),
  check (agreed_at is null or declined_at is null),
  check (done_at is null or what = 'other')
);
create index commitment_programme on sponsorship.commitment (programme_id) where programme_id is not null;
create index commitment_community on sponsorship.commitment (community_id) where community_id is not null;
create index commitment_sponsor on sponsorship.commitment (sponsor_id, agreed_at);
create unique index commitment_replaces on sponsorship.commitment (replaces_id) where agreed_at is not null;

-- Months that touch a pause are not counted as missed.
create table sponsorship.pause (
  id uuid primary key,
  commitment_id uuid not null references sponsorship.commitment on delete cascade,
  from_on date not null,
  to_on date not null,
  word text,
  check (from_on <= to_on)
);
create index pause_commitment on sponsorship.pause (commitment_id, from_on);

create table sponsorship.reminder (
  commitment_id uuid not null references sponsorship.commitment on delete cascade,
  due_on date not null,
  days_before int not null,
  at timestamptz not null,
  primary key (commitment_id, due_on, days_before)
);

-- One question handed to the sponsor by whoever runs its community.
create table sponsorship.hand (
  id uuid primary key,
  sponsor_id uuid not null references people.member,
  post_id uuid not null references discussions.post on delete cascade,
  by_member_id uuid references people.member,
  word text,
  at timestamptz not null,
  declined_at timestamptz,
  unique (sponsor_id, post_id)
);
create index hand_post on sponsorship.hand (post_id);

-- Somebody who may write drafts for a sponsor, and nothing more.
create table sponsorship.delegation (
  id uuid primary key,
  sponsor_id uuid not null references people.member on delete cascade,
  delegate_id uuid not null references people.member on delete cascade,
  since timestamptz not null,
  ended_at timestamptz,
  check (sponsor_id <> delegate_id)
);
create unique index delegation_standing on sponsorship.delegation (sponsor_id, delegate_id) where ended_at is null;
create index delegation_delegate on sponsorship.delegation (delegate_id);

-- Seen by the two only, and only while the delegation stands. Published by the sponsor in their own session.
create table sponsorship.draft (
  id uuid primary key,
  delegation_id uuid not null references sponsorship.delegation on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  -- An answer or comment to this post; null: a post of its own.
  post_id uuid references discussions.post on delete cascade,
  title text,
  body_md text not null check (body_md <> ''),
  language text not null,
  changed_at timestamptz not null,
  changed_by uuid references people.member,
  published_at timestamptz
);
create index draft_delegation on sponsorship.draft (delegation_id) where published_at is null;
create index draft_post on sponsorship.draft (post_id);
create index draft_community on sponsorship.draft (community_id);

-- "Prepared with": stands in the text itself; this row keeps it there when the author edits.
create table sponsorship.prepared (
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  sponsor_id uuid not null references people.member,
  delegate_id uuid not null references people.member,
  at timestamptz not null,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (post_id, comment_id)
);
create index prepared_sponsor on sponsorship.prepared (sponsor_id);
create index prepared_delegate on sponsorship.prepared (delegate_id);

-- The announcements of a room without hierarchy: who, when, why, from which day to which day.
create table sponsorship.room (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  announced_by uuid references people.member,
  announced_at timestamptz not null,
  why text not null check (why <> ''),
  starts_on date not null,
  started_at timestamptz,
  end_announced_by uuid references people.member,
  end_announced_at timestamptz,
  end_why text,
  ends_on date,
  ended_at timestamptz,
  check ((end_announced_at is null) = (ends_on is null)),
  check (ends_on is null or ends_on >= starts_on)
);
create unique index room_standing on sponsorship.room (community_id) where ended_at is null;
