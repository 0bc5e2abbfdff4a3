-- Pulses: closed waves of a few questions. Who was asked stands in tickets, what was said stands nowhere near it
-- (docs/decisions/0015-pulses-are-sealed.md).
create schema pulse;

create table pulse.wave (
  id uuid primary key,
  community_id uuid references communities.community on delete cascade,
  -- The foreign key comes with the programmes' own tables.
  programme_id uuid,
  check (num_nonnulls(community_id, programme_id) = 1),
  -- `mood`: three questions at most. `adkar`: the five of a change, a wave of their own kind.
  kind text not null check (kind in ('mood', 'adkar')),
  -- [{ "key": "useful", "text": null }, …]; `text` of a manager's own question only.
  items jsonb not null check (jsonb_array_length(items) between 1 and 5),
  check (kind = 'adkar' or jsonb_array_length(items) <= 3),
  with_text boolean not null default true,
  -- One dimension per wave: two labels on one answer would single people out.
  dimension text not null check (dimension in ('none', 'entity', 'site', 'population')),
  days int not null check (days between 3 and 21),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'cancelled')),
  created_by uuid references people.member,
  created_at timestamptz not null,
  opened_at timestamptz,
  closes_at timestamptz,
  ended_at timestamptz,
  check (state = 'draft' or (opened_at is not null and closes_at is not null)),
  check ((state in ('closed', 'cancelled')) = (ended_at is not null)),
  -- How many people were asked.
  invited int not null default 0,
  -- The labels as they were frozen, already merged: [{ "label": "Nantes", "includes": [] }, …].
  cells jsonb not null default '[]',
  -- Why there are none although a dimension was asked for.
  no_cells text check (no_cells in ('fewPeople', 'smallCommunity', 'noCohort', 'oneCell', 'noBreakdown', 'audit')),
  k int not null default 10 check (k >= 10),
  reminded_at timestamptz,
  -- Seals answers; what opens them again lies in the file store until the wave is over. Null: made with the first
  -- answer (the demo company's, which is loaded without a file store).
  seal_key bytea
);
create unique index wave_open_community on pulse.wave (community_id) where state = 'open';
create unique index wave_open_programme on pulse.wave (programme_id) where state = 'open';
create index wave_community on pulse.wave (community_id, opened_at);
create index wave_programme on pulse.wave (programme_id, opened_at);
create index wave_created_by on pulse.wave (created_by);

-- Who was asked, under which label, and whether they have answered: all that reminders need. Gone after seven days.
create table pulse.pulse_ticket (
  wave_id uuid not null references pulse.wave on delete cascade,
  member_id uuid not null references people.member,
  cell_label text not null,
  answered boolean not null default false,
  primary key (wave_id, member_id)
);
create index pulse_ticket_member on pulse.pulse_ticket (member_id) where not answered;

-- Answers during a wave: sealed, of one length, without member, time or order. One partition per open wave, so that
-- its file goes with it.
create table pulse.pulse_stage (
  -- One and the same for a person during the wave (an HMAC under a key of the file store), noise afterwards.
  id uuid not null,
  wave_id uuid not null,
  sealed bytea not null,
  primary key (wave_id, id)
) partition by list (wave_id);

-- Answers of closed waves: written in one statement, in random order, item by item.
create table pulse.pulse_answer (
  wave_id uuid not null references pulse.wave on delete cascade,
  cell_label text not null,
  item text not null,
  value smallint not null check (value between 1 and 5)
);
create index pulse_answer_wave on pulse.pulse_answer (wave_id);
create table pulse.pulse_text (
  wave_id uuid not null references pulse.wave on delete cascade,
  body text not null
);
create index pulse_text_wave on pulse.pulse_text (wave_id);

-- What was published of a wave: one row, read by everybody with one statement.
create table pulse.wave_result (
  wave_id uuid primary key references pulse.wave on delete cascade,
  state text not null check (state in ('published', 'tooFew')),
  body jsonb not null,
  k int not null check (k >= 10),
  algo_version text not null,
  published_at timestamptz not null
);

-- You said / we do / we will not. Without it no next wave opens.
create table pulse.said (
  wave_id uuid primary key references pulse.wave on delete cascade,
  you_said text not null default '',
  we_do text not null default '',
  we_will_not text not null default '',
  theme_id uuid,
  published_at timestamptz,
  published_by uuid references people.member,
  check (published_at is null or (you_said <> '' and (we_do <> '' or we_will_not <> '')))
);
create index said_published_by on pulse.said (published_by);

