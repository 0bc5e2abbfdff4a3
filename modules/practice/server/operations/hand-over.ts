import { listSlotsDue } from '#modules/editorial/public.ts'
import { listOpenDecisions, listPromisesDue } from '#modules/listening/public.ts'
import type { HandoverSheet, Leave } from '#modules/practice/contract.ts'
import { handoverGiven, returnWordWritten } from '#modules/practice/events.ts'
import { handoverParts } from '#modules/practice/words.ts'
import type { HandoverPart } from '#modules/practice/words.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { addDays } from '../policy.ts'
import {
  countOpenCases,
  findHandover,
  findLeave,
  listOpenQuestions,
  setHandover,
  setReturnWord,
} from '../queries/leaves.ts'
import { workbenchFacts } from '../workbench-facts.ts'
import { wordsOf } from '../words.ts'
import { getOwnLeave } from './take-leave.ts'

/**
 * What is open, part by part, in the writer's language. Of moderation only how many cases there are: what they say
 * stays among moderators.
 */
async function draftParts(ctx: MemberContext, leave: Leave): Promise<HandoverSheet['parts']> {
  const { id } = leave.community
  const say = wordsOf(ctx.actor.language)
  const facts = await workbenchFacts()?.listOpenItems(ctx, id)
  const until = addDays(leave.to, 7)
  const cases = await countOpenCases(ctx.tx, id)
  const lines: Record<HandoverPart, string[]> = {
    questions: facts
      ? facts.questions.map(({ title, owner, promisedFor }) =>
          owner ? say.owned(title, owner, promisedFor) : title,
        )
      : (await listOpenQuestions(ctx.tx, id)).map(({ title }) => title),
    promises: (await listPromisesDue(ctx, id, until)).flatMap(({ title, decider, due, state }) =>
      state.startsWith('doing') ? say.promise(title, decider.displayName, due) : [],
    ),
    slots: (await listSlotsDue(ctx, id, until)).map(({ on, title, speaker }) =>
      say.slot(title, on, speaker?.displayName ?? null),
    ),
    newcomers: (facts?.newcomers ?? []).map(({ name, buddy }) => say.newcomer(name, buddy)),
    themes: (await listOpenDecisions(ctx, id)).map(({ title, decider, due }) =>
      say.promise(title, decider.displayName, due),
    ),
    moderation: cases > 0 ? [say.cases(cases)] : [],
    other: [],
  }
  return handoverParts.map((key) => ({ key, lines: lines[key] }))
}

async function viewSheet(ctx: MemberContext, leave: Leave): Promise<HandoverSheet> {
  const saved = await findHandover(ctx.tx, leave.id)
  const isWriter = leave.member.id === ctx.actor.memberId
  // To whoever stands in, only what was given to them.
  if (!isWriter && !saved?.givenAt) throw new Refusal('sheetNotFound')
  return {
    leaveId: leave.id,
    community: leave.community,
    from: leave.from,
    to: leave.to,
    writer: leave.member,
    standIn: leave.standIn,
    word: saved?.word ?? null,
    parts: saved?.parts ?? (await draftParts(ctx, leave)),
    givenAt: saved?.givenAt ?? null,
    isDraft: !saved,
    returnWord: saved?.returnWord ?? null,
    can: { write: isWriter, tellBack: !isWriter },
  }
}

/** The writer's, or as it was given to whoever stands in. */
export async function readHandover(ctx: MemberContext, leaveId: string): Promise<HandoverSheet> {
  const leave = await findLeave(ctx.tx, leaveId)
  const mayRead =
    leave?.member.id === ctx.actor.memberId ||
    (leave?.standIn?.id === ctx.actor.memberId && leave.answer === 'accepted')
  if (!leave || !mayRead) throw new Refusal('leaveNotFound')
  return viewSheet(ctx, leave)
}

/** Saves it, and gives it where asked. Refusal `nobodyToGiveTo`: nobody has agreed to stand in. */
export async function writeHandover(
  ctx: MemberContext,
  input: {
    leaveId: string
    word?: string | null | undefined
    parts: { key: HandoverPart; lines: string[] }[]
    give: boolean
  },
): Promise<HandoverSheet> {
  const leave = await getOwnLeave(ctx, input.leaveId)
  const standIn = leave.answer === 'accepted' ? leave.standIn : null
  if (input.give && !standIn) throw new Refusal('nobodyToGiveTo')
  const parts = handoverParts.map((key) => ({
    key,
    lines: (input.parts.find((part) => part.key === key)?.lines ?? []).flatMap(
      (line) => cleanText(line) ?? [],
    ),
  }))
  await setHandover(ctx.tx, leave.id, { word: cleanText(input.word), parts, give: input.give, at: ctx.now })
  if (input.give && standIn)
    await emit(ctx, handoverGiven(leave.community.id, { memberId: standIn.id, leaveId: leave.id }))
  return viewSheet(ctx, (await findLeave(ctx.tx, leave.id))!)
}

/** Whoever stood in says what happened meanwhile. Emits returnWordWritten. */
export async function tellBack(ctx: MemberContext, input: { leaveId: string; word: string }): Promise<void> {
  const leave = await findLeave(ctx.tx, input.leaveId)
  if (leave?.standIn?.id !== ctx.actor.memberId || leave.answer !== 'accepted')
    throw new Refusal('leaveNotFound')
  const word = cleanText(input.word)
  if (!word) throw new Refusal('textMissing')
  if ((await setReturnWord(ctx.tx, leave.id, word, ctx.now)) === 0) throw new Refusal('sheetNotFound')
  await emit(ctx, returnWordWritten(leave.community.id, { memberId: leave.member.id, leaveId: leave.id }))
}
