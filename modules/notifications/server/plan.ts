import { defaultLevel, isAccountReason, needsPerson, reasonOrder } from '../reasons.ts'
import type { Level, Reason } from '../reasons.ts'
import type { Receiver } from './sources/registry.ts'

/** The strongest reason of each person; whoever did it is left out. */
export function strongest(receivers: readonly Receiver[], actorId: string | null): Map<string, Reason> {
  const chosen = new Map<string, Reason>()
  for (const { memberId, reason } of receivers) {
    if (memberId === actorId) continue
    const before = chosen.get(memberId)
    if (!before || reasonOrder.indexOf(reason) < reasonOrder.indexOf(before)) chosen.set(memberId, reason)
  }
  return chosen
}

export interface Choices {
  /** The person's level for the community; null = they never chose. */
  level: Level | null
  conversation: 'follow' | 'mute' | null
}

/**
 * What the person's choices let through: `nothing`, `inApp` (and later the digest), or `leaves` (may also go out by
 * push or mail).
 */
export function reach(reason: Reason, { level, conversation }: Choices): 'nothing' | 'inApp' | 'leaves' {
  if (isAccountReason(reason)) return needsPerson(reason) ? 'leaves' : 'inApp'
  // Muted, a person hears of it only when somebody addresses them by name.
  if (conversation === 'mute' && reason !== 'mention' && reason !== 'asked') return 'nothing'
  // Who follows one conversation of a community that is otherwise silent wants this one.
  const effective = conversation === 'follow' && level === 'nothing' ? 'mentions' : (level ?? defaultLevel)
  if (effective === 'nothing') return 'nothing'
  if (reason === 'news' && effective !== 'all') return 'nothing'
  if (effective === 'digest') return 'inApp'
  return needsPerson(reason) ? 'leaves' : 'inApp'
}
