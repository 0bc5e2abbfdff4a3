create schema reports;

-- One monthly report of one community. What was counted stands here once and for all: the month is closed.
create table reports.report (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  -- First day of the month.
  month date not null check (extract(day from month) = 1),
  -- Language of the texts of its sections; what is computed is said in the reader's.
  language text not null check (language in ('fr', 'en')),
  -- Figures, problem, season, answered themes, what is not known (shapes.ts: ReportFacts). Names nobody.
  facts jsonb not null,
  drafted_at timestamptz not null,
  unique (community_id, month)
);

-- Each saving is a version; a published one is never changed, a correction is a later one with a note.
create table reports.version (
  report_id uuid not null references reports.report on delete cascade,
  number int not null check (number >= 1),
  -- The text of each section: {"problem": "…", "facts": "…"}.
  texts jsonb not null,
  at timestamptz not null,
  -- Null: drafted by the product.
  by_member_id uuid references people.member,
  published_at timestamptz,
  published_by uuid references people.member,
  -- Why a published report was corrected.
  note text,
  -- What the published version shows, as far as its people still agree.
  voice_ids uuid[] not null default '{}',
  story_ids uuid[] not null default '{}',
  -- Decisions as they stood: [{"kind": "own", "id": "…", "text": "…", "due": "…", "answer": null}]. Owners are read at display.
  decisions jsonb not null default '[]',
  primary key (report_id, number)
);
create index version_published on reports.version (report_id, number desc) where published_at is not null;

-- Words of somebody that the report would like to quote: they stand in it once, and as long as, their author agrees.
create table reports.voice (
  id uuid primary key,
  report_id uuid not null references reports.report on delete cascade,
  community_id uuid not null,
  post_id uuid not null,
  comment_id uuid,
  author_id uuid not null references people.member,
  quote text not null,
  asked_at timestamptz not null,
  asked_by uuid references people.member,
  state text not null default 'pending' check (state in ('pending', 'yes', 'no', 'withdrawn')),
  shown_as text check (shown_as in ('named', 'anonymous')),
  answered_at timestamptz,
  foreign key (community_id, post_id) references discussions.post (community_id, id) on delete cascade on update cascade,
  foreign key (post_id, comment_id) references discussions.comment (post_id, id) on delete cascade,
  check ((state = 'yes') = (shown_as is not null))
);
create unique index voice_once on reports.voice (report_id, post_id, coalesce(comment_id, post_id));
create index voice_author on reports.voice (author_id, asked_at desc);

-- What the community manager asks of somebody who decides, beside the themes of the listening board. Stays until answered.
create table reports.decision (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  text text not null,
  owner_id uuid references people.member,
  due date,
  asked_at timestamptz not null,
  asked_by uuid references people.member,
  answer text,
  answered_at timestamptz,
  answered_by uuid references people.member
);
create index decision_open on reports.decision (community_id, asked_at) where answered_at is null;

-- Wenger, Trayner and de Laat: what the community brought, told with the people it happened to.
create table reports.value_story (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  cycle text not null check (cycle in ('immediate', 'potential', 'applied', 'realized', 'reframing')),
  what text not null,
  language text not null check (language in ('fr', 'en')),
  evidence_url text,
  hours numeric check (hours >= 0),
  indicator text,
  happened_on date not null,
  told_by uuid references people.member,
  told_at timestamptz not null
);
create index value_story_community on reports.value_story (community_id, happened_on desc, id desc);

create table reports.story_person (
  id uuid primary key,
  story_id uuid not null references reports.value_story on delete cascade,
  member_id uuid not null references people.member,
  asked_at timestamptz not null,
  state text not null default 'pending' check (state in ('pending', 'yes', 'no', 'withdrawn')),
  shown_as text check (shown_as in ('named', 'anonymous')),
  answered_at timestamptz,
  unique (story_id, member_id),
  check ((state = 'yes') = (shown_as is not null))
);
create index story_person_member on reports.story_person (member_id, asked_at desc);

-- Assumptions of the estimated return; null: what readers declared (M29) is used.
create table reports.return_assumption (
  community_id uuid primary key references communities.community on delete cascade,
  manager_hours_month numeric check (manager_hours_month >= 0),
  other_hours_month numeric check (other_hours_month >= 0),
  low_minutes numeric check (low_minutes >= 0),
  base_minutes numeric check (base_minutes >= 0),
  high_minutes numeric check (high_minutes >= 0),
  -- Only where the community manager entered one is anything said in money.
  hourly_cost numeric check (hourly_cost > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  reason text,
  changed_at timestamptz not null,
  changed_by uuid references people.member
);

-- Half-yearly: eight competencies on four levels, each with its evidence.
create table reports.assessment (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  -- '2026-H2'
  half text not null check (half ~ '^\d{4}-H[12]$'),
  -- {"strategy": {"level": 2, "why": "…", "evidence": [{"label": "…", "url": "…"}]}}
  levels jsonb not null,
  -- Two actions for the next quarter.
  actions jsonb not null,
  at timestamptz not null,
  by_member_id uuid references people.member
);
create index assessment_community on reports.assessment (community_id, half desc, at desc);

-- A community as files, prepared once asked for and kept for a week.
create table reports.export (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  asked_by uuid not null references people.member on delete cascade,
  asked_at timestamptz not null,
  reason text not null,
  parts text[] not null,
  formats text[] not null,
  language text not null check (language in ('fr', 'en')),
  state text not null default 'preparing' check (state in ('preparing', 'ready', 'failed')),
  ready_at timestamptz,
  size bigint,
  row_counts jsonb not null default '{}',
  expires_at timestamptz
);
create index export_community on reports.export (community_id, asked_at desc);
create index export_expiry on reports.export (expires_at) where expires_at is not null;

-- The file in pieces of a few megabytes, so that neither writing nor reading it needs memory in proportion.
create table reports.export_piece (
  export_id uuid not null references reports.export on delete cascade,
  number int not null,
  blob_id uuid not null,
  size int not null,
  primary key (export_id, number)
);
