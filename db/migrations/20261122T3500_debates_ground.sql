create schema debates;

create table debates.debate (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  question text not null check (question <> ''),
  language text not null check (language in ('fr', 'en')),
  -- `question`: arguments speak of the question itself; `proposals`: of the proposals that it gathers.
  form text not null check (form in ('question', 'proposals')),
  -- The neutral file: what one should know before taking a side.
  file_md text not null default '',
  file_html text not null default '',
  file_version int not null default 1,
  file_by uuid references people.member,
  -- Ground rules: articles of the charter by number, and own words.
  articles int[] not null default '{}',
  rules text not null default '',
  may_be_nameless boolean not null default true,
  show_votes text not null default 'atEnd' check (show_votes in ('atEnd', 'fromFive')),
  opens_at timestamptz,
  closes_at timestamptz not null,
  -- Stamped once: opening, and the end of the period, by whoever or whatever noticed it.
  opened_at timestamptz,
  closed_at timestamptz,
  archived_at timestamptz,
  archived_by uuid references people.member,
  last_number int not null default 0,
  created_by uuid references people.member,
  created_at timestamptz not null,
  -- Brought from elsewhere: name of the source.
  source text,
  check (opens_at is null or opens_at < closes_at),
  unique nulls distinct (community_id, source)
);
create index debate_community on debates.debate (community_id, created_at desc, id desc);
create index debate_due on debates.debate (closes_at) where closed_at is null;

-- Extended once, with a reason that everybody reads.
create table debates.extension (
  debate_id uuid primary key references debates.debate on delete cascade,
  closed_before timestamptz not null,
  reason text not null check (reason <> ''),
  by_member_id uuid references people.member,
  at timestamptz not null
);

-- Pages and addresses of the neutral file, in order.
create table debates.file_link (
  debate_id uuid not null references debates.debate on delete cascade,
  position int not null,
  page_id uuid references knowledge.page on delete cascade,
  title text,
  url text,
  primary key (debate_id, position),
  check ((page_id is null) = (url is not null))
);
create index file_link_page on debates.file_link (page_id);

