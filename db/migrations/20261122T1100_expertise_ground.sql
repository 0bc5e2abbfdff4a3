create schema expertise;

-- What somebody declares they know is `people.member.ask_me_about`, one list with one place to edit it. Here hangs
-- what others and the person add to an entry of it, by its folded words: an entry taken away takes all this out of
-- sight, put back it returns.
create table expertise.confirmation (
  id uuid primary key,
  member_id uuid not null references people.member on delete cascade,
  skill_key text not null check (skill_key <> ''),
  by_member_id uuid not null references people.member on delete cascade,
  -- When the colleague saw it at work: no confirmation without an occasion.
  occasion text not null check (occasion <> ''),
  at timestamptz not null,
  -- The person would rather not show this one.
  hidden_at timestamptz,
  unique (member_id, skill_key, by_member_id),
  check (member_id <> by_member_id)
);
create index confirmation_by on expertise.confirmation (by_member_id);

-- "I agree to be named as an expert" of one declared subject, in the managers' view.
create table expertise.named_expert (
  member_id uuid not null references people.member on delete cascade,
  skill_key text not null,
  at timestamptz not null,
  primary key (member_id, skill_key)
);

create table expertise.interest (
  member_id uuid not null references people.member on delete cascade,
  label text not null check (label <> ''),
  key text not null generated always as (people.fold(label)) stored,
  primary key (member_id, key)
);
create index interest_key on expertise.interest (key);

create table expertise.project (
  id uuid primary key,
  member_id uuid not null references people.member on delete cascade,
  name text not null check (name <> ''),
  key text not null generated always as (people.fold(name)) stored,
  role text,
  from_year int check (from_year between 1950 and 2100),
  to_year int check (to_year between 1950 and 2100),
  unique (member_id, key),
  check (from_year <= to_year)
);
create index project_key on expertise.project (key);

-- Leaving the questions, or the introductions. A row = left.
create table expertise.opt_out (
  member_id uuid not null references people.member on delete cascade,
  what text not null check (what in ('questions', 'introductions')),
  at timestamptz not null,
  primary key (member_id, what)
);

-- One absence at a time; both days included.
create table expertise.absence (
  member_id uuid primary key references people.member on delete cascade,
  starts_on date not null,
  ends_on date not null,
  said_at timestamptz not null,
  check (starts_on <= ends_on)
);

-- "Not this one": not proposed to each other again.
create table expertise.not_introduced (
  member_id uuid not null references people.member on delete cascade,
  other_id uuid not null references people.member on delete cascade,
  at timestamptz not null,
  primary key (member_id, other_id)
);
create index not_introduced_other on expertise.not_introduced (other_id);

-- Somebody was asked to look at a question. `declined_at`: "not this time", which frees the place and is told to nobody.
create table expertise.ask (
  id uuid primary key,
  post_id uuid not null references discussions.post on delete cascade,
  to_member_id uuid not null references people.member on delete cascade,
  by_member_id uuid not null references people.member on delete cascade,
  by_role text not null check (by_role in ('author', 'manager')),
  note text,
  at timestamptz not null,
  declined_at timestamptz,
  unique (post_id, to_member_id)
);
create index ask_to on expertise.ask (to_member_id, at);
create index ask_by on expertise.ask (by_member_id);

-- Requests that the managers' ladder wrote before this table was there.
insert into expertise.ask (id, post_id, to_member_id, by_member_id, by_role, note, at)
select distinct on (s.post_id, s.to_member_id) s.id, s.post_id, s.to_member_id, s.by_member_id, 'manager', s.note, s.at
  from workbench.rescue_step s
 where s.step = 'nudgedExpert' and s.to_member_id is not null
 order by s.post_id, s.to_member_id, s.at
on conflict do nothing;
