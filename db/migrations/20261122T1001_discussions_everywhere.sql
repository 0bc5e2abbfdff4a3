-- A text that somebody keeps for later, with a note for themselves. Nobody else reads it.
create table discussions.bookmark (
  member_id uuid not null references people.member on delete cascade,
  post_id uuid not null references discussions.post on delete cascade,
  note text,
  created_at timestamptz not null,
  primary key (member_id, post_id)
);
create index bookmark_member on discussions.bookmark (member_id, created_at desc, post_id desc);
create index bookmark_post on discussions.bookmark (post_id);

-- People named by what they are in the community; who that is, is asked when they are told.
create table discussions.group_mention (
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  name text not null check (name in ('managers', 'moderators', 'experts', 'ambassadors', 'everyone')),
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (post_id, comment_id, name)
);

-- A post that brings another conversation into its community. What it quotes is rendered for each reader.
create table discussions.share (
  post_id uuid primary key references discussions.post on delete cascade,
  source_post_id uuid references discussions.post on delete set null
);
create index share_source on discussions.share (source_post_id);

-- Whether conversations of a closed community may be shared elsewhere; without a row they may not. Open ones may,
-- secret ones never do.
create table discussions.sharing (
  community_id uuid primary key references communities.community on delete cascade,
  is_allowed boolean not null,
  by_member_id uuid references people.member,
  at timestamptz not null
);

-- The same text in another language, by its author.
create table discussions.translation (
  post_id uuid not null references discussions.post on delete cascade,
  language text not null check (language in ('fr', 'en')),
  title text,
  body_md text not null,
  body_html text not null,
  excerpt text not null,
  updated_at timestamptz not null,
  -- The original has other words since then.
  outdated_since timestamptz,
  primary key (post_id, language)
);

-- What stands behind an address, as its page said it. One row for all posts that name it.
create table discussions.link_preview (
  url text primary key,
  title text,
  description text,
  site_name text,
  image_blob_id uuid references platform.blob,
  fetched_at timestamptz not null
);

-- The first link of a post, and whether its author wants its card.
create table discussions.post_preview (
  post_id uuid primary key references discussions.post on delete cascade,
  url text not null,
  is_removed boolean not null default false
);
create index post_preview_url on discussions.post_preview (url);

-- It is shared, a share, translated or has a card for its link: most posts have nothing and do not pay for looking.
-- Never false while there is something.
alter table discussions.post add column has_surroundings boolean not null default false;
