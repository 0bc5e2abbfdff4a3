import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { Candidate, Turn, Volunteer } from '#modules/editorial/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

// Who speaks. Made of what everybody of the community can see, and of what people declare; never of reading.

/** An absence that somebody declared, on a day. */
const awaySql = (member: string, day: string): string =>
  `exists (select 1 from expertise.absence away where away.member_id = ${member} and ${day}::date between away.starts_on and away.ends_on)`
const spokeSql = (member: string): string => `(
  select max(said.on_day)::text from editorial.slot said
   where said.community_id = $1 and said.speaker_id = ${member} and said.state = 'published')`

/** Volunteers in the order of their turn: fewest rounds, then who spoke the longest ago. */
export const listVolunteers = (tx: Tx, communityId: string, day: string): Promise<Volunteer[]> =>
  tx.rows(
    `with here as (
       select v.*, ${awaySql('v.member_id', '$2')} as is_away
         from editorial.volunteer v
         join people.member m on m.id = v.member_id and m.state = 'active'
         join communities.membership ms on ms.community_id = v.community_id and ms.member_id = v.member_id
        where v.community_id = $1)
     select ${memberCardSql('m')} as member, h.subject, ${spokeSql('h.member_id')} as "spokeOn",
            not h.is_away and h.rounds <= (select min(rounds) from here where not is_away) as "isTheirTurn"
       from here h join people.member m on m.id = h.member_id
      order by h.is_away, h.rounds, ${spokeSql('h.member_id')} nulls first, h.since limit 50`,
    [communityId, day],
  )

export interface VolunteerFacts {
  rounds: number
  /** Of the volunteers who are there on that day. */
  leastRounds: number
}
export const findVolunteer = (
  tx: Tx,
  communityId: string,
  memberId: string,
  day: string,
): Promise<VolunteerFacts | undefined> =>
  tx.row(
    `select v.rounds, coalesce((select min(o.rounds)::int from editorial.volunteer o
                                 join people.member om on om.id = o.member_id and om.state = 'active'
                                 join communities.membership oms on oms.community_id = o.community_id and oms.member_id = o.member_id
                                where o.community_id = $1 and not ${awaySql('o.member_id', '$3')}), v.rounds) as "leastRounds"
       from editorial.volunteer v where v.community_id = $1 and v.member_id = $2`,
    [communityId, memberId, day],
  )
/** Whoever comes later begins with the round that runs. */
export const setVolunteer = (
  tx: Tx,
  communityId: string,
  memberId: string,
  subject: string | null,
  at: Date,
): Promise<number> =>
  tx.run(
    `insert into editorial.volunteer (community_id, member_id, subject, rounds, since)
     values ($1, $2, $3, coalesce((select min(rounds) from editorial.volunteer where community_id = $1), 0), $4)
     on conflict (community_id, member_id) do update set subject = excluded.subject`,
    [communityId, memberId, subject, at],
  )
export const deleteVolunteer = (tx: Tx, communityId: string, memberId: string): Promise<number> =>
  tx.run('delete from editorial.volunteer where community_id = $1 and member_id = $2', [
    communityId,
    memberId,
  ])
export const findOwnVolunteer = (tx: Tx, communityId: string, memberId: string) =>
  tx.row<{ subject: string | null }>(
    'select subject from editorial.volunteer where community_id = $1 and member_id = $2',
    [communityId, memberId],
  )
/** A turn was had, or let pass (+1); or given back (−1). */
export const addRound = (tx: Tx, communityId: string, memberId: string, by: 1 | -1): Promise<number> =>
  tx.run(
    'update editorial.volunteer set rounds = greatest(0, rounds + $3::int) where community_id = $1 and member_id = $2',
    [communityId, memberId, by],
  )

/**
 * Members who did something useful in public within six months, or declare a subject of the slot's title, and have not
 * opened a subject for three: who spoke the longest ago first, never by how much they do. Managers, volunteers, people
 * away on the day, whoever left the questions, and whoever was asked within three months are left out.
 */
