create schema recognition;

-- Thanks in words, for something concrete. Nothing is counted, nobody is ranked.
create table recognition.thanks (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  giver_id uuid not null references people.member,
  receiver_id uuid not null references people.member,
  text text not null check (text <> ''),
  act text not null check (act in ('answer', 'post', 'page', 'welcome', 'gathering', 'quiet')),
  post_id uuid references discussions.post on delete set null,
  comment_id uuid references discussions.comment on delete set null,
  page_id uuid references knowledge.page on delete set null,
  language text not null,
  is_private boolean not null,
  at timestamptz not null,
  edited_at timestamptz,
  -- The receiver: not shown to others at all; shown on the wall.
  declined_at timestamptz,
  wall_at timestamptz,
  hidden_at timestamptz,
  hidden_by uuid references people.member,
  hidden_reason text,
  check (giver_id <> receiver_id),
  check (wall_at is null or (declined_at is null and not is_private))
);
create index thanks_wall on recognition.thanks (community_id, at desc, id desc) where wall_at is not null and hidden_at is null;
create index thanks_receiver on recognition.thanks (receiver_id, at desc, id desc);
create index thanks_giver on recognition.thanks (giver_id, at desc, id desc);
create index thanks_community on recognition.thanks (community_id, receiver_id, at desc);
create index thanks_post on recognition.thanks (post_id) where post_id is not null;
create index thanks_page on recognition.thanks (page_id) where page_id is not null;
create index thanks_comment on recognition.thanks (comment_id) where comment_id is not null;

create table recognition.report (
  thanks_id uuid not null references recognition.thanks on delete cascade,
  reporter_id uuid not null references people.member,
  words text,
  at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references people.member,
  primary key (thanks_id, reporter_id)
);
create index report_reporter on recognition.report (reporter_id);

-- Quiet work that only modules above know of.
create table recognition.act (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  kind text not null check (kind in ('welcome', 'buddy')),
  at timestamptz not null
);
create index act_community on recognition.act (community_id, at);
create index act_member on recognition.act (member_id);

-- Nobody suggests them for a word.
create table recognition.opt_out (
  member_id uuid primary key references people.member on delete cascade,
  since timestamptz not null
);
