import { defineSource, on } from '#modules/notifications/public.ts'
import type { Item } from '#modules/notifications/public.ts'
import {
  ideaMerged,
  ideaMoved,
  ideaProposed,
  ideasDelivered,
  trialOpened,
  verdictsAsked,
} from '#modules/trials/events.ts'
import { listInvited } from './populations.ts'
import { listAuthorIds, listThanked, listUnheard } from './queries/ideas.ts'
import {
  findLeaderId,
  findPopulationId,
  listToldDeliveries,
  listToldIdeas,
  listToldTrials,
} from './queries/told.ts'
import { words } from './words.ts'

type Reason = 'needsYou' | 'asked' | 'notice' | 'answer'

const item = (
  what: string,
  event: { id: number; communityId: string | null; actorId: string | null },
  trialId: string,
  told: { group: string; memberIds: readonly string[]; more?: Record<string, string>; isQuiet?: boolean },
  reason: Reason,
): Item => ({
  key: `trials:${what}:${event.id}`,
  group: `trials:${what}:${told.group}`,
  communityId: event.communityId,
  subject: { what, trialId, ...told.more },
  actorId: null,
  receivers: told.memberIds.filter((id) => id !== event.actorId).map((memberId) => ({ memberId, reason })),
})

/** Who is told of a trial: those it is for, authors of what changes, and everybody who had a part once it is delivered. */
export const trialsSource = defineSource({
  name: 'trials',
  hears: [
    on(trialOpened, async (ctx, event) => {
      const { trialId } = event.payload
      const populationId = await findPopulationId(ctx.tx, trialId)
      if (!populationId) return undefined
      return item(
        'invited',
        event,
        trialId,
        { group: trialId, memberIds: await listInvited(ctx, populationId) },
        'notice',
      )
    }),
    on(ideaProposed, async (ctx, event) => {
      const { trialId, ideaId, isByLeader } = event.payload
      const leaderId = isByLeader ? undefined : await findLeaderId(ctx.tx, trialId)
      if (!leaderId) return undefined
      return item(
        'proposed',
        event,
        trialId,
        { group: trialId, memberIds: [leaderId], more: { ideaId } },
        'notice',
      )
    }),
    on(ideaMoved, async (ctx, event) => {
      const { trialId, ideaId, status } = event.payload
      return item(
        status,
        event,
        trialId,
        { group: ideaId, memberIds: await listAuthorIds(ctx.tx, ideaId), more: { ideaId } },
        'answer',
      )
    }),
    on(ideaMerged, async (_ctx, event) => {
      const { trialId, ideaId, memberIds } = event.payload
      return item('merged', event, trialId, { group: ideaId, memberIds, more: { ideaId } }, 'notice')
    }),
    on(ideasDelivered, async (ctx, event) => {
      const { trialId, deliveryId } = event.payload
      const memberIds = await listThanked(ctx.tx, deliveryId)
      return item('thanks', event, trialId, { group: trialId, memberIds, more: { deliveryId } }, 'answer')
    }),
    on(verdictsAsked, async (ctx, event) => {
      const { trialId, deliveryId } = event.payload
      const memberIds = await listUnheard(ctx.tx, deliveryId)
      return item('verdict', event, trialId, { group: deliveryId, memberIds, more: { deliveryId } }, 'asked')
    }),
  ],
  async describe(ctx, notices) {
    const { language } = ctx.actor
    const t = words(language)
    const viewer = { id: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
    const of = (key: string) => [...new Set(notices.flatMap(({ subject }) => subject[key] ?? []))]
    const byId = <R extends { id: string }>(rows: readonly R[]) => new Map(rows.map((row) => [row.id, row]))
    const trials = byId(await listToldTrials(ctx.tx, viewer, of('trialId')))
    const ideas = byId(await listToldIdeas(ctx.tx, of('ideaId')))
    const deliveries = byId(await listToldDeliveries(ctx.tx, of('deliveryId')))
    const list = new Intl.ListFormat(language, { type: 'conjunction' })
    return notices.map(({ subject }) => {
      const trial = trials.get(subject['trialId'] ?? '')
      if (!trial) return undefined
      const what = subject['what'] ?? ''
      const described = (sentence: string) => ({
        title: trial.title,
        sentence,
        path: what === 'invited' ? `/trials/${trial.id}` : `/trials/${trial.id}?tab=ideas`,
        community: trial.community,
      })
      if (what === 'invited') return described(t('invited'))
      if (what === 'thanks' || what === 'verdict') {
        const delivery = deliveries.get(subject['deliveryId'] ?? '')
        if (!delivery || delivery.ideas.length === 0) return undefined
        return described(t(what, { ideas: list.format(delivery.ideas), words: delivery.words }))
      }
      const idea = ideas.get(subject['ideaId'] ?? '')
      if (!idea) return undefined
      // Where it stands now, whatever was said of it in between.
      if (!['proposed', 'merged', idea.status].includes(what)) return undefined
      return described(t(what as 'notNow', { idea: idea.title, reason: idea.reason ?? '' }))
    })
  },
})
