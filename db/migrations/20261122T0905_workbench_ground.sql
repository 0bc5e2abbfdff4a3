create schema workbench;

-- What was done with a card of "This morning". A card is `kind:object`.
create table workbench.card_decision (
  community_id uuid not null references communities.community on delete cascade,
  card text not null,
  member_id uuid not null references people.member,
  decision text not null check (decision in ('done', 'delegated', 'later', 'notMine')),
  delegated_to uuid references people.member,
  until timestamptz,
  at timestamptz not null default now(),
  primary key (community_id, card, member_id)
);

-- Steps taken for a question on the ladder L1–L4.
create table workbench.rescue_step (
  id uuid primary key,
  community_id uuid not null references communities.community on delete cascade,
  post_id uuid not null references discussions.post on delete cascade,
  step text not null check (step in ('nudgedExpert', 'askedNeighbour', 'relayed', 'answered', 'owner', 'override')),
  by_member_id uuid not null references people.member,
  to_member_id uuid references people.member,
  to_community_id uuid references communities.community on delete set null,
  note text,
  promised_for date,
  at timestamptz not null default now()
);
create index rescue_step_post on workbench.rescue_step (post_id, at);
-- Replying before L3 counts once per question and manager, however often the box is opened.
create unique index rescue_step_override on workbench.rescue_step (post_id, by_member_id) where step = 'override';
create index rescue_step_asked on workbench.rescue_step (to_member_id, at) where to_member_id is not null;
create index rescue_step_community on workbench.rescue_step (community_id, at);

create table workbench.buddy (
  community_id uuid not null references communities.community on delete cascade,
  newcomer_id uuid not null references people.member,
  buddy_id uuid not null references people.member,
  by_member_id uuid not null references people.member,
  at timestamptz not null default now(),
  primary key (community_id, newcomer_id)
);

create index card_decision_at on workbench.card_decision (at);

create table workbench.welcome (
  community_id uuid not null references communities.community on delete cascade,
  newcomer_id uuid not null references people.member,
  by_member_id uuid not null references people.member,
  at timestamptz not null default now(),
  primary key (community_id, newcomer_id)
);
