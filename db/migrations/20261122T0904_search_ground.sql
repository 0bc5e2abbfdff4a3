create schema search;

create text search configuration search.fr (copy = french);
alter text search configuration search.fr
  alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration search.en (copy = english);
alter text search configuration search.en
  alter mapping for hword, hword_part, word with unaccent, english_stem;

-- A table of its own, so that the index can lead with the week and the community (docs/mechanisms/performance.md).
create table search.doc (
  kind text not null check (kind in ('post', 'comment')),
  id uuid not null,
  post_id uuid not null,
  community_id uuid not null references communities.community on delete cascade,
  -- Weeks since 1970 of the text's creation.
  bucket int not null,
  at timestamptz not null,
  language text not null,
  tsv tsvector not null,
  primary key (kind, id)
);
create index doc_gin on search.doc using gin (bucket, community_id, tsv) with (fastupdate = off);
-- The community as text: a probe that names a week must not be tempted by this index, which reads all weeks.
create index doc_tsv on search.doc using gin ((community_id::text), tsv) with (fastupdate = off);
-- Questions near one that is being written are looked for among posts alone.
create index doc_posts_tsv on search.doc using gin (tsv) with (fastupdate = off) where kind = 'post';
create index doc_post on search.doc (post_id);

-- Bodies are analysed in their own language; a title weighs more.
create function search.vector(language text, title text, body text) returns tsvector
language sql immutable parallel safe as $$
  select setweight(to_tsvector(case when language = 'en' then 'search.en'::regconfig else 'search.fr'::regconfig end, coalesce(title, '')), 'A')
      || setweight(to_tsvector(case when language = 'en' then 'search.en'::regconfig else 'search.fr'::regconfig end, coalesce(body, '')), 'C')
$$;
