-- The release engine: what may be said of groups of people, said once. Only the nightly job writes here.

-- Who stood in which cell when a period began, as the directory had it. Breakdowns use nothing else.
create table measurement.cohort_snapshot (
  cohort_id text not null,
  dimension text not null check (dimension in ('entity', 'site', 'tenure', 'job')),
  cell text not null check (cell <> ''),
  member_id uuid not null references people.member,
  valid_period daterange not null,
  primary key (cohort_id, member_id)
);
create index cohort_snapshot_member on measurement.cohort_snapshot (member_id);

-- What was released: the one source of screens, exports and the API.
create table measurement.aggregate_release (
  id bigint generated always as identity primary key,
  metric text not null,
  -- `organisation` or a community's identifier. No foreign key: what was published stays published.
  scope text not null,
  period text not null check (period ~ '^\d{4}-(\d{2}|Q[1-4])$'),
  -- `total`, or the dimension of a breakdown.
  dimension text not null,
  -- The cell's name when its period began; of merged cells `other`, `other-2`…
  cell text not null,
  -- What a merged cell holds.
  includes text[] not null default '{}',
  n_band text not null,
  value_protected jsonb not null,
  unit text not null,
  k int not null check (k >= 5),
  algo_version text not null,
  released_at timestamptz not null,
  demo boolean not null default false,
  unique (metric, scope, period, dimension, cell)
);
create index aggregate_release_scope on measurement.aggregate_release (scope, period, metric);

-- That a figure was decided upon, and how: also when nothing could be said.
create table measurement.release_run (
  metric text not null,
  scope text not null,
  period text not null check (period ~ '^\d{4}-(\d{2}|Q[1-4])$'),
  outcome text not null check (outcome in ('cells', 'total', 'nothing')),
  -- Why there are no cells, or nothing at all.
  reason text check (reason in ('fewPeople', 'smallCommunity', 'noCohort', 'oneCell', 'audit', 'noBreakdown')),
  -- Cells before and after merging and coarsening.
  raw_cells int not null default 0,
  kept_cells int not null default 0,
  k int not null check (k >= 5),
  decided_at timestamptz not null,
  demo boolean not null default false,
  primary key (metric, scope, period),
  check ((outcome = 'cells') = (reason is null))
);

-- Whom a released figure rests on: read by the audit of later releases of the same metric and period, by nothing
-- else, and forgotten when no such release can come any more.
-- No foreign key to the release: checking one would take the right to read these rows, which only the job has.
create table measurement.release_contributor (
  release_id bigint not null,
  member_id uuid not null references people.member,
  primary key (release_id, member_id)
);
create index release_contributor_member on measurement.release_contributor (member_id);

-- The picture of a quarter's ties between entities, already protected.
create table measurement.network_release (
  scope text not null,
  period text not null check (period ~ '^\d{4}-Q[1-4]$'),
  body jsonb not null,
  k int not null check (k >= 10),
  algo_version text not null,
  released_at timestamptz not null,
  demo boolean not null default false,
  primary key (scope, period)
);

-- The smallest group a figure may rest on. The latest row counts; it can only rise.
create table measurement.release_threshold (
  id bigint generated always as identity primary key,
  k int not null check (k >= 5),
  at timestamptz not null,
  by_member_id uuid references people.member
);
create index release_threshold_member on measurement.release_threshold (by_member_id);

-- What is out is out. Only the demo company, which is nobody, can be taken back.
create function measurement.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.demo then return old; end if;
  raise exception 'what was released is never changed (%.%)', tg_table_schema, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger append_only before update or delete on measurement.aggregate_release
  for each row execute function measurement.refuse_change();
create trigger append_only before update or delete on measurement.release_run
  for each row execute function measurement.refuse_change();
create trigger append_only before update or delete on measurement.network_release
  for each row execute function measurement.refuse_change();

create function measurement.only_raise() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' or new.k <= (select coalesce(max(k), 5) from measurement.release_threshold) then
    raise exception 'the threshold can only be raised' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
-- An erased person is cleared from the row that they wrote; the threshold stays.
create trigger only_raise before insert or update of k or delete on measurement.release_threshold
  for each row execute function measurement.only_raise();

-- The roles: `release_job` alone reads who contributed to what; `app_cm` reads what screens read. Where the server
-- does not let us create roles (an external one), everything works without them, and `preau doctor` says so.
create function measurement.separate_roles() returns boolean language plpgsql as $$
declare
  area text;
begin
  if current_user = 'release_job' then return true; end if;
  begin
    if not exists (select from pg_roles where rolname = 'release_job') then create role release_job nologin; end if;
    if not exists (select from pg_roles where rolname = 'app_cm') then create role app_cm nologin; end if;
    -- Without inheritance: the job takes the role on for one transaction, the rest of the application never has it.
    if not pg_has_role(current_user, 'release_job', 'MEMBER') then
      execute format('grant release_job, app_cm to %I', current_user)
        || case when current_setting('server_version_num')::int >= 160000 then ' with inherit false, set true' else '' end;
    end if;
  exception when insufficient_privilege or duplicate_object or unique_violation then null;
  end;
  if not exists (select from pg_roles where rolname = 'release_job')
     or not exists (select from pg_roles where rolname = 'app_cm')
     or not pg_has_role(current_user, 'release_job', 'MEMBER') then return false; end if;
  foreach area in array array['people', 'communities', 'discussions', 'knowledge', 'measurement'] loop
    execute format('grant usage on schema %I to release_job, app_cm', area);
    execute format('grant select on all tables in schema %I to release_job', area);
    execute format('grant execute on all functions in schema %I to release_job', area);
  end loop;
  grant select on people.member, people.entity, people.site, communities.community, communities.membership,
    communities.community_role, discussions.post, discussions.comment, discussions.acceptance, knowledge.page,
    measurement.aggregate_release, measurement.release_run, measurement.network_release to app_cm;
  revoke all on measurement.presence_month, measurement.cohort_snapshot, measurement.release_contributor from app_cm, public;
  grant insert on measurement.aggregate_release, measurement.release_run, measurement.network_release,
    measurement.release_contributor, measurement.cohort_snapshot to release_job;
  grant delete on measurement.release_contributor, measurement.cohort_snapshot to release_job;
  -- The application's own role gives up what only the job needs; it keeps what erasing a person takes
  -- (checking a foreign key locks rows, for which PostgreSQL wants the right to update).
  execute format('revoke all on measurement.cohort_snapshot, measurement.release_contributor from %I', current_user);
  execute format('grant select (member_id), update (member_id), delete on measurement.cohort_snapshot, measurement.release_contributor to %I', current_user);
  execute format('revoke insert, update on measurement.aggregate_release, measurement.release_run, measurement.network_release from %I', current_user);
  return true;
end $$;
select measurement.separate_roles();
