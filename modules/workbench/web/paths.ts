import type { LadderLevel } from '../contract.ts'

export const morningPath = (slug: string): string => `/communities/${slug}/workbench`
export const rescuePath = (slug: string, level?: LadderLevel): string =>
  `${morningPath(slug)}/rescue${level ? `?level=${level}` : ''}`
export const postPath = (postId: string): string => `/posts/${postId}`
// Sections that other modules furnish.
export const moderationPath = (slug: string): string => `/communities/${slug}/workbench/moderation`
/** Asking somebody to open a subject, with the slot of the calendar that it is meant for. */
export const seedingPath = (slug: string, subject: string, slotId: string): string =>
  `${morningPath(slug)}/seeding?${new URLSearchParams({ subject, slot: slotId }).toString()}`
/** Recognition's section, which names the same people. */
export const thanksPath = (slug: string): string => `${morningPath(slug)}/thanks`
/** A page that starts from a conversation, of knowledge. */
export const newPagePath = (slug: string, postId: string): string =>
  `/communities/${slug}/pages/new?from=${postId}`
