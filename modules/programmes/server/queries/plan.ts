import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

/** What the items that a phase asks for are computed from. */
export interface PlanFacts {
  vision: boolean
  whyNow: boolean
  sponsorAgreed: boolean
  populations: number
  problem: boolean
  baseline: boolean
  conversations: number
  tests: number
  planning: number
  /** Populations that a message with a day and a channel is meant for; one for everybody covers all. */
  covered: number
  trainings: number
  trainingsHeld: number
  trainingsMissed: number
  barriers: number
  barriersHeld: number
  barriersOpen: number
  barriersStuck: number
  actions: number
  actionsLoose: number
  actionsLate: number
  winsTold: number
  communities: number
  reinforcements: number
  reinforcementsLoose: number
}

export const readFacts = async (tx: Tx, programmeId: string, today: string): Promise<PlanFacts> =>
  (await tx.row<PlanFacts>(
    `select coalesce(p.vision, '') <> '' as vision, coalesce(p.why_now, '') <> '' as "whyNow",
            p.sponsor_agreed_at is not null as "sponsorAgreed",
            (select count(*)::int from programmes.population po where po.programme_id = p.id) as populations,
            coalesce(p.problem, '') <> '' as problem, coalesce(p.baseline, '') <> '' as baseline,
            (select count(*)::int from programmes.heard h where h.programme_id = p.id and h.sort <> 'test') as conversations,
            (select count(*)::int from programmes.heard h where h.programme_id = p.id and h.sort = 'test') as tests,
            (select count(distinct a.question)::int from programmes.planning_answer a where a.programme_id = p.id) as planning,
            (select count(*)::int from programmes.population po where po.programme_id = p.id and exists (
               select 1 from programmes.card m where m.programme_id = p.id and m.kind = 'message' and m.on_day is not null
                  and m.channel is not null and m.refused_at is null and (m.population_id is null or m.population_id = po.id))) as covered,
            k.*
       from programmes.programme p
       cross join lateral (
         select count(*) filter (where kind = 'training' and (on_day is not null or gathering_id is not null))::int as trainings,
                count(*) filter (where kind = 'training' and done_at is not null)::int as "trainingsHeld",
                count(*) filter (where kind = 'training' and is_open and on_day < $2::date)::int as "trainingsMissed",
                count(*) filter (where kind = 'barrier')::int as barriers,
                count(*) filter (where kind = 'barrier' and is_held)::int as "barriersHeld",
                count(*) filter (where kind = 'barrier' and is_open)::int as "barriersOpen",
                count(*) filter (where kind = 'barrier' and is_open and coalesce(next_step, '') = '')::int as "barriersStuck",
                count(*) filter (where kind = 'action')::int as actions,
                count(*) filter (where kind = 'action' and is_open and (owner_id is null or on_day is null))::int as "actionsLoose",
                count(*) filter (where kind = 'action' and is_open and on_day < $2::date)::int as "actionsLate",
                count(*) filter (where kind = 'win' and told_at is not null)::int as "winsTold",
                count(*) filter (where kind = 'reinforcement' and refused_at is null)::int as reinforcements,
                count(*) filter (where kind = 'reinforcement' and is_open and (not is_held or on_day is null))::int as "reinforcementsLoose",
                (select count(*)::int from programmes.programme_community pc where pc.programme_id = p.id) as communities
           from (select *, done_at is null and refused_at is null as is_open,
                        owner_id is not null or coalesce(who, '') <> '' as is_held
                   from programmes.card where programme_id = p.id) c) k
      where p.id = $1`,
    [programmeId, today],
  ))!

export const listSaid = (tx: Tx, programmeId: string): Promise<{ key: string; saidAt: string }[]> =>
  tx.rows(
    `select key, ${instantSql('said_at')} as "saidAt" from programmes.said_item where programme_id = $1`,
    [programmeId],
  )

/** Whether a community's indicator has a baseline. */
export const hasBaseline = async (tx: Tx, communityId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from communities.canvas where community_id = $1 and baseline is not null and problem is not null`,
    [communityId],
  )) !== undefined

/** Field stories of its communities, and what was written down of interviews. */
export const readRaw = async (tx: Tx, programmeId: string) =>
  (await tx.row<{
    vision: string | null
    whyNow: string | null
    stories: number
    interviews: { at: string; source: string }[]
  }>(
    `select p.vision, p.why_now as "whyNow",
            (select count(*)::int from programmes.programme_community pc join discussions.post s on s.community_id = pc.community_id
              where pc.programme_id = p.id and s.kind = 'story' and s.deleted_at is null) as stories,
            coalesce((select jsonb_agg(jsonb_build_object('at', h.heard_on::text, 'source', h.source) order by h.heard_on desc, h.id)
               from programmes.heard h where h.programme_id = p.id and h.sort <> 'test'), '[]') as interviews
       from programmes.programme p where p.id = $1`,
    [programmeId],
  ))!

export interface PlanCard {
  id: string
  kind: string
  title: string
  on: string | null
  channel: string | null
  doneAt: string | null
  refusedWhy: string | null
  toldAt: string | null
  state: string
}
export const listPlanCards = (tx: Tx, programmeId: string, today: string): Promise<PlanCard[]> =>
  tx.rows<PlanCard>(
    `select k.id, k.kind, k.title, k.on_day::text as "on", k.channel, ${instantSql('k.done_at')} as "doneAt",
            k.refused_why as "refusedWhy", ${instantSql('k.told_at')} as "toldAt",
            case when k.done_at is not null then 'done' when k.refused_at is not null then 'refused'
                 when k.on_day < $2::date then 'late' else 'open' end as state
       from programmes.card k where k.programme_id = $1 order by k.on_day nulls last, k.id limit 500`,
    [programmeId, today],
  )
/** Gatherings of its communities, as days only: what happens, whoever may read its page. */
export const listEventDays = (
  tx: Tx,
  programmeId: string,
): Promise<{ id: string; title: string; on: string }[]> =>
  tx.rows(
    `select g.id, g.title, to_char(g.starts_wall, 'YYYY-MM-DD') as "on"
       from programmes.programme_community pc join communities.community c on c.id = pc.community_id and c.visibility = 'open'
       join gatherings.gathering g on g.community_id = c.id
      where pc.programme_id = $1 and not exists (select 1 from gatherings.cancellation x where x.gathering_id = g.id)
      order by g.starts_at desc, g.id limit 50`,
    [programmeId],
  )
