import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { foldTag, tagsIn } from '#modules/campaigns/tag.ts'
import type { SlotWriting } from '#platform/web/slots.tsx'
import { runningQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** While writing: typing the tag of a campaign is enough, and this says so. Asked only once a tag is typed. */
export default function TagHint({ writing }: { writing: SlotWriting }) {
  const t = useT()
  const text = useDeferredValue(`${writing.title ?? ''}\n${writing.bodyMd}`)
  const typed = text.includes('#') ? tagsIn(text) : []
  const { data } = useQuery({ ...runningQuery, enabled: typed.length > 0 })
  const found = data?.items.find(({ tag }) => typed.includes(foldTag(tag)))
  return (
    <div role="status">
      {found && <p className="mt-2 text-sm text-muted">{t('hint', { tag: `#${found.tag}` })}</p>}
    </div>
  )
}
