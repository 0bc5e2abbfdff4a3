import '../components/knowledge.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { pickText } from '#platform/shared/local-text.ts'
import { api, ApiError } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useMember } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Door } from '#ui/illustrations.tsx'
import { Notice } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { PageDetail } from '#modules/knowledge/shapes.ts'
import { Compare } from '../components/Compare.tsx'
import { bodyOf, PageForm, RestoredNotice, tagsOf } from '../components/PageForm.tsx'
import { usePageDraft, type PageWriting } from '../local-draft.ts'
import { pagePath } from '../paths.ts'
import { keepPage, pageQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** `/pages/:pageId/edit` */
export function EditPage() {
  const { pageId = '' } = useParams({ strict: false }) as { pageId?: string }
  const t = useT()
  const say = useErrorWords(t)
  const { data: page } = useQuery({ ...pageQuery(pageId), refetchOnMount: 'always' })
  if (!page) return <SkeletonPage />
  if (page.can.change !== true)
    return (
      <Page title={t('write.editTitle')}>
        <EmptyState title={t('write.editTitle')} picture={<Door />}>
          {say(new ApiError('notPermitted', 403, undefined, { reason: page.can.change }))}
        </EmptyState>
      </Page>
    )
  return <Editing key={pageId} page={page} />
}

const writingOf = (page: PageDetail): PageWriting => ({
  title: page.title,
  bodyMd: page.bodyMd,
  tags: page.tags.join(', '),
  note: '',
  language: page.language,
  reviewOn: page.reviewOn,
  template: page.template,
  attachments: page.attachments,
  baseVersion: page.version,
})

/** The button that was pressed stands below a long text: what it was answered stands above. */
const bringIntoView = (element: HTMLElement | null): void => {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'start' })
}

function Editing({ page }: { page: PageDetail }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const me = useMember()
  const say = useErrorWords(t)
  const draft = usePageDraft(me.id, page.id, writingOf(page))
  const { writing, change } = draft
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<unknown>()
  // Somebody saved since the writer began: known from the refusal, or already when an old draft is found again.
  const isStale = writing.baseVersion < page.version
  const back = pagePath(page.id)
  const save = async (baseVersion = writing.baseVersion) => {
    if (isSending) return
    setSending(true)
    setError(undefined)
    try {
      const saved = await api('PUT /api/v1/pages/:pageId', {
        params: { pageId: page.id },
        body: {
          baseVersion,
          title: writing.title,
          bodyMd: bodyOf(draft),
          tags: tagsOf(draft),
          note: writing.note || null,
          attachments: writing.attachments.map(({ id }) => id),
        },
      })
      draft.forget()
      keepPage(saved)
      toast(t('write.saved', { n: saved.version }))
      await navigate({ href: back })
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'pageChanged')
        keepPage(await api('GET /api/v1/pages/:pageId', { params: { pageId: page.id } }))
      else setError(failure)
    } finally {
      setSending(false)
    }
  }
  return (
    <Page title={`${t('write.editTitle')} · ${page.title}`} place={pickText(page.community.name, language)}>
      <PageHeader title={t('write.editTitle')} kicker={page.title} />
      <div className="grid gap-5">
        {isStale && (
          <div
            ref={bringIntoView}
            tabIndex={-1}
            className="grid scroll-mt-20 gap-4 outline-none"
            role="alert"
          >
            <Notice
              tone="warn"
              icon={<TriangleAlert aria-hidden />}
              title={t('stale.title', { name: page.changedBy.displayName })}
            >
              <p>{t('stale.body')}</p>
              <div className="flex flex-wrap gap-2 pt-3">
                <Button
                  look="primary"
                  size="small"
                  isPending={isSending}
                  onPress={() => void save(page.version)}
                >
                  {t('stale.onTop')}
                </Button>
                <Button
                  size="small"
                  onPress={() => {
                    draft.forget(writingOf(page))
                    toast(t('stale.tookTheirs'), {
                      action: {
                        label: t('undo'),
                        run: () => change({ ...writing, baseVersion: page.version }),
                      },
                    })
                  }}
                >
                  {t('stale.takeTheirs')}
                </Button>
              </div>
            </Notice>
            <Compare
              before={{ title: page.title, bodyMd: page.bodyMd }}
              after={{ title: writing.title, bodyMd: bodyOf(draft) }}
              beforeLabel={t('stale.theirs')}
              afterLabel={t('stale.mine')}
              language={page.language}
            />
          </div>
        )}
        {!isStale && (
          <RestoredNotice
            draft={draft}
            erase={t('write.erase')}
            onErase={() => draft.forget(writingOf(page))}
          />
        )}
        <PageForm
          draft={draft}
          label={t('write.editTitle')}
          submit={t('write.save')}
          isSending={isSending}
          onSubmit={() => void save()}
          onCancel={() => {
            draft.forget()
            void navigate({ href: back })
          }}
          error={error === undefined ? undefined : say(error)}
          after={
            <TextField
              label={t('write.note')}
              optional
              placeholder={t('write.notePlaceholder')}
              value={writing.note}
              onChange={(note) => change({ note })}
              maxLength={300}
            />
          }
        />
      </div>
    </Page>
  )
}
