import type { TourWorld } from './world.ts'

/** The module's screens over the demo company, for the tour. */
export const screens = async ({ stage }: TourWorld): Promise<string[]> => {
  const debates = await stage.t.db.read.rows<{ id: string; proposal: string | null }>(
    `select d.id, (select p.id from debates.proposal p where p.debate_id = d.id order by p.id limit 1) as proposal
       from debates.debate d join communities.community c on c.id = d.community_id
      where c.slug = 'maintenance' order by d.id desc`,
  )
  const proposal = debates.find((debate) => debate.proposal !== null)
  return [
    '/communities/maintenance/debates',
    '/communities/maintenance/workbench/debates',
    ...(debates[0] ? [`/communities/maintenance/workbench/debates?debate=${debates[0].id}`] : []),
    ...debates.slice(0, 2).map(({ id }) => `/debates/${id}`),
    ...(proposal?.proposal ? [`/debates/${proposal.id}?proposal=${proposal.proposal}`] : []),
  ]
}
