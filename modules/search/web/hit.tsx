import { BookOpen, CalendarDays } from 'lucide-react'
import type { SearchHit } from '#modules/search/contract.ts'
import { KindIcon, postPath } from '#modules/discussions/web/public.ts'

/** Where what was found is read. */
export function hitPath(hit: SearchHit): string {
  if (hit.kind === 'page') return `/pages/${hit.id}`
  if (hit.kind === 'gathering') return `/gatherings/${hit.id}`
  return postPath(hit.postId!, hit.commentId)
}

export const hitTitle = (hit: SearchHit): string =>
  (hit.title && hit.title.length > 0 ? hit.title : hit.excerpt).map((piece) => piece.text).join('')

export function HitIcon({ hit }: { hit: SearchHit }) {
  if (hit.kind === 'page') return <BookOpen aria-hidden />
  if (hit.kind === 'gathering') return <CalendarDays aria-hidden />
  return <KindIcon kind={hit.postKind!} />
}
