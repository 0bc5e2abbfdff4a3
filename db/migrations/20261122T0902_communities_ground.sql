create schema communities;

create table communities.community (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  kind text not null check (kind in ('practice', 'interest', 'learning', 'project', 'process', 'network', 'ambassadors')),
  visibility text not null check (visibility in ('open', 'closed', 'secret')),
  partners_admitted boolean not null default false,
  -- The text of each language: {"fr": "…", "en": "…"}; at least one.
  name jsonb not null,
  purpose jsonb not null,
  languages text[] not null default '{fr}',
  accent text not null default 'terracotta',
  stage text not null default 'framing' check (stage in ('opportunity', 'framing', 'preparing', 'launched', 'growing', 'mature', 'transforming', 'dormant', 'closing', 'archived')),
  invite_by text not null default 'managers' check (invite_by in ('managers', 'members')),
  site_id uuid references people.site,
  ends_on date,
  -- Number of posts ever made: the unread count is post_seq − last_seen_seq (docs/mechanisms/performance.md).
  post_seq bigint not null default 0,
  member_count int not null default 0,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  created_by uuid references people.member
);

create index community_created on communities.community (created_at desc, id desc);

create table communities.membership (
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member,
  joined_at timestamptz not null default now(),
  invited_by uuid references people.member,
  last_seen_seq bigint not null default 0,
  imported boolean not null default false,
  primary key (member_id, community_id)
);
create index membership_community on communities.membership (community_id, joined_at desc, member_id);

-- The roles above `member`, always public.
create table communities.community_role (
  community_id uuid not null,
  member_id uuid not null,
  role text not null check (role in ('manager', 'moderator', 'expert', 'ambassador', 'sponsor')),
  since timestamptz not null default now(),
  by_member_id uuid references people.member,
  primary key (community_id, member_id, role),
  foreign key (member_id, community_id) references communities.membership (member_id, community_id) on delete cascade
);
create index community_role_member on communities.community_role (member_id);
create index community_role_manager on communities.community_role (community_id) where role = 'manager';

create table communities.join_request (
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member,
  message text,
  -- The charter the person had read and accepted when asking.
  charter_version int,
  at timestamptz not null default now(),
  primary key (community_id, member_id)
);

-- The word with which a request was refused; the person reads it and may ask again.
create table communities.join_refusal (
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member,
  by_member_id uuid references people.member,
  word text,
  at timestamptz not null default now(),
  primary key (community_id, member_id)
);

create table communities.community_invitation (
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member,
  by_member_id uuid not null references people.member,
  at timestamptz not null default now(),
  primary key (community_id, member_id)
);

create table communities.ban (
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member,
  by_member_id uuid not null references people.member,
  reason text not null,
  at timestamptz not null default now(),
  primary key (community_id, member_id)
);

create table communities.charter_version (
  community_id uuid not null references communities.community on delete cascade,
  version int not null,
  published_at timestamptz not null default now(),
  by_member_id uuid references people.member,
  primary key (community_id, version)
);

create table communities.charter_article (
  community_id uuid not null,
  version int not null,
  number int not null,
  title jsonb not null,
  body jsonb not null,
  primary key (community_id, version, number),
  foreign key (community_id, version) references communities.charter_version on delete cascade
);

-- What the managers are writing: [{"title": {…}, "body": {…}}], published as the next version.
create table communities.charter_draft (
  community_id uuid primary key references communities.community on delete cascade,
  articles jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by uuid references people.member
);

create table communities.charter_acceptance (
  community_id uuid not null,
  version int not null,
  member_id uuid not null references people.member,
  at timestamptz not null default now(),
  primary key (community_id, member_id, version),
  foreign key (community_id, version) references communities.charter_version on delete cascade
);

create table communities.canvas (
  community_id uuid primary key references communities.community on delete cascade,
  problem text,
  who_suffers text,
  indicator text,
  unit text,
  baseline numeric,
  baseline_on date,
  baseline_source text,
  target numeric,
  target_on date,
  sponsor_id uuid references people.member,
  changed_at timestamptz not null default now(),
  changed_by uuid references people.member
);

create table communities.closure (
  community_id uuid primary key references communities.community on delete cascade,
  announced_at timestamptz not null default now(),
  closes_on date not null,
  by_member_id uuid references people.member,
  reason text not null,
  where_next text,
  -- Where reopening returns to.
  stage_before text not null,
  archived_at timestamptz
);
create index closure_due on communities.closure (closes_on) where archived_at is null;

create table communities.wish (
  id uuid primary key,
  member_id uuid not null references people.member,
  subject text not null,
  at timestamptz not null default now()
);
create index wish_at on communities.wish (at desc, id desc);
