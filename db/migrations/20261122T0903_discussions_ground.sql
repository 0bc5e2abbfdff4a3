create schema discussions;

create table discussions.post (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  -- Order of arrival in the community, from community.post_seq.
  seq bigint not null,
  kind text not null check (kind in ('discussion', 'question', 'idea', 'praise', 'news', 'story', 'practice')),
  author_id uuid not null references people.member,
  title text,
  body_md text not null,
  body_html text not null,
  excerpt text not null,
  language text not null default 'fr',
  tags text[] not null default '{}',
  created_at timestamptz not null,
  last_activity_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  answer_count int not null default 0,
  comment_count int not null default 0,
  helped_count int not null default 0,
  -- {"like": 3, "thanks": 1}
  reaction_counts jsonb not null default '{}',
  accepted_answer_id uuid,
  pinned_at timestamptz,
  imported boolean not null default false,
  -- The card of the feed, rendered at write time; permissions and what is the viewer's own stay outside.
  -- `json`, not `jsonb`: it is passed on as text, as it was written.
  card json,
  unique (community_id, id)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
create index post_community_activity on discussions.post (community_id, last_activity_at desc, id desc) where deleted_at is null;
create index post_activity on discussions.post (last_activity_at desc, id desc) include (community_id) where deleted_at is null;
create index post_unanswered on discussions.post (community_id, created_at desc, id desc)
  where kind = 'question' and answer_count = 0 and deleted_at is null;
create index post_pinned on discussions.post (community_id, pinned_at desc) where pinned_at is not null and deleted_at is null;
create index post_tags on discussions.post using gin (community_id, tags) where deleted_at is null;
create index post_author on discussions.post (author_id, created_at desc);
create index post_community_created on discussions.post (community_id, created_at desc, id desc) where deleted_at is null;
create index post_title_trgm on discussions.post using gin (people.fold(title) gin_trgm_ops) where kind = 'question' and deleted_at is null;

-- A comment; on a question `is_answer` makes it an answer. `parent_id`: a comment under an answer or a comment, one level.
create table discussions.comment (
  id uuid primary key,
  community_id uuid not null,
  post_id uuid not null,
  parent_id uuid,
  author_id uuid not null references people.member,
  is_answer boolean not null default false,
  body_md text not null,
  body_html text not null,
  language text not null default 'fr',
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  helped_count int not null default 0,
  reaction_counts jsonb not null default '{}',
  imported boolean not null default false,
  -- What every reader sees of it, rendered at write time; null = rendered when read.
  card json,
  unique (post_id, id),
  foreign key (community_id, post_id) references discussions.post (community_id, id) on delete cascade on update cascade,
  foreign key (post_id, parent_id) references discussions.comment (post_id, id) on delete cascade,
  check (not is_answer or parent_id is null)
);
create index comment_post on discussions.comment (post_id, created_at, id);
create index comment_author on discussions.comment (author_id, created_at desc);
create index comment_community_created on discussions.comment (community_id, created_at desc);

alter table discussions.post add foreign key (id, accepted_answer_id) references discussions.comment (post_id, id) deferrable initially deferred;

create table discussions.acceptance (
  post_id uuid primary key references discussions.post on delete cascade,
  comment_id uuid not null references discussions.comment on delete cascade,
  by_member_id uuid references people.member,
  at timestamptz not null
);

create table discussions.reaction (
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  member_id uuid not null references people.member,
  kind text not null check (kind in ('like', 'thanks', 'idea', 'support')),
  at timestamptz not null default now(),
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (post_id, comment_id, member_id, kind)
);
create index reaction_member on discussions.reaction (member_id);

-- Votes of an imported source, which names no voter: counts only.
create table discussions.imported_reaction (
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  kind text not null,
  n int not null,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (post_id, comment_id, kind)
);

-- "This helped me": silent; the author sees a count. The row exists so that nobody counts twice and may take it back.
create table discussions.helped (
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  member_id uuid not null references people.member,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (post_id, comment_id, member_id)
);
create index helped_member on discussions.helped (member_id);

create table discussions.revision (
  id uuid primary key,
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  title text,
  body_md text not null,
  at timestamptz not null,
  by_member_id uuid not null references people.member,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade
);
create index revision_post on discussions.revision (post_id, at desc);
create index revision_comment on discussions.revision (comment_id) where comment_id is not null;

create table discussions.deletion (
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  at timestamptz not null,
  by_member_id uuid references people.member,
  reason text,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (post_id, comment_id)
);

create table discussions.closure (
  post_id uuid primary key references discussions.post on delete cascade,
  at timestamptz not null,
  by_member_id uuid references people.member,
  reason text not null check (reason in ('answered', 'duplicate', 'offTopic', 'outdated', 'charter', 'other')),
  note text,
  duplicate_of uuid references discussions.post on delete set null
);

create table discussions.post_link (
  from_post_id uuid not null references discussions.post on delete cascade,
  to_post_id uuid not null references discussions.post on delete cascade,
  kind text not null check (kind in ('related', 'duplicate')),
  primary key (from_post_id, to_post_id, kind)
);

create table discussions.mention (
  post_id uuid not null references discussions.post on delete cascade,
  comment_id uuid,
  member_id uuid not null references people.member,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  unique nulls not distinct (post_id, comment_id, member_id)
);

create table discussions.draft (
  member_id uuid not null references people.member,
  -- `post` (the one composer), `post:<community>`, `comment:<post>`, `answer:<post>`, `edit:<id>`
  key text not null,
  content jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (member_id, key)
);

create table discussions.attachment (
  id uuid primary key,
  blob_id uuid not null references platform.blob,
  thumbnail_blob_id uuid references platform.blob,
  owner_id uuid not null references people.member,
  -- Null while it belongs to a draft: then only its owner may load it.
  community_id uuid,
  post_id uuid,
  comment_id uuid,
  file_name text not null,
  content_type text not null,
  size int not null,
  width int,
  height int,
  alt text,
  created_at timestamptz not null default now(),
  foreign key (community_id, post_id) references discussions.post (community_id, id) on delete cascade on update cascade
);
create index attachment_post on discussions.attachment (post_id);
create index attachment_comment on discussions.attachment (comment_id) where comment_id is not null;
create index attachment_owner on discussions.attachment (owner_id);
create index attachment_draft on discussions.attachment (created_at) where post_id is null;

-- Reading leaves a daily counter without a person, nothing else.
create table discussions.thread_views_daily (
  post_id uuid not null references discussions.post on delete cascade,
  day date not null,
  n int not null default 0,
  primary key (post_id, day)
);

-- Public acts, the source of every figure. Deleted content and acts on one's own post are left out; `imported`
-- lets a figure say whether history brought from elsewhere counts.
create view discussions.activity_event as
  select p.id, p.created_at as at, p.author_id as actor_id, p.community_id,
         case when p.kind = 'question' then 'question' else 'post' end as kind,
         p.id as thread_id, null::uuid as target_actor_id, p.imported
    from discussions.post p where p.deleted_at is null
  union all
  select c.id, c.created_at, c.author_id, c.community_id,
         case when c.is_answer then 'answer' else 'comment' end,
         c.post_id, p.author_id, c.imported
    from discussions.comment c join discussions.post p on p.id = c.post_id
   where c.deleted_at is null and p.deleted_at is null
  union all
  select r.post_id, r.at, r.member_id, p.community_id, 'reaction', r.post_id,
         coalesce(c.author_id, p.author_id), false
    from discussions.reaction r join discussions.post p on p.id = r.post_id
    left join discussions.comment c on c.id = r.comment_id
   where p.deleted_at is null and r.member_id <> coalesce(c.author_id, p.author_id)
  union all
  select a.comment_id, a.at, a.by_member_id, p.community_id, 'accept', a.post_id, c.author_id, p.imported
    from discussions.acceptance a join discussions.post p on p.id = a.post_id
    join discussions.comment c on c.id = a.comment_id
   where p.deleted_at is null and c.deleted_at is null;