-- Whom one can talk to: a pulse is no alert line.
create table pulse.contact (
  position int primary key,
  kind text not null check (kind in ('hr', 'doctor', 'cse', 'harassment', 'other')),
  name text not null check (name <> ''),
  reach text not null check (reach <> ''),
  -- The demo company's go with it.
  demo boolean not null default false
);

-- The hard gates, for whoever writes here.
create function pulse.guard_wave() returns trigger language plpgsql as $$
begin
  if old.state in ('closed', 'cancelled') and new.state <> old.state then
    raise exception 'a wave that is over stays over' using errcode = 'integrity_constraint_violation';
  end if;
  if old.state <> 'draft' and (new.items, new.dimension, new.kind, new.closes_at, new.cells, new.seal_key)
       is distinct from (old.items, old.dimension, old.kind, old.closes_at, old.cells, coalesce(old.seal_key, new.seal_key))
     and new.state <> 'closed' and new.state <> 'cancelled' then
    raise exception 'an open wave is not changed' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state = 'cancelled' and exists (select wave_id from pulse.pulse_stage where wave_id = new.id) then
    raise exception 'somebody has answered already' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state = 'open' and old.state = 'draft' then
    if exists (select from pulse.wave w where w.id <> new.id
                and (w.community_id = new.community_id or w.programme_id = new.programme_id)
                and w.state in ('open', 'closed') and w.opened_at > new.opened_at - interval '28 days') then
      raise exception 'one wave every four weeks' using errcode = 'integrity_constraint_violation';
    end if;
    if exists (select from pulse.wave w left join pulse.said s on s.wave_id = w.id
                where w.id <> new.id and (w.community_id = new.community_id or w.programme_id = new.programme_id)
                  and w.state = 'closed' and s.published_at is null) then
      raise exception 'the last wave has had no answer yet' using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  return new;
end $$;
create trigger guard before update on pulse.wave for each row execute function pulse.guard_wave();

-- What is out is out, unless the whole wave goes with its community.
create function pulse.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from pulse.wave where id = old.wave_id) then return old; end if;
  raise exception 'what was published of a wave is never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger append_only before update or delete on pulse.wave_result
  for each row execute function pulse.refuse_change();

-- A place for the answers of one wave; its owner keeps the right to drop it and to say how many rows it has.
create function pulse.open_stage(wave uuid) returns void language plpgsql as $$
declare
  place text := 'stage_' || replace(wave::text, '-', '');
begin
  execute format('create table pulse.%I partition of pulse.pulse_stage for values in (%L)', place, wave);
  if pulse.separate_roles() then
    execute format('revoke all on pulse.%I from %I', place, current_user);
    execute format('grant select on pulse.%I to release_job', place);
  end if;
end $$;
create function pulse.drop_stage(wave uuid) returns void language plpgsql as $$
begin
  execute format('drop table if exists pulse.%I', 'stage_' || replace(wave::text, '-', ''));
end $$;

-- A wave that goes takes its place with it.
create function pulse.drop_stage_with_wave() returns trigger language plpgsql as $$
begin
  perform pulse.drop_stage(old.id);
  return old;
end $$;
create trigger drop_stage before delete on pulse.wave for each row execute function pulse.drop_stage_with_wave();

-- Who may read what: `release_job` alone reads answers (see measurement.separate_roles).
create function pulse.separate_roles() returns boolean language plpgsql as $$
begin
  if current_user = 'release_job' then return true; end if;
  if not measurement.separate_roles() then return false; end if;
  grant usage on schema pulse to release_job;
  grant select on pulse.wave, pulse.pulse_stage to release_job;
  grant select, insert on pulse.pulse_answer, pulse.pulse_text to release_job;
  revoke all on pulse.pulse_stage, pulse.pulse_answer, pulse.pulse_text, pulse.pulse_ticket from app_cm, public;
  execute format('revoke all on pulse.pulse_stage, pulse.pulse_answer, pulse.pulse_text from %I', current_user);
  -- What is left to the application: to seal an answer in, to count, and to let go of a whole wave.
  execute format('grant insert, select (id, wave_id) on pulse.pulse_stage to %I', current_user);
  execute format('grant delete, select (wave_id) on pulse.pulse_answer, pulse.pulse_text to %I', current_user);
  return true;
end $$;
select pulse.separate_roles();
