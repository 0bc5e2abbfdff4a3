import { ended, notebook } from '#modules/demo/story/programmes.ts'
import type { DemoCard } from '#modules/demo/story/programmes.ts'
import { addDemoProgramme } from '#modules/programmes/public.ts'
import type { Context } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const day = 86_400_000
const said = (text: string | undefined) => (text === undefined ? null : french(text))
const bothWays = (text: LocalText): LocalText => ({
  ...(text.fr && { fr: french(text.fr) }),
  ...(text.en && { en: text.en }),
})

/** « Le carnet partagé » in its roll-out, and one programme that came to its end. */
export async function addProgrammes(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const at = (ago: number) => new Date(ctx.now.getTime() - ago * day)
  const dayIn = (days: number) => at(-days).toISOString().slice(0, 10)
  const idOf = (key: string) => story.people.find((person) => person.key === key)?.id
  const [leaderId, sponsorId, endedBy] = [idOf(notebook.leader), idOf(notebook.sponsor), idOf(ended.leader)]
  if (!leaderId || !sponsorId || !endedBy) return
  const cardOf = (card: DemoCard) => {
    const when = card.day === undefined ? null : card.day
    const isDone = card.done !== undefined || card.told === true
    return {
      kind: card.kind,
      column: card.column,
      title: french(card.title),
      detail: said(card.detail),
      on: when === null ? null : dayIn(when),
      channel: card.channel ?? null,
      who: said(card.who),
      ownerId: (card.owner && idOf(card.owner)) ?? null,
      population: card.population ?? null,
      places: card.places ?? null,
      next: said(card.next),
      doneAt: isDone ? at(when !== null && when < 0 ? -when - 1 : 1) : null,
      outcome: typeof card.done === 'string' ? french(card.done) : null,
      refusedWhy: said(card.refused),
      isTold: card.told === true,
    }
  }
  const { kit } = notebook
  await addDemoProgramme(ctx, {
    name: bothWays(notebook.name),
    leaderId,
    coLeaderIds: notebook.coLeaders.flatMap((key) => idOf(key) ?? []),
    sponsorId,
    sponsorAt: at(notebook.sponsorAgo),
    begunAt: at(notebook.begunAgo),
    communityIds: notebook.communities.flatMap((slug) => ids.get(slug) ?? []),
    vision: french(notebook.vision),
    whyNow: french(notebook.whyNow),
    problem: french(notebook.problem),
    baseline: french(notebook.baseline),
    baselineOn: dayIn(-notebook.baselineAgo),
    populations: notebook.populations,
    said: notebook.said,
    phases: notebook.phases.map(({ to, ago, reason, missing }) => ({
      to,
      at: at(ago),
      reason: reason && french(reason),
      missing,
    })),
    planning: notebook.planning.map(({ question, ago, text }) => ({
      question,
      at: at(ago),
      text: french(text),
    })),
    heard: notebook.heard.map(({ sort, source, ago, tag, by, text }) => ({
      sort,
      source,
      at: at(ago),
      tag,
      byId: idOf(by) ?? leaderId,
      text: french(text),
    })),
    cards: notebook.cards.map(cardOf),
    kit: {
      messages: kit.messages.map((one) => ({ ...one, short: bothWays(one.short), long: bothWays(one.long) })),
      slides: kit.slides.map((one) => ({ ...one, title: bothWays(one.title), notes: bothWays(one.notes) })),
      questions: kit.questions.map(({ id, question, answer, ago }) => ({
        id,
        question: bothWays(question),
        answer: bothWays(answer),
        on: dayIn(-ago),
      })),
    },
  })
  await addDemoProgramme(ctx, {
    name: bothWays(ended.name),
    leaderId: endedBy,
    sponsorId,
    sponsorAt: at(ended.begunAgo - 20),
    begunAt: at(ended.begunAgo),
    vision: french(ended.vision),
    whyNow: french(ended.whyNow),
    phases: ended.phases.map(({ to, ago }) => ({ to, at: at(ago), reason: null, missing: [] })),
    closing: {
      at: at(ended.closedAgo),
      wanted: french(ended.closing.wanted),
      changed: french(ended.closing.changed),
      again: french(ended.closing.again),
      notAgain: french(ended.closing.notAgain),
      whereNext: french(ended.closing.whereNext),
    },
  })
}
