import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import type { OwnOpening } from '#modules/workbench/contract.ts'
import { invitationsQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

/** Subjects that I was asked to open; nothing when there is none. */
export default function Invitations() {
  const { data } = useQuery(invitationsQuery)
  useInvalidateOn('openingAsked', keys.invitations)
  const items = data?.items ?? []
  return items.length > 0 ? <List items={items} /> : null
}

/** The prepared words become the composer's, on this person's side alone; what they make of them stays theirs. */
const composerPath = (opening: OwnOpening): string =>
  `/write?${new URLSearchParams({ in: opening.community.id, text: opening.bodyMd }).toString()}`

/** Kept as this person's draft, unless they are writing something already: theirs comes first. */
async function prepareDraft({ bodyMd, community }: OwnOpening): Promise<void> {
  const { items } = await api('GET /api/v1/drafts', {})
  if (items.some(({ key }) => key === 'post')) return
  await api('PUT /api/v1/drafts/:key', {
    params: { key: 'post' },
    body: { bodyMd, communityId: community.id },
  })
}

function List({ items }: { items: readonly OwnOpening[] }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const onError = useErrorToast(t)
  const answer = useMutation({
    mutationFn: ({ opening, said }: { opening: OwnOpening; said: 'accepted' | 'declined' | 'none' }) =>
      api('PUT /api/v1/me/openings/:openingId', {
        params: { openingId: opening.id },
        body: { answer: said },
      }),
    onSuccess: (_, { opening, said }) => {
      if (said === 'accepted')
        void prepareDraft(opening).finally(() => void navigate({ href: composerPath(opening) }))
      else if (said === 'declined')
        toast(t('asked.declined'), {
          action: {
            label: t('undo'),
            run: () => answer.mutate({ opening, said: 'none' }),
          },
        })
    },
    onError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.invitations }),
  })
  return (
    <section aria-labelledby="invitations" className="pb-6">
      <h2 id="invitations" className="text-[1.1875rem]">
        {t('invited.title')}
      </h2>
      <ul className="rows">
        {items.map((opening) => (
          <li key={opening.id} className="grid gap-1">
            <span className="font-semibold" dir="auto">
              {opening.subject}
            </span>
            <span className="text-sm text-muted">
              {[
                opening.by && t('invited.by', { name: opening.by.displayName }),
                pickText(opening.community.name, language),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <details className="text-sm">
              <summary>{t('invited.words')}</summary>
              <p className="whitespace-pre-line pt-1" lang={opening.language} dir="auto">
                {opening.bodyMd}
              </p>
            </details>
            <span className="text-sm text-muted">{t('invited.yours')}</span>
            <span className="flex flex-wrap gap-2 pt-1">
              <Button
                size="small"
                look="primary"
                onPress={() => answer.mutate({ opening, said: 'accepted' })}
              >
                {t(opening.isAccepted ? 'invited.goOn' : 'invited.open')}
              </Button>
              <Button
                size="small"
                aria-label={t('asked.notThisTimeFor', { title: opening.subject })}
                onPress={() => answer.mutate({ opening, said: 'declined' })}
              >
                {t('asked.notThisTime')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
