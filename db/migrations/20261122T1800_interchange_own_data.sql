-- A copy of what the product holds about one person, prepared once asked for and kept for a week.
create table interchange.archive (
  id uuid primary key,
  member_id uuid not null unique references people.member on delete cascade,
  asked_at timestamptz not null,
  -- Null while it is being prepared.
  ready_at timestamptz,
  blob_id uuid,
  size int,
  expires_at timestamptz
);

-- An erasure that somebody asked for; it takes effect after days in which it can be called off.
create table interchange.erasure (
  member_id uuid primary key references people.member on delete cascade,
  asked_at timestamptz not null,
  -- keep: texts stay under "former member". delete: each leaves its place.
  texts text not null check (texts in ('keep', 'delete')),
  due_at timestamptz not null
);
create index erasure_due on interchange.erasure (due_at);