export const listCandidates = (
  tx: Tx,
  communityId: string,
  wanted: { day: string; title: string; now: Date },
): Promise<Candidate[]> =>
  tx.rows(
    `with known as (
       select distinct on (member_id) member_id, reason, about from (
         select m.id as member_id, 'skill' as reason, skill as about, 0 as place
           from people.member m, unnest(m.ask_me_about) skill
          where $3 <> '' and people.fold($3) like '%' || people.fold(skill) || '%'
         union all
         select c.author_id, 'accepted', coalesce(p.title, left(p.excerpt, 80)), 1
           from discussions.acceptance a join discussions.comment c on c.id = a.comment_id and c.deleted_at is null
           join discussions.post p on p.id = a.post_id and p.deleted_at is null
          where p.community_id = $1 and a.at > $4::timestamptz - interval '6 months'
         union all
         select pa.member_id, 'page', k.title, 2
           from knowledge.page_author pa join knowledge.page k on k.id = pa.page_id and k.deleted_at is null
          where k.community_id = $1 and pa.at > $4::timestamptz - interval '6 months'
         union all
         select c.author_id, 'comment', coalesce(p.title, left(p.excerpt, 80)), 3
           from discussions.comment c join discussions.post p on p.id = c.post_id and p.deleted_at is null
          where c.community_id = $1 and c.deleted_at is null and c.author_id <> p.author_id
            and c.created_at > $4::timestamptz - interval '6 months') found
        order by member_id, place)
     select ${memberCardSql('m')} as member, k.reason, k.about, last.spoke::date::text as "spokeOn"
       from known k
       join people.member m on m.id = k.member_id and m.state = 'active'
       join communities.membership ms on ms.community_id = $1 and ms.member_id = m.id
       left join lateral (select max(p.created_at) as spoke from discussions.post p
                           where p.community_id = $1 and p.author_id = m.id and p.deleted_at is null) last on true
      where (last.spoke is null or last.spoke < $4::timestamptz - interval '3 months')
        and not exists (select 1 from communities.community_role r where r.community_id = $1 and r.member_id = m.id and r.role = 'manager')
        and not exists (select 1 from editorial.volunteer v where v.community_id = $1 and v.member_id = m.id)
        and not exists (select 1 from expertise.opt_out o where o.member_id = m.id and o.what = 'questions')
        and not ${awaySql('m.id', '$2')}
        and not exists (select 1 from editorial.turn t join editorial.slot s on s.id = t.slot_id
                         where s.community_id = $1 and t.member_id = m.id and t.asked_at > $4::timestamptz - interval '3 months')
      order by last.spoke nulls first, m.sort_name, m.id limit 6`,
    [communityId, wanted.day, wanted.title, wanted.now],
  )

/** Entities of at least five members here of whom nobody has opened a subject for three months. */
export const listUnheardEntities = (tx: Tx, communityId: string, now: Date) =>
  tx.rows<{ id: string; name: string }>(
    `select e.id, e.name from communities.membership ms
       join people.member m on m.id = ms.member_id and m.state = 'active'
       join people.entity e on e.id = m.entity_id
      where ms.community_id = $1
      group by e.id, e.name
     having count(distinct m.id) >= 5
        and not exists (select 1 from discussions.post p join people.member a on a.id = p.author_id
                         where p.community_id = $1 and a.entity_id = e.id and p.deleted_at is null
                           and p.created_at > $2::timestamptz - interval '3 months')
      order by e.name limit 10`,
    [communityId, now],
  )

/** Subjects opened in three months: the caller's own, and all. */
export const countOwnVoice = async (tx: Tx, communityId: string, memberId: string, now: Date) =>
  (await tx.row<{ mine: number; all: number; since: string }>(
    `select count(*) filter (where author_id = $2)::int as mine, count(*)::int as all,
            ($3::timestamptz - interval '3 months')::date::text as since
       from discussions.post where community_id = $1 and deleted_at is null and not imported
        and created_at > $3::timestamptz - interval '3 months' and created_at <= $3`,
    [communityId, memberId, now],
  ))!

