export const allPagesPath = '/pages'
export const pagePath = (pageId: string): string => `/pages/${pageId}`
export const editPath = (pageId: string): string => `/pages/${pageId}/edit`
export const historyPath = (pageId: string): string => `/pages/${pageId}/history`
export const communityPagesPath = (slug: string): string => `/communities/${slug}/pages`

interface NewPage {
  /** The conversation to make a page of, and the answer to take up. */
  from?: string | undefined
  comment?: string | undefined
  /** The page to say in another language. */
  translate?: string | undefined
}
export function newPagePath(slug: string, start: NewPage = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(start)) if (value) search.set(name, String(value))
  const text = search.toString()
  return `/communities/${slug}/pages/new${text ? `?${text}` : ''}`
}
