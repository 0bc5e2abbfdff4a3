-- A mail of a community's managers to all its members. It is also what members read in the product.
create table notifications.mailing (
  id uuid primary key,
  -- Short, for addresses to which failures are reported.
  number bigint generated always as identity unique,
  community_id uuid not null references communities.community on delete cascade,
  author_id uuid not null references people.member,
  subject text not null,
  body_md text not null,
  body_html text not null,
  language text not null check (language in ('fr', 'en')),
  state text not null check (state in ('draft', 'queued', 'sending', 'sent', 'cancelled')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  cancelled_by uuid references people.member,
  -- Why nothing leaves at the moment, in a stable word; null when all is well.
  problem text check (problem in ('mailServer', 'noMail')),
  -- Members when it was sent off.
  audience int,
  -- Tests that a manager sent to themselves.
  tests int not null default 0,
  -- The counts, once the rows of the receivers are gone.
  report jsonb,
  check ((state = 'draft') = (started_at is null)),
  check ((state in ('sent', 'cancelled')) = (finished_at is not null))
);
create index mailing_community on notifications.mailing (community_id, (coalesce(started_at, created_at)) desc, id desc);
create index mailing_at_work on notifications.mailing (started_at) where state in ('queued', 'sending');
create index mailing_author on notifications.mailing (author_id);

-- One row a person: claimed before the mail is handed over, ended after the server's answer. Gone a month later.
create table notifications.mailing_receiver (
  mailing_id uuid not null references notifications.mailing on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  -- Place in the mailing: with its number, the stable Message-ID.
  seq int not null,
  -- waiting: leaves at due_at. sending: handed over, no answer yet. sent. digest: told in their own digest.
  -- unsubscribed, left (also: deactivated), unreachable (no address, all mail off, or hears nothing of here),
  -- cancelled: not mailed. refused: by their server, for good. bounced: reported afterwards.
  state text not null check (state in ('waiting', 'sending', 'sent', 'digest', 'unsubscribed', 'left', 'unreachable', 'cancelled', 'refused', 'bounced')),
  -- Held for quiet hours at the time of sending off.
  was_held boolean not null default false,
  due_at timestamptz not null,
  attempts int not null default 0,
  handed_at timestamptz,
  primary key (mailing_id, member_id),
  unique (mailing_id, seq)
);
create index mailing_receiver_due on notifications.mailing_receiver (mailing_id, due_at, seq) where state = 'waiting';
create index mailing_receiver_sending on notifications.mailing_receiver (mailing_id) where state = 'sending';
create index mailing_receiver_handed on notifications.mailing_receiver (handed_at) where handed_at is not null;
create index mailing_receiver_member on notifications.mailing_receiver (member_id);

-- "No more mailings of this community": by a link in a mail, or in one's settings.
create table notifications.mailing_refusal (
  member_id uuid not null references people.member on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  at timestamptz not null,
  primary key (member_id, community_id)
);
create index mailing_refusal_community on notifications.mailing_refusal (community_id);
