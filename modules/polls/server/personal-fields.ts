import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { countOwnPolls } from './queries.ts'

/** What polls keep about a person: choices that are no secret, and that a secret vote was cast while its poll runs. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'pollVote',
    'hasVoted choices',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.vote' },
    'poll',
  ),
  ...fieldsOf(
    'pollChoice',
    'member answer',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.visible' },
    'poll',
  ),
]

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await countOwnPolls(ctx.tx, memberId)
  return {
    'pollVote.choices': own?.votes ?? [],
    'pollVote.hasVoted': own?.secret ? [String(own.secret)] : [],
  }
}
