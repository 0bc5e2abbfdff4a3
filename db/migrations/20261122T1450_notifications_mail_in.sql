-- Addresses that receive, and links that unsubscribe: each bound to one person, and to one conversation or community.
-- Made from the key in DATA_DIR/mail-key; only their hash is kept.
create table notifications.mail_token (
  hash bytea primary key,
  purpose text not null check (purpose in ('reply', 'post', 'unsubscribe')),
  member_id uuid not null references people.member on delete cascade,
  community_id uuid references communities.community on delete cascade,
  post_id uuid references discussions.post on delete cascade,
  made_at timestamptz not null,
  revoked_at timestamptz,
  check ((purpose = 'reply') = (post_id is not null)),
  check ((purpose = 'reply') = (community_id is null))
);
create index mail_token_member on notifications.mail_token (member_id, purpose, community_id);
create index mail_token_post on notifications.mail_token (post_id) where post_id is not null;
create index mail_token_community on notifications.mail_token (community_id) where community_id is not null;

-- How often a person renewed the address with which they write to a community.
create table notifications.post_address (
  member_id uuid not null references people.member on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  generation int not null default 0,
  renewed_at timestamptz not null,
  primary key (member_id, community_id)
);
create index post_address_community on notifications.post_address (community_id);

-- What arrived by mail, once each; kept a month, so that a second delivery is known.
create table notifications.mail_received (
  -- SHA-256 of the Message-ID (or of the whole message) and of the address.
  key bytea primary key,
  member_id uuid not null references people.member on delete cascade,
  at timestamptz not null,
  outcome text not null check (outcome in ('written', 'returned')),
  -- Why it went back, and what goes back; emptied once the mail that returns it has left.
  reason text,
  returned jsonb
);
create index mail_received_member on notifications.mail_received (member_id, at);
create index mail_received_at on notifications.mail_received (at);
