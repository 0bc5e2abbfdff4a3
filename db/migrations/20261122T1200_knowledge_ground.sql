create schema knowledge;

-- array_to_string is only stable, because elements of some types print by settings; text does not.
create function knowledge.vector(language text, title text, tags text[], body text) returns tsvector
language sql immutable parallel safe as $$
  select setweight(to_tsvector(c, people.fold(title)), 'A')
      || setweight(to_tsvector(c, people.fold(array_to_string(tags, ' '))), 'B')
      || setweight(to_tsvector(c, people.fold(left(body, 200000))), 'C')
    from (select case when language = 'en' then 'english'::regconfig else 'french'::regconfig end as c) as configuration
$$;

-- What is known, kept by a community. The row is the page as it is now; every save is also a row of page_version.
create table knowledge.page (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  -- The same page in other languages carries the same group.
  group_id uuid not null,
  language text not null check (language in ('fr', 'en')),
  template text not null default 'blank' check (template in ('blank', 'procedure', 'faq', 'interview', 'conversation')),
  title text not null check (title <> ''),
  body_md text not null,
  body_html text not null,
  body_text text not null,
  excerpt text not null,
  tags text[] not null default '{}',
  version int not null default 1,
  -- Who answers for it; null when nobody does any more.
  owner_id uuid references people.member,
  review_on date not null,
  created_at timestamptz not null,
  created_by uuid not null references people.member,
  changed_at timestamptz not null,
  changed_by uuid not null references people.member,
  locked_at timestamptz,
  locked_by uuid references people.member,
  deleted_at timestamptz,
  deleted_by uuid references people.member,
  tsv tsvector not null generated always as (knowledge.vector(language, title, tags, body_text)) stored,
  unique (community_id, id)
);
create unique index page_group_language on knowledge.page (group_id, language) where deleted_at is null;
create index page_community_changed on knowledge.page (community_id, changed_at desc, id desc) where deleted_at is null;
create index page_changed on knowledge.page (changed_at desc, id desc) where deleted_at is null;
create index page_tags on knowledge.page using gin (tags) where deleted_at is null;
create index page_tsv on knowledge.page using gin (tsv) with (fastupdate = off);
create index page_owner on knowledge.page (owner_id, review_on) where deleted_at is null;
create index page_deleted on knowledge.page (deleted_at) where deleted_at is not null;

-- Never changed once written; restoring an old version writes a new one.
create table knowledge.page_version (
  page_id uuid not null references knowledge.page on delete cascade,
  version int not null,
  title text not null,
  body_md text not null,
  tags text[] not null default '{}',
  attachments uuid[] not null default '{}',
  -- What changed, in the writer's words.
  note text,
  -- The version that this one brought back.
  restored_from int,
  at timestamptz not null,
  by_member_id uuid not null references people.member,
  primary key (page_id, version)
);

-- Who is credited. `wrote`: wrote or changed it; `asked`, `answered`: in the conversation that it was made of;
-- `told`: the person interviewed. Expertise reads it as what somebody has demonstrated.
create table knowledge.page_author (
  page_id uuid not null references knowledge.page on delete cascade,
  member_id uuid not null references people.member,
  part text not null check (part in ('wrote', 'asked', 'answered', 'told')),
  at timestamptz not null,
  primary key (page_id, member_id)
);
create index page_author_member on knowledge.page_author (member_id, page_id);

-- The conversations that a page was made of.
create table knowledge.page_source (
  page_id uuid not null references knowledge.page on delete cascade,
  post_id uuid not null references discussions.post on delete cascade,
  at timestamptz not null,
  primary key (page_id, post_id)
);
create index page_source_post on knowledge.page_source (post_id);

create table knowledge.page_review (
  id uuid primary key,
  page_id uuid not null references knowledge.page on delete cascade,
  at timestamptz not null,
  by_member_id uuid not null references people.member,
  next_on date not null
);
create index page_review_page on knowledge.page_review (page_id, at desc);

-- Withdrawn: still found, and marked obsolete everywhere.
create table knowledge.page_withdrawal (
  page_id uuid primary key references knowledge.page on delete cascade,
  at timestamptz not null,
  by_member_id uuid not null references people.member,
  reason text not null,
  replaced_by uuid references knowledge.page on delete set null
);

create table knowledge.collection (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  name text not null check (name <> ''),
  purpose text,
  position int not null,
  created_at timestamptz not null,
  created_by uuid references people.member,
  unique (community_id, id)
);
create index collection_community on knowledge.collection (community_id, position, id);

create table knowledge.collection_page (
  collection_id uuid not null references knowledge.collection on delete cascade,
  page_id uuid not null references knowledge.page on delete cascade,
  position int not null,
  primary key (collection_id, page_id)
);
create index collection_page_page on knowledge.collection_page (page_id);

-- Files of pages. They begin as uploads of discussions and keep their identifier.
create table knowledge.attachment (
  id uuid primary key,
  page_id uuid not null references knowledge.page on delete cascade,
  blob_id uuid not null references platform.blob,
  thumbnail_blob_id uuid references platform.blob,
  owner_id uuid not null references people.member,
  file_name text not null,
  content_type text not null,
  size int not null,
  width int,
  height int,
  alt text,
  created_at timestamptz not null
);
create index attachment_page on knowledge.attachment (page_id);
create index attachment_owner on knowledge.attachment (owner_id);
