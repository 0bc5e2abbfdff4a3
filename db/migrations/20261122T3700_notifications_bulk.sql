-- Letters to very many people go through the same ledger, in a lane of their own: a hundred thousand of them never
-- stand before a notice that is due now.
alter table notifications.delivery add column is_bulk boolean not null default false;
alter table notifications.delivery drop constraint delivery_state_check;
alter table notifications.delivery add constraint delivery_state_check check (state in (
  'waiting', 'claimed', 'sending', 'sent', 'seen', 'withheld', 'uncertain', 'failed',
  -- Bulk only. bounced: the address refuses for good, said at once or reported afterwards. stopped: by an editor.
  'bounced', 'stopped'));

drop index notifications.delivery_due;
create index delivery_due on notifications.delivery (due_at, member_id) where state = 'waiting' and not is_bulk;
create index delivery_bulk_due on notifications.delivery (item_key, due_at, member_id) where state = 'waiting' and is_bulk;
drop index notifications.delivery_sending;
create index delivery_sending on notifications.delivery (state_at) where state in ('claimed', 'sending') and not is_bulk;
create index delivery_bulk_sending on notifications.delivery (item_key) where state in ('claimed', 'sending') and is_bulk;

-- One letter to many: who is still to be queued, and where it stands.
create table notifications.bulk_run (
  -- As in the ledger: `newsletter:<issue>`.
  item_key text primary key,
  -- Short, for addresses to which failures are reported.
  number bigint generated always as identity unique,
  kind text not null,
  subject jsonb not null,
  state text not null check (state in ('planned', 'queueing', 'sending', 'done', 'stopped')),
  not_before timestamptz not null,
  -- Members are walked in the order of their ids: everybody up to this one is queued.
  queued_after uuid,
  queued int not null default 0,
  began_at timestamptz,
  finished_at timestamptz,
  -- Why nothing leaves at the moment, in a stable word.
  problem text check (problem in ('mailServer', 'noMail'))
);
create index bulk_run_at_work on notifications.bulk_run (not_before) where state in ('planned', 'queueing', 'sending');

-- Mails handed over in a minute, of all bulk runs, by domain (empty: all): what limits the pace, whoever sends.
create table notifications.mail_pace (
  minute timestamptz not null,
  domain text not null,
  handed int not null,
  primary key (minute, domain)
);

-- What the mail servers say of a person's address. A new address begins anew.
create table notifications.mail_address (
  member_id uuid primary key references people.member on delete cascade,
  email text not null,
  hard_bounces int not null default 0,
  last_at timestamptz not null,
  -- The answer's code, such as 5.1.1 or 550; never its words.
  last_code text not null,
  -- Since when nothing is sent to it any more.
  marked_at timestamptz
);
create index mail_address_marked on notifications.mail_address (marked_at desc, member_id) where marked_at is not null;
