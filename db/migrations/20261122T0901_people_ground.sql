create schema people;

-- Names are found and sorted without accents or case. unaccent() alone is only stable because its dictionary could
-- change; naming the dictionary makes the call safe to store and to index.
create function people.fold(value text) returns text
language sql immutable strict parallel safe as $$
  select lower(public.unaccent('public.unaccent'::regdictionary, value))
$$;

-- What the directory searches in one text.
create function people.search_text(display_name text, job_title text, ask_me_about text[]) returns text
language sql immutable parallel safe as $$
  select people.fold(display_name || ' ' || coalesce(job_title, '') || ' ' || coalesce(array_to_string(ask_me_about, ' '), ''))
$$;

create table people.organisation (
  id boolean primary key default true check (id),
  name text not null,
  default_language text not null check (default_language in ('fr', 'en')),
  languages text[] not null,
  timezone text not null default 'Europe/Paris',
  created_at timestamptz not null default now()
);

create table people.entity (
  id uuid primary key,
  parent_id uuid references people.entity,
  name text not null,
  demo boolean not null default false
);
create unique index entity_name on people.entity (lower(name));

-- Business hours are those of the site: `opens`/`closes` in local time on ISO weekdays, public holidays by country.
create table people.site (
  id uuid primary key,
  name text not null,
  country text not null default 'FR',
  timezone text not null,
  opens time not null default '09:00',
  closes time not null default '18:00',
  workdays int[] not null default '{1,2,3,4,5}',
  demo boolean not null default false,
  check (opens < closes)
);
create unique index site_name on people.site (lower(name));

create table people.partner_organisation (
  id uuid primary key,
  name text not null,
  demo boolean not null default false
);

-- `dormant`: known from an import, has no address and cannot sign in. `invited`: has not chosen a password yet.
create table people.member (
  id uuid primary key,
  kind text not null default 'employee' check (kind in ('employee', 'guest')),
  partner_id uuid references people.partner_organisation,
  state text not null check (state in ('active', 'invited', 'dormant', 'deactivated')),
  state_at timestamptz not null default now(),
  email text check (email = lower(email)),
  display_name text not null check (display_name <> ''),
  given_name text,
  family_name text,
  pronouns text,
  job_title text,
  about text,
  ask_me_about text[] not null default '{}',
  entity_id uuid references people.entity,
  site_id uuid references people.site,
  languages text[] not null default '{}',
  interface_language text not null default 'fr' check (interface_language in ('fr', 'en')),
  timezone text,
  -- 512 pixels, and 96 for lists; both re-encoded without metadata.
  photo_blob_id uuid references platform.blob,
  photo_small_blob_id uuid references platform.blob,
  demo boolean not null default false,
  -- The role in the demo company's cast: only these accounts open through the demo door, and only while it is loaded.
  demo_cast text check (demo_cast is null or demo),
  created_at timestamptz not null default now(),
  sort_name text collate "C" not null generated always as (people.fold(display_name)) stored,
  search_text text not null generated always as (people.search_text(display_name, job_title, ask_me_about)) stored,
  check ((photo_blob_id is null) = (photo_small_blob_id is null)),
  check (state = 'dormant' or email is not null),
  check ((kind = 'guest') = (partner_id is not null))
);
create unique index member_email on people.member (email);
create index member_entity on people.member (entity_id);
create index member_site on people.member (site_id);
create index member_name on people.member (sort_name, id);
create index member_search on people.member using gin (search_text gin_trgm_ops);
create index member_languages on people.member using gin (languages);
create index member_demo_cast on people.member (demo_cast) where demo_cast is not null;

create table people.administrator (
  member_id uuid primary key references people.member,
  since timestamptz not null default now(),
  by_member_id uuid references people.member
);

create table people.credential (
  member_id uuid primary key references people.member,
  password_hash text not null,
  set_at timestamptz not null default now()
);

create table people.session (
  id uuid primary key,
  token_hash bytea not null unique,
  member_id uuid not null references people.member,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- The day only: hours of presence are not collected.
  last_used_on date not null default current_date
);
create index session_member on people.session (member_id);

-- Single use, ≥ 128 bits, stored hashed.
create table people.one_time_token (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('setup', 'reset', 'invitation')),
  member_id uuid references people.member,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  details jsonb not null default '{}'
);
create index one_time_token_member on people.one_time_token (member_id, purpose);

-- Recent attempts by salted hash (of an address, of a network); forgotten within the hour.
create table people.throttle (
  key text not null,
  at timestamptz not null default now()
);
create index throttle_key_at on people.throttle (key, at);

-- Written whenever a person-level screen of a CM, moderator or administrator shows somebody. Append-only, 12 months.
create table people.access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  viewer_id uuid not null references people.member,
  viewer_role text not null,
  subject_id uuid not null references people.member,
  community_id uuid,
  screen text not null,
  purpose text not null,
  fields text[] not null
);
create index access_log_subject on people.access_log (subject_id, id desc);
create index access_log_at on people.access_log using brin (at);
