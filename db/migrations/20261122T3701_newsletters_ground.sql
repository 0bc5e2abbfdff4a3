create schema newsletters;

-- A publication. Of the whole organisation, or of one community.
create table newsletters.newsletter (
  id uuid primary key,
  name jsonb not null,
  purpose jsonb not null default '{}',
  languages text[] not null default '{fr}',
  rhythm text not null check (rhythm in ('weekly', 'fortnightly', 'monthly', 'quarterly', 'free')),
  community_id uuid references communities.community on delete cascade,
  created_by uuid references people.member on delete set null,
  created_at timestamptz not null,
  closed_at timestamptz,
  demo boolean not null default false
);
create index newsletter_community on newsletters.newsletter (community_id) where community_id is not null;

-- A local edition: who receives it, and where it stands when somebody belongs to several (the first one wins).
create table newsletters.edition (
  id uuid primary key,
  newsletter_id uuid not null references newsletters.newsletter on delete cascade,
  name text not null,
  position int not null,
  site_id uuid references people.site on delete cascade,
  entity_id uuid references people.entity on delete cascade,
  community_id uuid references communities.community on delete cascade,
  created_at timestamptz not null,
  unique (newsletter_id, id),
  check (num_nonnulls(site_id, entity_id, community_id) = 1)
);
create index edition_newsletter on newsletters.edition (newsletter_id, position);

-- Who writes: everything (no edition), or one local edition.
create table newsletters.editor (
  newsletter_id uuid not null references newsletters.newsletter on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  edition_id uuid,
  named_by uuid references people.member on delete set null,
  since timestamptz not null,
  foreign key (newsletter_id, edition_id) references newsletters.edition (newsletter_id, id) on delete cascade
);
create unique index editor_once on newsletters.editor (newsletter_id, member_id, coalesce(edition_id, '00000000-0000-0000-0000-000000000000'));
create index editor_member on newsletters.editor (member_id);

create table newsletters.issue (
  id uuid primary key,
  newsletter_id uuid not null references newsletters.newsletter on delete cascade,
  title jsonb not null default '{}',
  state text not null check (state in ('draft', 'scheduled', 'sending', 'sent', 'stopped')),
  -- {mode: everyone | any | all, siteIds, entityIds, communityIds, languages}
  audience jsonb not null,
  version int not null default 1,
  -- Until when local editors add theirs.
  local_deadline timestamptz,
  scheduled_for timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  created_by uuid references people.member on delete set null,
  created_at timestamptz not null,
  changed_by uuid references people.member on delete set null,
  changed_at timestamptz not null,
  tests int not null default 0,
  -- Only for the demo company: counts without rows in the ledger.
  demo_report jsonb
);
create index issue_newsletter on newsletters.issue (newsletter_id, started_at desc, id desc);
create index issue_started on newsletters.issue (started_at desc, id desc) where started_at is not null;

-- What an issue says: the part of everybody (no edition), and the part of each edition. Blocks are one document: they
-- are ordered, saved and compared together.
create table newsletters.part (
  id uuid primary key,
  issue_id uuid not null references newsletters.issue on delete cascade,
  edition_id uuid references newsletters.edition on delete cascade,
  version int not null default 1,
  blocks jsonb not null default '[]',
  -- Optional blocks of the common part that this edition leaves out.
  left_out text[] not null default '{}',
  -- The common part as the local editors last saw it.
  seen_version int,
  ready_at timestamptz,
  changed_by uuid references people.member on delete set null,
  changed_at timestamptz not null
);
create unique index part_once on newsletters.part (issue_id, coalesce(edition_id, '00000000-0000-0000-0000-000000000000'));
create index part_edition on newsletters.part (edition_id) where edition_id is not null;

create table newsletters.part_version (
  part_id uuid not null references newsletters.part on delete cascade,
  version int not null,
  blocks jsonb not null,
  by_member_id uuid references people.member on delete set null,
  at timestamptz not null,
  primary key (part_id, version)
);

-- "This newsletter no more": by the link in a mail or in one's settings.
create table newsletters.refusal (
  newsletter_id uuid not null references newsletters.newsletter on delete cascade,
  member_id uuid not null references people.member on delete cascade,
  at timestamptz not null,
  primary key (newsletter_id, member_id)
);
create index refusal_member on newsletters.refusal (member_id);

-- Pictures of issues, taken over from uploads.
create table newsletters.picture (
  id uuid primary key,
  newsletter_id uuid not null references newsletters.newsletter on delete cascade,
  owner_id uuid references people.member on delete set null,
  blob_id text not null,
  preview_blob_id text,
  file_name text not null,
  content_type text not null,
  size bigint not null,
  width int,
  height int,
  at timestamptz not null
);
create index picture_newsletter on newsletters.picture (newsletter_id);

-- What local editors and editors were reminded of, once each.
create table newsletters.reminder (
  issue_id uuid not null references newsletters.issue on delete cascade,
  edition_id uuid not null references newsletters.edition on delete cascade,
  kind text not null check (kind in ('due', 'changed')),
  at timestamptz not null,
  primary key (issue_id, edition_id, kind)
);
