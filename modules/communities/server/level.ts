import type { Actor, Context } from '#platform/context.ts'
import { ruleAnswers } from '#platform/http/answer-rules.ts'

type Fields = Record<string, unknown>
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A room without hierarchy (docs/mechanisms/permissions.md): whatever a request about it answers leaves without job
 * titles, entities and marks of rank. The queries of posts, comments and members leave them out themselves
 * (`isLevelSql`); this catches every other answer, of modules to come too. Whoever moderates stays known as a
 * moderator. Managers still read who holds which role, so that they can give and take them.
 */
export function levelAnswer(actor: Actor, mayManage: boolean): void {
  ruleAnswers(actor, 'level', (answer) => levelled(answer, mayManage))
}

/** The same value without titles, entities and marks; changed in place. */
export function levelled(value: unknown, mayManage: boolean): unknown {
  if (Array.isArray(value)) {
    const kept = mayManage ? value : value.filter((one) => !isMark(one))
    return kept.map((one) => levelled(one, mayManage))
  }
  if (!isObject(value)) return value
  if ('displayName' in value && 'jobTitle' in value) {
    value['jobTitle'] = null
    if ('entityName' in value) value['entityName'] = null
  }
  if (!mayManage) {
    if ('member' in value && Array.isArray(value['roles'])) value['roles'] = marksOf(value['roles'])
    if ('member' in value && value['role'] === 'manager') value['role'] = 'moderator'
    // Of a canvas or a problem, where it may be nobody.
    if ('sponsor' in value && isObject(value['sponsor'])) value['sponsor'] = null
  }
  for (const [key, inner] of Object.entries(value))
    if (isNested(inner)) value[key] = levelled(inner, mayManage)
  return value
}

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null
/** The line of somebody who carries the community: `{ role: 'sponsor', member }`. */
const isMark = (value: unknown): boolean =>
  isObject(value) && 'member' in value && value['role'] === 'sponsor'
/** Managers are known as those who moderate; that somebody is a sponsor is not said. */
const marksOf = (roles: readonly unknown[]): unknown[] => [
  ...new Set(
    roles.filter((role) => role !== 'sponsor').map((role) => (role === 'manager' ? 'moderator' : role)),
  ),
]

/** Opens or ends a room without hierarchy; sponsorship has announced it. False when it was so already. */
export const setLevel = async (ctx: Context, communityId: string, isLevel: boolean): Promise<boolean> =>
  (await ctx.tx.run(
    'update communities.community set without_hierarchy = $2 where id = $1 and without_hierarchy <> $2',
    [communityId, isLevel],
  )) > 0
