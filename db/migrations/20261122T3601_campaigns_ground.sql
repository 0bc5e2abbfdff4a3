create schema campaigns;

create table campaigns.campaign (
  id uuid primary key,
  -- One word as its leader writes it, without the sign; `folded` is what is compared.
  tag text not null check (length(tag) between 2 and 40),
  folded text not null,
  -- A campaign begun in a secret community stays there: elsewhere nobody learns that its tag is taken.
  scope_community_id uuid references communities.community on delete cascade,
  title text not null check (length(title) between 1 and 120),
  purpose text not null check (length(purpose) between 1 and 500),
  how_to text not null default '' check (length(how_to) <= 4000),
  language text not null,
  starts_on date not null,
  ends_on date not null,
  leader_id uuid references people.member on delete set null,
  created_at timestamptz not null,
  closed_at timestamptz,
  thanks text check (length(thanks) <= 4000),
  check (ends_on >= starts_on),
  check ((closed_at is null) = (thanks is null))
);
create unique index campaign_tag on campaigns.campaign
  (folded, coalesce(scope_community_id, '00000000-0000-0000-0000-000000000000'::uuid));
create index campaign_by_end on campaigns.campaign (ends_on desc, id desc);
create index campaign_leader on campaigns.campaign (leader_id);
create index campaign_scope on campaigns.campaign (scope_community_id);

-- Asked by the leader, or joined by a manager; a community takes part from `agreed_at`.
create table campaigns.campaign_community (
  campaign_id uuid not null references campaigns.campaign on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  asked_by uuid references people.member on delete set null,
  asked_at timestamptz not null,
  agreed_by uuid references people.member on delete set null,
  agreed_at timestamptz,
  primary key (campaign_id, community_id)
);
create index campaign_community_by_community on campaigns.campaign_community (community_id);
create index campaign_community_asked_by on campaigns.campaign_community (asked_by);
create index campaign_community_agreed_by on campaigns.campaign_community (agreed_by);

-- Which conversations carry the tag; who may read them is asked of each reader, every time.
create table campaigns.tagged_post (
  campaign_id uuid not null references campaigns.campaign on delete cascade,
  post_id uuid not null references discussions.post on delete cascade,
  at timestamptz not null,
  primary key (campaign_id, post_id)
);
create index tagged_post_by_time on campaigns.tagged_post (campaign_id, at desc, post_id desc);
create index tagged_post_by_post on campaigns.tagged_post (post_id);

