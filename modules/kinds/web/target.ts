const id = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'
const parts = {
  pageId: new RegExp(`/pages/${id}`),
  gatheringId: new RegExp(`/gatherings/${id}`),
  postId: new RegExp(`/posts/${id}`),
} as const

/** What an address of this product leads to; undefined when it is none of a page, an event or a conversation. */
export function targetOf(
  address: string,
): { pageId?: string; gatheringId?: string; postId?: string } | undefined {
  for (const [key, pattern] of Object.entries(parts)) {
    const found = pattern.exec(address.trim())?.[1]
    if (found) return { [key]: found }
  }
  return undefined
}
