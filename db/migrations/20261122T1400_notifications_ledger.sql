create schema notifications;

-- What a person finds under "Notifications": one entry per conversation and reason while it is unread ("3 answers to
-- your question"). Ids only: words are made when it is shown, for what the person may see then. Kept 90 days.
create table notifications.notice (
  id uuid primary key,
  member_id uuid not null references people.member on delete cascade,
  -- Which source describes it, and why the person was told.
  source text not null,
  reason text not null,
  -- What it is about: notices of one group and reason are one entry until it is read.
  group_key text not null,
  community_id uuid references communities.community on delete cascade,
  -- Ids of the newest thing in it; the others are counted.
  subject jsonb not null,
  actor_ids uuid[] not null default '{}',
  count int not null default 1,
  needs_you boolean not null default false,
  created_at timestamptz not null,
  last_at timestamptz not null,
  read_at timestamptz
);
create unique index notice_open_group on notifications.notice (member_id, source, group_key, reason) where read_at is null;
create index notice_member on notifications.notice (member_id, last_at desc, id desc);
create index notice_unread on notifications.notice (member_id) where read_at is null;
create index notice_created on notifications.notice (created_at);

-- The ledger: one row per person, thing and channel, so that nothing arrives twice. After 90 days nothing is left in it
-- but who, when and by which way; after 13 months the row goes.
create table notifications.delivery (
  member_id uuid not null references people.member on delete cascade,
  -- What is told, by its own id: `comment:<id>`, `mailing:<id>`, `digest:<scope>:<day>`.
  item_key text not null,
  channel text not null check (channel in ('inApp', 'push', 'mail', 'digest')),
  source text not null,
  -- Absent for what is no notice (a mailing, a digest), and once the notice is gone.
  notice_id uuid references notifications.notice on delete set null,
  community_id uuid,
  subject jsonb,
  -- waiting: leaves at due_at. claimed: being written, nothing has left. sending: handed over, the answer is not known yet. sent. seen: read in the product before
  -- it left. withheld: no longer theirs to see, or switched off. uncertain: interrupted while it was handed over; never
  -- tried again. failed: refused for good.
  state text not null check (state in ('waiting', 'claimed', 'sending', 'sent', 'seen', 'withheld', 'uncertain', 'failed')),
  at timestamptz not null,
  due_at timestamptz not null,
  state_at timestamptz not null,
  attempts int not null default 0,
  -- The reason of a refusal in a word or two of the other server's, never content.
  problem text,
  primary key (member_id, item_key, channel)
);
create index delivery_due on notifications.delivery (due_at, member_id) where state = 'waiting';
create index delivery_sending on notifications.delivery (state_at) where state in ('claimed', 'sending');
create index delivery_item on notifications.delivery (item_key, channel, state);
create index delivery_notice on notifications.delivery (notice_id) where notice_id is not null;
create index delivery_at on notifications.delivery using brin (at);

-- One's own rules; no row = the defaults of modules/notifications/contract.ts.
create table notifications.preference (
  member_id uuid primary key references people.member on delete cascade,
  push boolean not null,
  mail boolean not null,
  digest text not null check (digest in ('daily', 'weekly', 'never')),
  digest_scope text not null check (digest_scope in ('all', 'community')),
  digest_hour int not null check (digest_hour between 0 and 23),
  -- ISO weekday of the weekly digest.
  digest_day int not null check (digest_day between 1 and 7),
  is_quiet boolean not null,
  quiet_from time not null,
  quiet_to time not null,
  quiet_weekends boolean not null,
  quiet_holidays boolean not null,
  changed_at timestamptz not null
);

create table notifications.community_level (
  member_id uuid not null references people.member on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  level text not null check (level in ('all', 'mentions', 'digest', 'nothing')),
  primary key (member_id, community_id)
);
create index community_level_all on notifications.community_level (community_id) where level = 'all';

-- A choice against the rule that who wrote in a conversation follows it, and nobody else does.
create table notifications.conversation_level (
  member_id uuid not null references people.member on delete cascade,
  post_id uuid not null references discussions.post on delete cascade,
  level text not null check (level in ('follow', 'mute')),
  primary key (member_id, post_id)
);
create index conversation_level_post on notifications.conversation_level (post_id);

create table notifications.followed_tag (
  member_id uuid not null references people.member on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  tag text not null,
  at timestamptz not null,
  primary key (member_id, community_id, tag)
);

create table notifications.followed_member (
  member_id uuid not null references people.member on delete cascade,
  followed_id uuid not null references people.member on delete cascade,
  at timestamptz not null,
  primary key (member_id, followed_id)
);

-- A browser that may be woken. The keys are the browser's: with them only it can read what is sent.
create table notifications.push_device (
  id uuid primary key,
  member_id uuid not null references people.member on delete cascade,
  session_id uuid references people.session on delete cascade,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  label text not null,
  created_at timestamptz not null,
  last_sent_at timestamptz
);
create index push_device_member on notifications.push_device (member_id);
create index push_device_session on notifications.push_device (session_id);

-- How far each person's digest has told, per community or for all (the nil id).
create table notifications.digest_mark (
  member_id uuid not null references people.member on delete cascade,
  scope_id uuid not null,
  told_until timestamptz not null,
  primary key (member_id, scope_id)
);
