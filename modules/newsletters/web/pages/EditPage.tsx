import '../components/newsletters.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Eye, Trash2 } from 'lucide-react'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { AudienceStep } from '../components/AudienceStep.tsx'
import { ComposeStep } from '../components/ComposeStep.tsx'
import { PreviewStep } from '../components/PreviewStep.tsx'
import { SendStep } from '../components/SendStep.tsx'
import { editPath, issuePath, newslettersPath } from '../paths.ts'
import { workQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const steps = ['compose', 'audience', 'preview', 'send'] as const

/** An issue in the workshop: composed, meant for somebody, looked at, sent. */
export function EditPage() {
  const t = useT()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const { issueId = '' } = useParams({ strict: false }) as { issueId?: string }
  const search = useSearch({ strict: false }) as { step?: string; part?: string }
  const { data: work, error, refetch } = useQuery(workQuery(issueId))
  const discard = useAct(
    () => api('DELETE /api/v1/newsletter-issues/:issue', { params: { issue: issueId } }),
    t('edit.discarded'),
    () => void navigate({ to: newslettersPath }),
  )
  if (!work)
    return error ? <ErrorView error={error} t={t} onRetry={() => void refetch()} /> : <SkeletonPage />
  const title = pickText(work.title, language) || t('untitled')
  const allowed = steps.filter((step) => work.can.lead || step === 'compose' || step === 'preview')
  const step = allowed.find((one) => one === search.step) ?? 'compose'
  const content = {
    compose: <ComposeStep work={work} part={search.part} />,
    audience: <AudienceStep key={work.version} work={work} />,
    preview: <PreviewStep work={work} />,
    send: <SendStep work={work} />,
  }
  return (
    <Page title={title} place={pickText(work.newsletter.name, language)}>
      <PageHeader
        kicker={`${pickText(work.newsletter.name, language)} · ${t(`state.${work.state}`)}`}
        title={title}
        acts={
          <>
            <ButtonLink to={issuePath(issueId)}>
              <Eye aria-hidden />
              {t('edit.read')}
            </ButtonLink>
            {work.state === 'draft' && work.can.lead && (
              <Button look="quiet" isPending={discard.isPending} onPress={() => discard.run()}>
                <Trash2 aria-hidden />
                {t('edit.discard')}
              </Button>
            )}
          </>
        }
      />
      {work.state !== 'draft' && (
        <div className="pb-4">
          <Notice>{t('edit.notDraft')}</Notice>
        </div>
      )}
      <Tabs
        label={t('edit.parts')}
        selected={step}
        onSelect={(next) =>
          void navigate({
            to: editPath(issueId),
            search: { ...(search.part && { part: search.part }), step: next } as never,
            replace: true,
          })
        }
        tabs={allowed.map((id) => ({ id, label: t(`edit.${id}`), content: content[id] }))}
      />
    </Page>
  )
}
