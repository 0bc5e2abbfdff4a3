import type { MemberContext } from '#platform/context.ts'
import { listScreens } from '../personal-data.ts'
import { insertAccessNotes } from '../queries/access-log.ts'

/** One look of somebody with a role at a screen that names people. */
export interface AccessNote {
  /** Role in which they looked: manager, moderator, expert, ambassador, sponsor, administrator. */
  viewerRole: string
  communityId: string | null
  /** Screen, as a stable word: `welcome`, `rescue`, `administration`. */
  screen: string
  /** Why, as a stable word that messages explain: `greetNewcomers`. */
  purpose: string
  subjects: readonly string[]
  /** Names of the fields that were shown. */
  fields: readonly string[]
}

/**
 * Writes in every subject's access log that they were shown. Append-only. The same look within the hour is one
 * line, and nobody is logged for looking at themselves.
 */
export function logAccess(ctx: MemberContext, note: AccessNote): Promise<void> {
  // A screen that the register does not print is not shown: whoever opens it learns so at the first look.
  if (!listScreens().some(({ screen, purpose }) => screen === note.screen && purpose === note.purpose))
    throw new Error(`The screen ${note.screen} (${note.purpose}) is in no module's personalScreens.`)
  return insertAccessNotes(ctx, note)
}
