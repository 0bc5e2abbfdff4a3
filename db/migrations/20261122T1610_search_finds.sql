-- Pages and gatherings stand in the index beside posts and comments; `post_id` of these is their own identifier.
alter table search.doc drop constraint doc_kind_check;
alter table search.doc add constraint doc_kind_check check (kind in ('post', 'comment', 'page', 'gathering'));
alter table search.doc add column is_obsolete boolean not null default false;

-- One index for every probe: entries of each column are apart, so that any of them may be asked for together.
-- The quarter serves words that fewer than 300 texts of eight weeks have (docs/mechanisms/performance.md).
drop index search.doc_gin;
drop index search.doc_tsv;
create index doc_gin on search.doc using gin (bucket, (bucket / 13), community_id, tsv) with (fastupdate = off);
-- Few, and worth finding whatever their age.
create index doc_pages_tsv on search.doc using gin (tsv) with (fastupdate = off) where kind in ('page', 'gathering');

-- The words that texts are indexed by, in the form of the index. Nobody is ever shown this table: a correction is
-- looked for in what the asker may read, and a word that they may not read finds nothing.
create table search.word (
  word text collate "C" primary key,
  -- In about how many texts; counting ends at 1000: common or not is all that is asked.
  n int not null
) with (fillfactor = 80);
-- A code is not misspelt: it is another one.
create index word_trgm on search.word using gin (word gin_trgm_ops) where word !~ '[0-9]';

-- A word, or words that a hyphen joins, in the forms of both languages; null when nothing is left to look for.
create function search.word_query(word text) returns tsquery
language sql immutable parallel safe as $$
  select case when numnode(f) = 0 and numnode(e) = 0 then null when numnode(f) = 0 or f = e then e when numnode(e) = 0 then f else f || e end
    from (select plainto_tsquery('search.fr', word) as f, plainto_tsquery('search.en', word) as e) q
$$;

create function search.phrase_query(words text) returns tsquery
language sql immutable parallel safe as $$
  select case when numnode(f) = 0 and numnode(e) = 0 then null when numnode(f) = 0 or f = e then e when numnode(e) = 0 then f else f || e end
    from (select phraseto_tsquery('search.fr', words) as f, phraseto_tsquery('search.en', words) as e) q
$$;

-- The forms that the index has of a word.
create function search.forms(word text) returns text[]
language sql immutable parallel safe as $$
  select tsvector_to_array(to_tsvector('search.fr', word) || to_tsvector('search.en', word))
$$;

-- Whether a word of the index is kept for corrections and counts: no addresses, no long numbers.
create function search.is_kept(word text) returns boolean
language sql immutable parallel safe as $$
  select word ~ '^[[:alnum:]]{2,30}$' and word !~ '[0-9]{5}'
$$;

create function search.community_text(name jsonb, slug text) returns text
language sql immutable parallel safe as $$
  select people.fold(coalesce(name ->> 'fr', '') || ' ' || coalesce(name ->> 'en', '') || ' ' || slug)
$$;
create index community_search on communities.community using gin (search.community_text(name, slug) gin_trgm_ops);
create index member_name_trgm on people.member using gin (sort_name gin_trgm_ops);

-- Reads every text's words once: about a minute for five million texts.
insert into search.word (word, n)
  select word, least(ndoc, 1000) from ts_stat('select tsv from search.doc') where search.is_kept(word);

-- How far an indexing run of everything has come, so that an interrupted one continues.
create table search.reindex (
  id boolean primary key default true check (id),
  kind text not null,
  after uuid,
  done bigint not null default 0,
  started_at timestamptz not null default now()
);

-- Searches that found nothing. While a month runs: each query, and for each person who searched it a hash under the
-- month's salt. When it ends, salt and rows are destroyed; what stays is how many, never fewer than five.
create table search.miss_window (
  starts_on date primary key,
  salt bytea not null
);
create table search.miss (
  starts_on date not null references search.miss_window on delete cascade,
  -- The community searched in; null: searched everywhere.
  community_id uuid references communities.community on delete cascade,
  query text not null,
  person bytea not null,
  unique nulls not distinct (starts_on, community_id, query, person)
);
create table search.missed (
  starts_on date not null,
  community_id uuid references communities.community on delete cascade,
  query text not null,
  -- In steps (5, 10, 20, 50…), so that nobody sees one more person arrive.
  people int not null check (people >= 5),
  demo boolean not null default false,
  unique nulls not distinct (starts_on, community_id, query)
);
create index missed_place on search.missed (community_id, starts_on desc);
