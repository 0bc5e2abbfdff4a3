import { readableCommunitySql } from '#modules/communities/public.ts'
import { readableProgrammeSql } from '#modules/programmes/public.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface ToldTrial {
  id: string
  title: string
  community: { id: string; slug: string; name: { fr?: string; en?: string }; accent: string } | null
}
/** Trials by identifier, as far as a person may read them now; no drafts. */
export const listToldTrials = (
  tx: Tx,
  viewer: { id: string; isEmployee: boolean },
  ids: readonly string[],
): Promise<ToldTrial[]> =>
  tx.rows(
    `select t.id, t.title, case when c.id is not null then
              jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) end as community
       from trials.trial t
       left join communities.community c on c.id = t.community_id
       left join programmes.programme p on p.id = t.programme_id
      where t.id = any($3::uuid[]) and t.state <> 'draft'
        and (c.id is not null and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}
             or p.id is not null and ${readableProgrammeSql('p', '$1::uuid', '$2::boolean')})`,
    [viewer.id, viewer.isEmployee, ids],
  )
export interface ToldIdea {
  id: string
  title: string
  status: string
  reason: string | null
}
export const listToldIdeas = (tx: Tx, ids: readonly string[]): Promise<ToldIdea[]> =>
  tx.rows('select id, title, status, reason from trials.idea where id = any($1::uuid[])', [ids])
export const listToldDeliveries = (
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; words: string; ideas: string[] }[]> =>
  tx.rows(
    `select d.id, d.words, array(select i.title from trials.idea i where i.delivery_id = d.id and i.merged_into is null
                                  order by i.position, i.id) as ideas
       from trials.delivery d where d.id = any($1::uuid[])`,
    [ids],
  )
/** Who leads a trial and is to hear of what is proposed. */
export const findLeaderId = async (tx: Tx, trialId: string): Promise<string | undefined> =>
  (await tx.row<{ id: string }>('select leader_id as id from trials.trial where id = $1', [trialId]))?.id
export const findPopulationId = async (tx: Tx, trialId: string): Promise<string | null> =>
  (
    await tx.row<{ id: string | null }>('select population_id as id from trials.trial where id = $1', [
      trialId,
    ])
  )?.id ?? null

export const countTraces = async (tx: Tx, memberId: string) =>
  (await tx.row<{ results: number; feedback: string[]; ideas: string[]; trials: string[] }>(
    `select (select count(*)::int from trials.result where member_id = $1) as results,
            array(select t.title from trials.feedback f join trials.trial t on t.id = f.trial_id where f.member_id = $1 order by f.at) as feedback,
            array(select i.title from trials.author a join trials.idea i on i.id = a.idea_id where a.member_id = $1 order by i.created_at limit 20) as ideas,
            array(select t.title from trials.tester s join trials.trial t on t.id = s.trial_id where s.member_id = $1 order by s.since) as trials`,
    [memberId],
  ))!