/** Whether somebody may be asked here on a day: member, active, not away. */
export const findSpeaker = (
  tx: Tx,
  communityId: string,
  memberId: string,
  day: string,
): Promise<{ isAway: boolean } | undefined> =>
  tx.row(
    `select ${awaySql('m.id', '$3')} as "isAway" from people.member m
       join communities.membership ms on ms.community_id = $1 and ms.member_id = m.id
      where m.id = $2 and m.state = 'active'`,
    [communityId, memberId, day],
  )

export interface TurnFacts {
  id: string
  slotId: string
  memberId: string
  askedBy: string | null
  swapFrom: string | null
  answer: string | null
}
const turnSql = `select id, slot_id as "slotId", member_id as "memberId", asked_by as "askedBy", swap_from as "swapFrom", answer from editorial.turn`
export const lockTurn = (tx: Tx, turnId: string, memberId: string): Promise<TurnFacts | undefined> =>
  tx.row(`${turnSql} where id = $1 and member_id = $2 for update`, [turnId, memberId])
export const findOpenTurns = (tx: Tx, slotId: string): Promise<TurnFacts[]> =>
  tx.rows(`${turnSql} where slot_id = $1 and answer is null for update`, [slotId])
/** The one that the speaker of a slot accepted. */
export const findAcceptedTurn = (tx: Tx, slotId: string, memberId: string): Promise<TurnFacts | undefined> =>
  tx.row(
    `${turnSql} where slot_id = $1 and member_id = $2 and answer = 'accepted' order by asked_at desc limit 1`,
    [slotId, memberId],
  )
export const insertTurn = (
  tx: Tx,
  turn: {
    id: string
    slotId: string
    memberId: string
    askedBy: string | null
    swapFrom: string | null
    note: string | null
    at: Date
    answer?: string
  },
): Promise<number> =>
  tx.run(
    `insert into editorial.turn (id, slot_id, member_id, asked_by, swap_from, note, asked_at, answer, answered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, case when $8::text is null then null else $7::timestamptz end)`,
    [
      turn.id,
      turn.slotId,
      turn.memberId,
      turn.askedBy,
      turn.swapFrom,
      turn.note,
      turn.at,
      turn.answer ?? null,
    ],
  )
export const setAnswer = (tx: Tx, turnId: string, answer: string, at: Date): Promise<number> =>
  tx.run('update editorial.turn set answer = $2, answered_at = $3 where id = $1', [turnId, answer, at])

/** What one person is asked, and the turns they took that are still to come or not yet linked. */
export const listOwnTurns = (
  tx: Tx,
  viewer: { id: string; isEmployee: boolean },
  today: string,
): Promise<Turn[]> =>
  tx.rows(
    `select t.id, s.id as "slotId", ${communityRefSql('c')} as community, s.on_day::text as "on", s.title,
            f.name as "formatName", f.how_to as "howTo",
            case when b.id is not null then ${memberCardSql('b')} end as by,
            case when x.id is not null then ${memberCardSql('x')} end as "swapFrom",
            t.note, ${instantSql('t.asked_at')} as "askedAt",
            case when t.answer is null and t.swap_from is not null then 'swapAsked' when t.answer is null then 'asked'
                 when s.state = 'published' then 'published' else 'accepted' end as state,
            case when t.answer is null then '[]'::jsonb else coalesce((
              select jsonb_agg(jsonb_build_object('id', mine.id, 'title', mine.title)) from (
                select p.id, coalesce(p.title, left(p.excerpt, 80)) as title from discussions.post p
                 where p.community_id = c.id and p.author_id = $1::uuid and p.deleted_at is null
                   and p.created_at > t.answered_at - interval '1 day'
                 order by p.created_at desc limit 5) mine), '[]') end as posts,
            case when t.swap_from is not null and t.answer is null then '[]'::jsonb else coalesce((
              select jsonb_agg(${memberCardSql('vm')} order by v.rounds, vm.sort_name) from editorial.volunteer v
                join people.member vm on vm.id = v.member_id and vm.state = 'active'
                join communities.membership vms on vms.community_id = v.community_id and vms.member_id = v.member_id
               where v.community_id = c.id and v.member_id <> $1::uuid), '[]') end as "swapWith"
       from editorial.turn t
       join editorial.slot s on s.id = t.slot_id
       join communities.community c on c.id = s.community_id
       left join editorial.format f on f.id = s.format_id
       left join people.member b on b.id = t.asked_by
       left join people.member x on x.id = t.swap_from
      where t.member_id = $1::uuid and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')} and c.stage <> 'archived'
        and s.on_day >= $3::date - 30
        and (t.answer is null and s.state in ('idea', 'asked', 'drafted')
             or t.answer = 'accepted' and s.speaker_id = $1::uuid and s.state <> 'skipped')
      order by s.on_day, t.asked_at desc limit 50`,
    [viewer.id, viewer.isEmployee, today],
  )

