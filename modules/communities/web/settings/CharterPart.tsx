import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { BilingualField, isWritten, written } from '../components/BilingualField.tsx'
import { charterDraftQuery, charterVersionsQuery, refresh } from '../queries.ts'
import { useT } from '../t.ts'
import { diffCharter, type WrittenArticle } from './charter-diff.ts'

/** The charter's editor: a draft that members do not see, then a version that they accept. */
export function CharterPart({ community }: { community: CommunityDetail }) {
  const t = useT()
  const draft = useQuery(charterDraftQuery(community.id))
  return (
    <>
      <Section title={t('settings.charter')} hint={t('settings.charterLead')}>
        {draft.error ? (
          <ErrorView error={draft.error} t={t} onRetry={() => void draft.refetch()} />
        ) : !draft.data ? (
          <SkeletonRows rows={5} />
        ) : (
          <Editor key={draft.dataUpdatedAt} community={community} {...draft.data} />
        )}
      </Section>
      <Versions community={community} />
    </>
  )
}

interface Keyed extends WrittenArticle {
  key: number
}
let lastKey = 0
const keyed = ({ title, body }: WrittenArticle): Keyed => ({ key: ++lastKey, title, body })

interface EditorProps {
  community: CommunityDetail
  articles: readonly WrittenArticle[]
  published: readonly WrittenArticle[]
  isSaved: boolean
}

