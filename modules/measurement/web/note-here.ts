import { api } from '#platform/web/api.ts'

/** Communities told in this tab; the server keeps one bit a month, whatever it hears. */
const told = new Set<string>()

/** Tells, a moment after the page, that the reader is in this community; the server notes it for members only. */
export function noteHere(slug: string): void {
  if (told.has(slug)) return
  told.add(slug)
  // After what the reader waits for.
  setTimeout(() => {
    api('PUT /api/v1/communities/:community/presence', { params: { community: slug } }).catch(() =>
      told.delete(slug),
    )
  }, 3_000)
}
