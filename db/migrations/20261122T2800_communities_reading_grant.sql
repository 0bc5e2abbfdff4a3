-- An exceptional reading, decided by two people (module privacy): while it lasts, one person reads one community.
-- It is part of the one visibility predicate, so that every path obeys it, and its end, at the same moment.
create table communities.reading_grant (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  reader_id uuid not null references people.member,
  opened_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > opened_at and ends_at <= opened_at + interval '72 hours')
);
create index reading_grant_reader on communities.reading_grant (reader_id, community_id, ends_at);
create index reading_grant_community on communities.reading_grant (community_id);