create table campaigns.story (
  id uuid primary key,
  campaign_id uuid not null references campaigns.campaign on delete cascade,
  community_id uuid not null references communities.community on delete cascade,
  author_id uuid not null references people.member,
  title text not null check (length(title) between 1 and 200),
  body_md text not null check (length(body_md) <= 20000),
  language text not null,
  -- draft: its author's; waiting: asked of those named; shown: a conversation of kind story.
  state text not null check (state in ('draft', 'waiting', 'shown')),
  video_id uuid references platform.video on delete set null,
  post_id uuid unique references discussions.post on delete set null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index story_by_campaign on campaigns.story (campaign_id, created_at desc, id desc);
create index story_author on campaigns.story (author_id);
create index story_community on campaigns.story (community_id);
create index story_video on campaigns.story (video_id);

create table campaigns.story_picture (
  id uuid primary key,
  story_id uuid not null unique references campaigns.story on delete cascade,
  blob_id uuid not null references platform.blob,
  thumbnail_blob_id uuid references platform.blob,
  file_name text not null,
  content_type text not null,
  size int not null,
  width int,
  height int,
  alt text not null default ''
);
create index story_picture_blob on campaigns.story_picture (blob_id);
create index story_picture_thumbnail on campaigns.story_picture (thumbnail_blob_id);

-- What somebody who is named or pictured said of exactly what they were shown.
create table campaigns.consent (
  story_id uuid not null references campaigns.story on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  is_named boolean not null,
  is_pictured boolean not null,
  purpose text not null,
  months int not null check (months between 1 and 60),
  answer text not null default 'waiting' check (answer in ('waiting', 'yes', 'no', 'withdrawn', 'expired')),
  asked_at timestamptz,
  answered_at timestamptz,
  until date,
  -- A second yes of its own: use outside the company.
  outside boolean not null default false,
  primary key (story_id, member_id),
  check (is_named or is_pictured),
  check (answer = 'yes' or not outside)
);
create index consent_by_member on campaigns.consent (member_id);
create index consent_by_end on campaigns.consent (until) where answer = 'yes';

-- The person's own record of it, which outlives the story.
create table campaigns.consent_log (
  id uuid primary key,
  member_id uuid not null references people.member on delete cascade,
  story_id uuid not null,
  tag text not null,
  what text not null check (what in ('asked', 'yes', 'no', 'withdrawn', 'expired', 'outsideYes', 'outsideNo', 'changed')),
  at timestamptz not null
);
create index consent_log_by_member on campaigns.consent_log (member_id, at);

create table campaigns.challenge (
  id uuid primary key,
  campaign_id uuid not null references campaigns.campaign on delete cascade,
  kind text not null check (kind in ('challenge', 'contest')),
  title text not null check (length(title) between 1 and 120),
  text text not null default '' check (length(text) <= 4000),
  language text not null,
  closes_at timestamptz not null,
  created_by uuid references people.member on delete set null,
  created_at timestamptz not null,
  -- Of a challenge.
  steps text[] not null default '{}',
  mode text not null default 'either' check (mode in ('alone', 'team', 'either')),
  -- Of a contest.
  way text check (way in ('jury', 'draw')),
  criteria text not null default '' check (length(criteria) <= 2000),
  prizes text not null default '' check (length(prizes) <= 2000),
  rules text not null default '' check (length(rules) <= 4000),
  winners int not null default 1 check (winners between 1 and 20),
  -- SHA-256 of the seed, published when entries open; the seed when they have closed.
  commitment text,
  seed text,
  frozen_at timestamptz,
  -- The codes of the entries in the order of the list that was drawn from.
  frozen_list text[],
  decided_at timestamptz,
  decided_by uuid references people.member on delete set null,
  decision text check (length(decision) <= 4000),
  check ((kind = 'contest') = (way is not null)),
  check (way is distinct from 'draw' or (commitment is not null and seed is not null)),
  check ((frozen_at is null) = (frozen_list is null))
);
create index challenge_by_campaign on campaigns.challenge (campaign_id, created_at);
create index challenge_open on campaigns.challenge (closes_at) where frozen_at is null;
create index challenge_created_by on campaigns.challenge (created_by);
create index challenge_decided_by on campaigns.challenge (decided_by);

create table campaigns.participation (
  challenge_id uuid not null references campaigns.challenge on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  steps_done int[] not null default '{}',
  team text check (length(team) between 1 and 80),
  is_told boolean not null default false,
  at timestamptz not null,
  primary key (challenge_id, member_id)
);
create index participation_by_member on campaigns.participation (member_id);

create table campaigns.juror (
  challenge_id uuid not null references campaigns.challenge on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  primary key (challenge_id, member_id)
);
create index juror_by_member on campaigns.juror (member_id);

create table campaigns.entry (
  id uuid primary key,
  challenge_id uuid not null references campaigns.challenge on delete cascade,
  story_id uuid not null references campaigns.story on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  -- Says nothing of whose it is: what the list of a draw is made of.
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (challenge_id, member_id),
  unique (challenge_id, code)
);
create index entry_by_story on campaigns.entry (story_id);
create index entry_by_member on campaigns.entry (member_id);

create table campaigns.juror_note (
  entry_id uuid not null references campaigns.entry on delete cascade,
  juror_id uuid not null references people.member on delete cascade,
  note text not null check (length(note) between 1 and 2000),
  primary key (entry_id, juror_id)
);
create index juror_note_by_juror on campaigns.juror_note (juror_id);

-- Somebody chosen, and whether they wish to be named; `declined` passes the prize on.
create table campaigns.win (
  challenge_id uuid not null references campaigns.challenge on delete cascade,
  code text not null,
  entry_id uuid references campaigns.entry on delete set null,
  answer text not null default 'waiting' check (answer in ('waiting', 'named', 'unnamed', 'declined')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (challenge_id, code)
);
create index win_by_entry on campaigns.win (entry_id);
