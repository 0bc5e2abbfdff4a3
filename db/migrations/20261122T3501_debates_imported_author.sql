-- Who an author elsewhere is here, so that an import may be run again.
create table debates.imported_author (
  debate_id uuid not null references debates.debate on delete cascade,
  source_key text not null,
  member_id uuid not null references people.member,
  primary key (debate_id, source_key)
);
create index imported_author_member on debates.imported_author (member_id);
