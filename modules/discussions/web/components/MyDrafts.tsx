import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import type { Draft } from '#modules/discussions/contract.ts'
import { PlainLink } from '#platform/web/links.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { useMember } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { Time } from '#ui/Time.tsx'
import { draftsOf } from '../drafts.ts'
import { postPath, writePath } from '../paths.ts'
import { draftsQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Where a draft is continued; replies and changes are found on the page of their conversation. */
function placeOf({ key, content }: Draft): string {
  const [where, id] = key.split(':')
  if (where === 'comment' && id) return postPath(id)
  if (where === 'post' && id)
    return writePath({ communityId: id, ...(content.bodyMd && { text: content.bodyMd }) })
  return writePath()
}

/** A section of "Me": what was begun and not sent. Nothing is shown when there is nothing. */
export default function MyDrafts() {
  const t = useT()
  const me = useMember()
  const { data } = useQuery(draftsQuery)
  const drafts = data?.filter(({ content }) => content.bodyMd?.trim() || content.title?.trim())
  if (!drafts || drafts.length === 0) return null
  const erase = (draft: Draft) => {
    queryClient.setQueryData(draftsQuery.queryKey, (now) => now?.filter(({ key }) => key !== draft.key))
    draftsOf(me.id).drop(draft.key)
    toast(t('drafts.erased'))
  }
  return (
    <Section title={t('drafts.title')} hint={t('drafts.hint')}>
      <ul className="rows">
        {drafts.map((draft) => (
          <li key={draft.key} className="flex items-center gap-3">
            <PlainLink to={placeOf(draft)} className="min-w-0 flex-1">
              <span className="line-clamp-2">{draft.content.title || draft.content.bodyMd}</span>
              <span className="text-sm text-muted">
                {t(`drafts.place.${(draft.key.split(':')[0] ?? 'post') as 'post'}`)} ·{' '}
                <Time at={draft.updatedAt} />
              </span>
            </PlainLink>
            <Button look="quiet" icon aria-label={t('drafts.erase')} onPress={() => erase(draft)}>
              <Trash2 aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