-- Files of neutral files. They begin as uploads of discussions and keep their identifier.
create table debates.attachment (
  id uuid primary key,
  debate_id uuid not null references debates.debate on delete cascade,
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
create index attachment_debate on debates.attachment (debate_id);
create index attachment_owner on debates.attachment (owner_id);

-- "Is this neutral?": one reader inclined each way, before the opening. Which way is for managers and the two alone.
create table debates.review (
  debate_id uuid not null references debates.debate on delete cascade,
  side text not null check (side in ('for', 'against')),
  reviewer_id uuid not null references people.member,
  asked_at timestamptz not null,
  is_neutral boolean,
  word text,
  at timestamptz,
  -- Of these very words: a file that changed is read again.
  file_version int,
  primary key (debate_id, side),
  unique (debate_id, reviewer_id),
  check ((at is null) = (is_neutral is null))
);
create index review_reviewer on debates.review (reviewer_id);

create table debates.wish (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  member_id uuid not null references people.member,
  question text not null check (question <> ''),
  why text,
  at timestamptz not null,
  debate_id uuid references debates.debate on delete set null,
  answer text,
  answered_at timestamptz,
  answered_by uuid references people.member
);
create index wish_community on debates.wish (community_id, at) where answered_at is null;
create index wish_member on debates.wish (member_id);

create table debates.proposal (
  id uuid primary key,
  debate_id uuid not null references debates.debate on delete cascade,
  -- Null: without a name (then nameless_author has it), or by nobody any more.
  author_id uuid references people.member,
  is_nameless boolean not null default false,
  title text not null check (title <> ''),
  body_md text not null,
  body_html text not null,
  language text not null,
  at timestamptz not null,
  edited_at timestamptz,
  source_key text,
  -- Votes counted by another platform, without voters.
  imported_agree int not null default 0,
  imported_mixed int not null default 0,
  imported_disagree int not null default 0,
  check (not is_nameless or author_id is null),
  unique (debate_id, id),
  unique nulls distinct (debate_id, source_key)
);
create index proposal_debate on debates.proposal (debate_id, id);
create index proposal_author on debates.proposal (author_id);

create table debates.argument (
  id uuid primary key,
  debate_id uuid not null references debates.debate on delete cascade,
  proposal_id uuid,
  number int not null,
  side text not null check (side in ('for', 'against')),
  author_id uuid references people.member,
  is_nameless boolean not null default false,
  text text not null check (text <> ''),
  language text not null,
  at timestamptz not null,
  edited_at timestamptz,
  -- Written by a manager from several others; it has no author of its own.
  is_merged boolean not null default false,
  merged_into uuid references debates.argument on delete set null,
  merged_at timestamptz,
  -- Its author asks to be taken out of the merging, and what came of it.
  objection text,
  objected_at timestamptz,
  objection_answer text,
  -- Given back to its author with a word; readers no longer see it.
  returned_at timestamptz,
  returned_by uuid references people.member,
  returned_word text,
  returned_article int,
  appeal text,
  appealed_at timestamptz,
  source_key text,
  imported_supports int not null default 0,
  foreign key (debate_id, proposal_id) references debates.proposal (debate_id, id) on delete cascade,
  check (not is_nameless or author_id is null),
  check (source_key is not null or char_length(text) <= 600),
  unique (debate_id, number),
  unique nulls distinct (debate_id, source_key)
);
create index argument_of on debates.argument (debate_id, proposal_id, side) where merged_into is null and returned_at is null;
create index argument_proposal on debates.argument (proposal_id);
create index argument_merged on debates.argument (merged_into) where merged_into is not null;
create index argument_author on debates.argument (author_id, at desc);

-- THE only place that knows who wrote what carries no name. Read by its author's own screens and export, by the
-- limits, and after two people have asked with a reason: see server/queries/nameless.ts, which alone names it.
create table debates.nameless_author (
  argument_id uuid unique references debates.argument on delete cascade,
  proposal_id uuid unique references debates.proposal on delete cascade,
  member_id uuid not null references people.member,
  check ((argument_id is null) <> (proposal_id is null))
);
create index nameless_author_member on debates.nameless_author (member_id);

create table debates.argument_source (
  argument_id uuid not null references debates.argument on delete cascade,
  position int not null,
  title text not null,
  url text,
  primary key (argument_id, position)
);

-- Who supports and who votes is never listed: counted, shown to oneself.
create table debates.support (
  argument_id uuid not null references debates.argument on delete cascade,
  member_id uuid not null references people.member,
  primary key (argument_id, member_id)
);
create index support_member on debates.support (member_id);
create table debates.vote (
  proposal_id uuid not null references debates.proposal on delete cascade,
  member_id uuid not null references people.member,
  value text not null check (value in ('agree', 'mixed', 'disagree')),
  primary key (proposal_id, member_id)
);
create index vote_member on debates.vote (member_id);

-- The only other acts on an argument: "where does this come from?" and "this repeats another".
create table debates.source_request (
  argument_id uuid not null references debates.argument on delete cascade,
  member_id uuid not null references people.member,
  primary key (argument_id, member_id)
);
create index source_request_member on debates.source_request (member_id);
create table debates.repetition (
  argument_id uuid not null references debates.argument on delete cascade,
  member_id uuid not null references people.member,
  other_id uuid not null references debates.argument on delete cascade,
  primary key (argument_id, member_id),
  check (argument_id <> other_id)
);
create index repetition_other on debates.repetition (other_id);
create index repetition_member on debates.repetition (member_id);

-- Every save is a version; readers see the newest that was published.
create table debates.synthesis (
  debate_id uuid not null references debates.debate on delete cascade,
  version int not null,
  body_md text not null,
  body_html text not null,
  -- Numbers of the arguments that it cites (#12).
  cites int[] not null default '{}',
  by_member_id uuid references people.member,
  at timestamptz not null,
  published_at timestamptz,
  primary key (debate_id, version)
);

create table debates.decision (
  debate_id uuid primary key references debates.debate on delete cascade,
  decider_id uuid not null references people.member,
  due date not null,
  asked_by uuid references people.member,
  asked_at timestamptz not null,
  outcome text check (outcome in ('kept', 'changed', 'refused')),
  text text,
  because text,
  decided_on date,
  -- Whoever wrote it down, where that is not the decision-maker.
  written_by uuid references people.member,
  published_at timestamptz,
  check ((published_at is null) = (outcome is null)),
  check (outcome is null or (text is not null and because is not null and decided_on is not null))
);
create index decision_decider on debates.decision (decider_id);
create table debates.decision_part (
  debate_id uuid not null references debates.decision on delete cascade,
  proposal_id uuid not null references debates.proposal on delete cascade,
  outcome text not null check (outcome in ('kept', 'changed', 'refused')),
  because text not null,
  primary key (debate_id, proposal_id)
);
create index decision_part_proposal on debates.decision_part (proposal_id);
-- Days before and after its date on which the decision-maker was reminded.
create table debates.reminder (
  debate_id uuid not null references debates.decision on delete cascade,
  day int not null,
  at timestamptz not null,
  primary key (debate_id, day)
);
-- There will be no decision: never without a reason, which is published.
create table debates.no_decision (
  debate_id uuid primary key references debates.debate on delete cascade,
  reason text not null check (reason <> ''),
  by_member_id uuid references people.member,
  at timestamptz not null
);

-- Two people and a reason before a name is opened, for a day; its author is told.
create table debates.name_request (
  id uuid primary key,
  debate_id uuid not null references debates.debate on delete cascade,
  argument_id uuid references debates.argument on delete cascade,
  proposal_id uuid references debates.proposal on delete cascade,
  reason text not null check (reason <> ''),
  asked_by uuid references people.member,
  asked_at timestamptz not null,
  decided_by uuid references people.member,
  decided_at timestamptz,
  is_granted boolean,
  ends_at timestamptz,
  check ((argument_id is null) <> (proposal_id is null)),
  check (decided_by is null or decided_by <> asked_by)
);
create index name_request_debate on debates.name_request (debate_id, asked_at desc);