function Editor({ community, articles: initial, published, isSaved }: EditorProps) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const [articles, setArticles] = useState(() => initial.map(keyed))
  const [publishing, setPublishing] = useState(false)
  const params = { community: community.id }
  const body = () => articles.map(({ title, body: text }) => ({ title: written(title), body: written(text) }))
  const isSound =
    articles.length > 0 && articles.every(({ title, body: text }) => isWritten(title) && isWritten(text))
  const set = (key: number, change: Partial<WrittenArticle>) =>
    setArticles(articles.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const move = (index: number, by: -1 | 1) => {
    const next = [...articles]
    ;[next[index], next[index + by]] = [next[index + by]!, next[index]!]
    setArticles(next)
  }
  const keep = useMutation({
    mutationFn: () =>
      api('PUT /api/v1/communities/:community/charter/draft', { params, body: { articles: body() } }),
    onError,
  })
  const drop = useMutation({
    mutationFn: () => api('DELETE /api/v1/communities/:community/charter/draft', { params }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: charterDraftQuery(community.id).queryKey }),
    onError,
  })
  return (
    <div className="grid max-w-[42rem] gap-6">
      {published.length === 0 && !isSaved && <Notice>{t('settings.charterProposed')}</Notice>}
      <ol className="grid list-none gap-8 p-0">
        {articles.map((article, index) => (
          <li key={article.key} className="grid gap-3">
            <div className="flex items-center justify-between gap-2">
              <h3>{t('about.article', { n: index + 1 })}</h3>
              <div className="flex">
                <Button
                  look="quiet"
                  icon
                  aria-label={t('settings.moveUp', { n: index + 1 })}
                  isDisabled={index === 0}
                  onPress={() => move(index, -1)}
                >
                  <ArrowUp aria-hidden />
                </Button>
                <Button
                  look="quiet"
                  icon
                  aria-label={t('settings.moveDown', { n: index + 1 })}
                  isDisabled={index === articles.length - 1}
                  onPress={() => move(index, 1)}
                >
                  <ArrowDown aria-hidden />
                </Button>
                <Button
                  look="quiet"
                  icon
                  aria-label={t('settings.removeArticle', { n: index + 1 })}
                  isDisabled={articles.length === 1}
                  onPress={() => setArticles(articles.filter(({ key }) => key !== article.key))}
                >
                  <Trash2 aria-hidden />
                </Button>
              </div>
            </div>
            <BilingualField
              label={t('settings.articleTitle')}
              value={article.title}
              onChange={(title) => set(article.key, { title })}
              first={language}
              maxLength={200}
            />
            <BilingualField
              label={t('settings.articleBody')}
              value={article.body}
              onChange={(text) => set(article.key, { body: text })}
              first={language}
              long
              maxLength={4000}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button
          look="quiet"
          onPress={() => setArticles([...articles, keyed({ title: {}, body: {} })])}
          isDisabled={articles.length >= 30}
        >
          <Plus aria-hidden />
          {t('settings.addArticle')}
        </Button>
      </div>
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        <Button
          look="primary"
          isDisabled={!isSound}
          isPending={keep.isPending}
          onPress={() => keep.mutate(undefined, { onSuccess: () => setPublishing(true) })}
        >
          {t('settings.publish')}
        </Button>
        <Button
          isDisabled={!isSound}
          isPending={keep.isPending}
          onPress={() => keep.mutate(undefined, { onSuccess: () => void toast(t('settings.draftSaved')) })}
        >
          {t('settings.saveDraft')}
        </Button>
        {isSaved && (
          <Button look="quiet" isPending={drop.isPending} onPress={() => drop.mutate()}>
            {t('settings.dropDraft')}
          </Button>
        )}
      </div>
      {publishing && (
        <PublishSheet
          community={community}
          before={published}
          after={body()}
          onClose={() => setPublishing(false)}
        />
      )}
    </div>
  )
}

interface PublishProps {
  community: CommunityDetail
  before: readonly WrittenArticle[]
  after: readonly WrittenArticle[]
  onClose: () => void
}

const diffWords = {
  same: 'settings.diffSame',
  added: 'settings.diffAdded',
  changed: 'settings.diffChanged',
  removed: 'settings.diffRemoved',
} as const
const diffTones = { same: 'neutral', added: 'accent', changed: 'accent', removed: 'neutral' } as const

/** What publishing changes, and whom it asks something of. */
function PublishSheet({ community, before, after, onClose }: PublishProps) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const publish = useMutation({
    mutationFn: () =>
      api('POST /api/v1/communities/:community/charter/versions', { params: { community: community.id } }),
    onSuccess: ({ version }) => {
      toast(t('settings.published', { version }))
      onClose()
      void refresh()
    },
    onError,
  })
  const text = (words: WrittenArticle['title']) => pickText(words, language)
  return (
    <Dialog
      title={t('settings.publishTitle', { version: (community.charter?.version ?? 0) + 1 })}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('join.cancel')}
          </Button>
          <Button look="primary" isPending={publish.isPending} onPress={() => publish.mutate()}>
            {t('settings.publishSend')}
          </Button>
        </>
      }
    >
      <p>{t('settings.publishHint', { n: community.memberCount })}</p>
      <Rows label={t('settings.charter')}>
        {diffCharter(before, after).map(({ kind, article, before: old }, index) => (
          <li key={index} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-2">
              <strong dir="auto">
                {kind === 'removed' ? <del>{text(article.title)}</del> : text(article.title)}
              </strong>
              <Tag tone={diffTones[kind]}>{t(diffWords[kind])}</Tag>
            </p>
            {kind === 'changed' && old && (
              <>
                {text(old.title) !== text(article.title) && (
                  <del className="text-sm text-muted">{text(old.title)}</del>
                )}
                {text(old.body) !== text(article.body) && (
                  <del className="text-sm whitespace-pre-line text-muted">{text(old.body)}</del>
                )}
              </>
            )}
            {(kind === 'changed' || kind === 'added') && (
              <p className="whitespace-pre-line" dir="auto">
                {text(article.body)}
              </p>
            )}
          </li>
        ))}
      </Rows>
    </Dialog>
  )
}

function Versions({ community }: { community: CommunityDetail }) {
  const t = useT()
  const { data } = useQuery(charterVersionsQuery(community.id))
  if (!data || data.items.length === 0) return null
  return (
    <Section title={t('settings.versions')}>
      <Rows label={t('settings.versions')}>
        {data.items.map(({ version, publishedAt, acceptedBy }) => (
          <li key={version} className="flex flex-wrap justify-between gap-x-4">
            <span>{t('settings.versionLine', { version, date: new Date(publishedAt) })}</span>
            <span className="text-muted">{t('settings.acceptedBy', { n: acceptedBy })}</span>
          </li>
        ))}
      </Rows>
    </Section>
  )
}
