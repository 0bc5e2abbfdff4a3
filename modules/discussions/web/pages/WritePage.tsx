import '../components/discussions.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { toast } from '#platform/web/toasts.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Door } from '#ui/illustrations.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Composer } from '../composer/Composer.tsx'
import { isPostKind } from '../kinds.ts'
import { discoverPath, postPath } from '../paths.ts'
import { keys, writableCommunitiesQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** `/write`: the composer with room, from the phone's bottom bar, a search without result, or "Ask". */
export function WritePage() {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { text?: unknown; kind?: unknown; in?: unknown }
  const communities = useQuery(writableCommunitiesQuery)
  return (
    <Page title={t('write.title')}>
      <PageHeader title={t('write.title')} lead={t('write.lead')} />
      {communities.data?.length === 0 ? (
        <EmptyState
          title={t('write.nowhere')}
          picture={<Door />}
          acts={
            <ButtonLink to={discoverPath} look="primary">
              {t('home.discover')}
            </ButtonLink>
          }
        >
          {t('write.nowhereHint')}
        </EmptyState>
      ) : (
        <Composer
          isPage
          autoFocus
          start={{
            ...(typeof search.text === 'string' && { bodyMd: search.text }),
            ...(isPostKind(search.kind) && { kind: search.kind }),
            ...(typeof search.in === 'string' && { communityId: search.in }),
          }}
          onPublished={(item) => {
            void queryClient.invalidateQueries({ queryKey: keys.feeds })
            toast(t('post.published', { name: pickText(item.community.name, language) }))
            void navigate({ href: postPath(item.card.id), replace: true })
          }}
        />
      )}
    </Page>
  )
}
