create schema privacy;

-- Who asked to read a community they do not belong to, why, and who decided. Two people, in the database too.
create table privacy.reading (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  asked_by uuid not null references people.member,
  asked_at timestamptz not null,
  purpose text not null check (purpose in ('law', 'safety', 'security')),
  reason text not null check (length(reason) between 20 and 2000),
  hours int not null check (hours between 1 and 72),
  -- After the reading's end, how long the members are not told yet; the managers are told at once.
  tell_after_days int not null default 0 check (tell_after_days between 0 and 30),
  decided_by uuid references people.member check (decided_by <> asked_by),
  decided_at timestamptz,
  refusal text,
  grant_id uuid references communities.reading_grant,
  ends_at timestamptz,
  ended_by uuid references people.member,
  members_told_at timestamptz,
  check (grant_id is null or (decided_by is not null and decided_at is not null and ends_at is not null)),
  check (refusal is null or grant_id is null)
);
create index reading_asked on privacy.reading (asked_at desc, id desc);
create index reading_community on privacy.reading (community_id, asked_at desc);
create index reading_to_tell on privacy.reading (ends_at) where grant_id is not null and members_told_at is null;
