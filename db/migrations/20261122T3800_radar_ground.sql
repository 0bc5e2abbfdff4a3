create schema radar;

-- What only people know: a dated answer by a named person with a link. It expires; it is asked again.
create table radar.asked (
  id uuid primary key,
  programme_id uuid not null references programmes.programme on delete cascade,
  question text not null check (question in ('pinnedWhy', 'ambassadorTime', 'managerTime', 'fieldSource')),
  answer text not null check (answer in ('yes', 'no')),
  url text not null check (url <> ''),
  word text,
  member_id uuid not null references people.member,
  at timestamptz not null,
  expires_on date not null
);
create index asked_programme on radar.asked (programme_id, question, at desc);

-- A budget of money for events, or of hours for a person: proposed by who leads, signed by the sponsor.
create table radar.budget (
  id uuid primary key,
  programme_id uuid not null references programmes.programme on delete cascade,
  kind text not null check (kind in ('events', 'time')),
  -- Whose hours; null for events.
  member_id uuid references people.member,
  -- Euros for events, hours a month for time.
  amount numeric not null check (amount > 0),
  words text not null default '',
  starts_on date not null,
  ends_on date not null,
  proposed_by uuid references people.member,
  proposed_at timestamptz not null,
  signed_by uuid references people.member,
  signed_at timestamptz,
  withdrawn_at timestamptz,
  check ((kind = 'time') = (member_id is not null)),
  check (starts_on <= ends_on and ends_on <= starts_on + 400),
  check ((signed_by is null) = (signed_at is null))
);
create index budget_programme on radar.budget (programme_id, kind);

-- A peer who runs another community reads the canvas again.
create table radar.canvas_review (
  id uuid primary key,
  programme_id uuid not null references programmes.programme on delete cascade,
  peer_id uuid not null references people.member,
  asked_by uuid references people.member,
  asked_at timestamptz not null,
  verdict text check (verdict in ('ready', 'notYet')),
  word text,
  reviewed_at timestamptz,
  check ((verdict is null) = (reviewed_at is null)),
  check (verdict is null or word is not null)
);
create index canvas_review_programme on radar.canvas_review (programme_id, asked_at desc);
create index canvas_review_peer on radar.canvas_review (peer_id) where reviewed_at is null;

-- The one thing of a week.
create table radar.focus (
  programme_id uuid not null references programmes.programme on delete cascade,
  week date not null check (extract(isodow from week) = 1),
  vector text not null,
  reason text not null check (reason <> ''),
  action text not null check (action <> ''),
  chosen_by uuid references people.member,
  at timestamptz not null,
  primary key (programme_id, week)
);

-- How each vector stood at the end of a month. Rows are added, never changed.
create table radar.month (
  programme_id uuid not null references programmes.programme on delete cascade,
  month date not null check (extract(day from month) = 1),
  vector text not null,
  state text not null check (state in ('unknown', 'watch', 'failing', 'cleared')),
  written_at timestamptz not null,
  primary key (programme_id, month, vector)
);
create function radar.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The history of a radar is append-only.';
end $$;
create trigger month_append_only before update on radar.month for each row execute function radar.refuse_change();
