import { createElement } from 'react'
import type { ComponentType, ReactElement, ReactNode } from 'react'

/** A conversation, as far as a gate before its reply box needs to know it. */
export interface GatedPost {
  id: string
  kind: string
  community: { id: string; slug: string }
  author: { id: string }
  /** Whether somebody else has answered, as far as is on screen. */
  isAnswered: boolean
}

/** Places that a module's page keeps free for a module above it; the shell fills them (apps/web/slots.tsx). */
export interface Slots {
  /** Stands around the reply box of a conversation and decides whether it shows at once. */
  replyGate?: ComponentType<{ post: GatedPost; children: ReactNode }>
  /** A small block of the home page; nothing when it has nothing to say. */
  homeBlock?: ComponentType
}

let filled: Slots = {}
export function fillSlots(slots: Slots): void {
  filled = slots
}
export const slotOf = <K extends keyof Slots>(name: K): Slots[K] => filled[name]

/** The home page's free place; nothing when nobody fills it. */
export function HomeBlock(): ReactElement | null {
  const block = slotOf('homeBlock')
  return block ? createElement(block) : null
}
