export const communitiesPath = '/communities'
export const administeredPath = '/admin/communities'
export const newCommunityPath = '/communities/new'
export const communityPath = (slug: string): string => `/communities/${slug}`
export const questionsPath = (slug: string): string => `/communities/${slug}/questions`
/** Pages belong to knowledge, gatherings to gatherings. */
export const pagesPath = (slug: string): string => `/communities/${slug}/pages`
export const gatheringsPath = (slug: string): string => `/communities/${slug}/gatherings`
export const membersPath = (slug: string): string => `/communities/${slug}/members`
/** Permalink of an article when `article` is given. */
export const aboutPath = (slug: string, article?: number): string =>
  `/communities/${slug}/about${article ? `#${articleAnchor(article)}` : ''}`
export const articleAnchor = (article: number): string => `article-${article}`
/** The figures that members read too; the page belongs to measurement. */
export const figuresPath = (slug: string): string => `/communities/${slug}/figures`
/** The life of a community in the workbench: canvas, reviews, closing; the pages belong to lifecycle. */
export const lifePath = (slug: string, part: 'canvas' | 'closing'): string =>
  `/communities/${slug}/workbench/life?part=${part}`
export const workbenchPath = (slug: string): string => `/communities/${slug}/workbench`

export const settingsParts = ['general', 'charter', 'canvas', 'people', 'closing'] as const
export type SettingsPart = (typeof settingsParts)[number]
export const settingsPath = (slug: string, part: SettingsPart = 'general'): string =>
  `/communities/${slug}/settings${part === 'general' ? '' : `/${part}`}`
export const personPath = (memberId: string): string => `/people/${memberId}`
/** Furnished by privacy. */
export const seenHerePath = (slug: string): string => `/communities/${slug}/seen`
