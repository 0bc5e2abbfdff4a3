import type { LadderLevel } from '../contract.ts'

export const morningPath = (slug: string): string => `/communities/${slug}/workbench`
export const rescuePath = (slug: string, level?: LadderLevel): string =>
  `${morningPath(slug)}/rescue${level ? `?level=${level}` : ''}`
export const welcomePath = (slug: string): string => `${morningPath(slug)}/welcome`
export const figuresPath = (slug: string): string => `${morningPath(slug)}/figures`
export const postPath = (postId: string): string => `/posts/${postId}`
// Sections that other modules furnish: knowledge, expertise, moderation, notifications.
export const pagesPath = (slug: string): string => `/communities/${slug}/workbench/pages`
export const expertsPath = (slug: string): string => `/communities/${slug}/workbench/experts`
export const moderationPath = (slug: string): string => `/communities/${slug}/workbench/moderation`
export const mailingsPath = (slug: string): string => `/communities/${slug}/workbench/mailings`
export const contributorsPath = (slug: string): string => `${morningPath(slug)}/contributors`
export const seedingPath = (slug: string): string => `${morningPath(slug)}/seeding`
/** Recognition's section, with the person already chosen. */
export const thanksPath = (slug: string, memberId: string): string =>
  `${morningPath(slug)}/thanks?to=${memberId}`
/** A page that starts from a conversation, of knowledge. */
export const newPagePath = (slug: string, postId: string): string =>
  `/communities/${slug}/pages/new?from=${postId}`
