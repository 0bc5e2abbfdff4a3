-- A member who reads but does not write, for some days. It ends by itself.
create table communities.pause (
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member,
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null,
  primary key (community_id, member_id)
);
create index pause_member on communities.pause (member_id);
