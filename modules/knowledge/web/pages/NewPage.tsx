import '../components/knowledge.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { useCommunity, PersonPicker } from '#modules/communities/web/public.ts'
import { postPath } from '#modules/discussions/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api, newKey } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { useMember } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { DateField } from '#ui/DateField.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import type { PageBeginning, PageDetail } from '#modules/knowledge/shapes.ts'
import { bodyOf, PageForm, RestoredNotice, tagsOf } from '../components/PageForm.tsx'
import { firstReviewDay, inTwelveMonths } from '../components/use-day.ts'
import { usePageDraft } from '../local-draft.ts'
import { communityPagesPath, pagePath } from '../paths.ts'
import { beginningQuery, keepPage, keys, pageQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { isUntouched, templateNames, templates, type TemplateName } from '../templates.ts'

/** `/communities/:slug/pages/new`: from nothing, from a template, from a conversation, or in another language. */
export function NewPage() {
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const search = useSearch({ strict: false }) as { from?: string; comment?: string; translate?: string }
  const t = useT()
  const community = useCommunity(slug)
  const beginning = useQuery({
    ...beginningQuery(search.from ?? '', search.comment),
    enabled: search.from !== undefined,
  })
  const original = useQuery({ ...pageQuery(search.translate ?? ''), enabled: search.translate !== undefined })
  const error = beginning.error ?? original.error
  if (error)
    return (
      <Page title={t('write.newTitle')}>
        <ErrorView error={error} t={t} />
      </Page>
    )
  if (!community || (search.from && !beginning.data) || (search.translate && !original.data))
    return <SkeletonPage />
  return (
    <Writing community={community} beginning={beginning.data} postId={search.from} original={original.data} />
  )
}

interface Props {
  community: CommunityDetail
  beginning: PageBeginning | undefined
  postId: string | undefined
  original: PageDetail | undefined
}

function Writing({ community, beginning, postId, original }: Props) {
  const t = useT()
  const { language: mine } = useLanguage()
  const format = useFormat()
  const navigate = useNavigate()
  const me = useMember()
  const say = useErrorWords(t)
  const name = pickText(community.name, mine)
  const other = original && (original.language === 'fr' ? 'en' : 'fr')
  const start = {
    title: beginning?.title ?? '',
    bodyMd: beginning?.bodyMd ?? original?.bodyMd ?? '',
    tags: (beginning?.tags ?? original?.tags ?? []).join(', '),
    note: '',
    language: beginning?.language ?? other ?? (community.languages.includes(mine) ? mine : 'fr'),
    reviewOn: inTwelveMonths(),
    template: 'blank',
    attachments: [],
    baseVersion: 0,
  }
  const draft = usePageDraft(me.id, `new.${community.id}.${postId ?? original?.id ?? ''}`, start)
  const { writing, change } = draft
  const [told, setTold] = useState<MemberCard | null>(null)
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<unknown>()
  const [key] = useState(newKey)
  const chooseTemplate = (template: TemplateName) =>
    change((now) => ({
      template,
      ...(isUntouched(now.bodyMd) && { bodyMd: templates[now.language][template] }),
    }))
  const chooseLanguage = (language: 'fr' | 'en') =>
    change((now) => ({
      language,
      ...(isUntouched(now.bodyMd) && {
        bodyMd: templates[language][now.template as TemplateName] ?? now.bodyMd,
      }),
    }))
  const publish = async () => {
    if (isSending) return
    setSending(true)
    setError(undefined)
    try {
      const page = await api('POST /api/v1/pages', {
        idempotencyKey: key,
        body: {
          communityId: community.id,
          title: writing.title,
          bodyMd: bodyOf(draft),
          tags: tagsOf(draft),
          language: writing.language,
          attachments: writing.attachments.map(({ id }) => id),
          reviewOn: writing.reviewOn || inTwelveMonths(),
          ...(postId
            ? { source: { postId, commentIds: beginning?.commentIds ?? [] } }
            : { template: original?.template ?? (writing.template as TemplateName) }),
          ...(original && { translationOf: original.id }),
          ...(told && { told: [told.id] }),
        },
      })
      draft.forget()
      keepPage(page)
      if (postId) void queryClient.invalidateQueries({ queryKey: keys.ofPost(postId) })
      if (original) void queryClient.invalidateQueries({ queryKey: keys.page(original.id) })
      toast(t('write.published'))
      await navigate({ href: pagePath(page.id) })
    } catch (failure) {
      setError(failure)
    } finally {
      setSending(false)
    }
  }
  const title = postId ? t('write.fromTitle') : original ? t('write.translateTitle') : t('write.newTitle')
  const names = (beginning?.authors ?? [])
    .filter(({ member }) => member.id !== me.id)
    .map(({ member }) => member.displayName)
  const back = postId
    ? postPath(postId)
    : original
      ? pagePath(original.id)
      : communityPagesPath(community.slug)
  return (
    <Page title={`${title} · ${name}`} place={name}>
      <div className="grid gap-5">
        <div>
          <h2>{title}</h2>
          {names.length > 0 && (
            <p className="text-muted">{t('write.fromLead', { names: format.list(names, 'and') })}</p>
          )}
          {original && <p className="text-muted">{t('write.translateLead', { title: original.title })}</p>}
        </div>
        <RestoredNotice
          draft={draft}
          erase={t('write.eraseNew')}
          onErase={() => draft.forget({ ...start })}
        />
        <PageForm
          draft={draft}
          label={title}
          submit={t('write.publish')}
          isSending={isSending}
          onSubmit={() => void publish()}
          onCancel={() => void navigate({ href: back })}
          error={error === undefined ? undefined : say(error)}
          before={
            <>
              {!postId && !original && (
                <RadioGroup
                  label={t('write.template')}
                  cards
                  value={writing.template}
                  onChange={(id) => chooseTemplate(id as TemplateName)}
                  options={templateNames.map((id) => ({
                    id,
                    label: t(`write.templates.${id}`),
                    hint: t(`write.templates.${id}Hint`),
                  }))}
                />
              )}
              {writing.template === 'interview' && (
                <PersonPicker
                  slug={community.slug}
                  label={t('write.told')}
                  hint={t('write.toldHint')}
                  chosen={told}
                  onChoose={setTold}
                  without={[me.id]}
                />
              )}
              {!original && (
                <Select
                  label={t('write.language')}
                  options={(['fr', 'en'] as const).map((id) => ({ id, label: t(`language.${id}`) }))}
                  value={writing.language}
                  onChange={(id) => chooseLanguage(id as 'fr' | 'en')}
                />
              )}
            </>
          }
          after={
            <DateField
              label={t('write.reviewOn')}
              hint={t('write.reviewOnHint')}
              value={writing.reviewOn || null}
              onChange={(reviewOn) => change({ reviewOn: reviewOn ?? '' })}
              min={firstReviewDay()}
            />
          }
        />
      </div>
    </Page>
  )
}