/** A post of one's own in a community. */
export const findOwnPost = async (
  tx: Tx,
  communityId: string,
  memberId: string,
  postId: string,
): Promise<boolean> =>
  (await tx.row(
    'select 1 from discussions.post where id = $3 and community_id = $1 and author_id = $2 and deleted_at is null',
    [communityId, memberId, postId],
  )) !== undefined

/** What notices need: slots by id, for somebody who manages the community or speaks there. */
export const listToldSlots = (tx: Tx, viewer: { id: string; isEmployee: boolean }, ids: readonly string[]) =>
  tx.rows<{
    id: string
    on: string
    title: string
    isSpeaker: boolean
    manages: boolean
    community: { id: string; slug: string; name: { fr?: string; en?: string }; accent: string }
  }>(
    `select s.id, s.on_day::text as "on", s.title,
            s.speaker_id is not distinct from $1::uuid or exists (select 1 from editorial.turn t
               where t.slot_id = s.id and t.member_id = $1::uuid and t.answer is null) as "isSpeaker",
            exists (select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $1::uuid and r.role = 'manager') as manages,
            jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community
       from editorial.slot s join communities.community c on c.id = s.community_id
      where s.id = any($3::uuid[]) and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}`,
    [viewer.id, viewer.isEmployee, ids],
  )

export const listManagerIds = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select r.member_id as id from communities.community_role r join people.member m on m.id = r.member_id and m.state = 'active'
        where r.community_id = $1 and r.role = 'manager' order by r.since`,
      [communityId],
    )
  ).map(({ id }) => id)

export interface DueReminder {
  slotId: string
  communityId: string
  siteId: string | null
  on: string
  speakerId: string | null
  createdBy: string | null
  /** Leads of which this day's reminder went out. */
  sent: number[]
}
/** Slots of the next three weeks that still have to happen: a superset of what is due. */
export const listSlotsToRemind = (tx: Tx, from: string, to: string): Promise<DueReminder[]> =>
  tx.rows(
    `select s.id as "slotId", s.community_id as "communityId", c.site_id as "siteId", s.on_day::text as "on",
            s.speaker_id as "speakerId", s.created_by as "createdBy",
            array(select r.lead from editorial.reminder r where r.slot_id = s.id and r.on_day = s.on_day) as sent
       from editorial.slot s join communities.community c on c.id = s.community_id and c.stage <> 'archived'
      where s.state in ('idea', 'asked', 'drafted') and s.on_day between $1 and $2
      order by s.on_day, s.id limit 5000`,
    [from, to],
  )
export const insertReminder = (tx: Tx, slotId: string, on: string, lead: number, at: Date): Promise<number> =>
  tx.run(
    'insert into editorial.reminder (slot_id, on_day, lead, at) values ($1, $2, $3, $4) on conflict do nothing',
    [slotId, on, lead, at],
  )
