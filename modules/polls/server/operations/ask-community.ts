import { publishPost } from '#modules/discussions/public.ts'
import type { NewPoll } from '#modules/polls/contract.ts'
import { fewestVoters } from '#modules/polls/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { insertPoll } from '../queries.ts'

/**
 * Publishes a conversation with its poll; its title is the question. The system may ask for a member (`authorId`).
 * Emits postPublished. Refusals: those of publishing, optionsUnclear, pollInThePast.
 */
export async function askCommunity(
  ctx: Context,
  input: NewPoll & { authorId?: string; isHistory?: boolean },
): Promise<{ postId: string; pollId: string; optionIds: string[] }> {
  const isDates = input.kind === 'dates'
  const options = input.options.map(({ label, startsAt }) => ({
    id: newId(ctx.now.getTime()),
    label: isDates ? null : (label?.trim() ?? '').normalize('NFC'),
    startsAt: isDates ? (startsAt ?? null) : null,
  }))
  const said = options.map(({ label, startsAt }) =>
    startsAt ? String(Date.parse(startsAt)) : label?.toLowerCase(),
  )
  if (said.some((one) => !one) || new Set(said).size < said.length) throw new Refusal('optionsUnclear')
  if (isDates && !(input.durationMinutes && isTimezone(input.timezone))) throw new Refusal('optionsUnclear')
  const dates = [input.closesAt, ...options.map(({ startsAt }) => startsAt)]
  if (!input.isHistory && dates.some((at) => at && Date.parse(at) <= ctx.now.getTime()))
    throw new Refusal('pollInThePast')
  const post = await publishPost(ctx, {
    communityId: input.communityId,
    kind: 'discussion',
    title: input.question,
    bodyMd: input.bodyMd?.trim() || invitation[input.language ?? 'fr'],
    ...(input.language && { language: input.language }),
    ...(input.authorId && { authorId: input.authorId }),
  })
  const id = newId(ctx.now.getTime())
  await insertPoll(
    ctx.tx,
    {
      id,
      postId: post.card.id,
      kind: input.kind,
      ballot: input.ballot,
      maxChoices:
        input.kind === 'multiple' ? Math.min(input.maxChoices ?? options.length, options.length) : null,
      minVoters: Math.max(input.minVoters ?? fewestVoters, fewestVoters),
      durationMinutes: isDates ? (input.durationMinutes ?? null) : null,
      timezone: isDates ? (input.timezone ?? null) : null,
      createdBy: ctx.actor.kind === 'member' ? ctx.actor.memberId : input.authorId!,
      closesAt: input.closesAt ?? null,
      options,
    },
    ctx.now,
  )
  return { postId: post.card.id, pollId: id, optionIds: options.map((option) => option.id) }
}

/** Stands in the conversation and in lists where the author wrote nothing but the question. */
const invitation = { fr: 'Donnez votre avis dans le sondage.', en: 'Say what you think in the poll.' }

function isTimezone(name: string | undefined): boolean {
  try {
    return name !== undefined && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
