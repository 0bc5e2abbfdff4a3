import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import type { Act, PersonToThank, ReportedThanks } from '#modules/recognition/contract.ts'
import { Frame } from '#modules/workbench/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink, EyeLink, Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { ThanksNote } from '../components/ThanksNote.tsx'
import { pagePath, textPath, wallPath } from '../paths.ts'
import { peopleQuery, reportsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const ThankDialog = lazy(() => import('../components/ThankDialog.tsx'))

/** Whom a manager might thank; the wall; thanks that were reported. Moderators see what was reported. */
export function ThanksBenchPage() {
  const t = useT()
  return (
    <Frame needs="moderate" title={t('bench.title')} lead={t('bench.lead')}>
      {({ slug, can }) => (
        <div className="grid gap-2">
          <p>
            <ButtonLink to={wallPath(slug)} look="quiet">
              {t('bench.wall')}
            </ButtonLink>
          </p>
          {can.manage && <People slug={slug} />}
          <Reported slug={slug} />
        </div>
      )}
    </Frame>
  )
}

const actOf = (kind: PersonToThank['for']['kind']): Act =>
  kind === 'minutes' || kind === 'buddy' ? 'quiet' : kind

function People({ slug }: { slug: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(peopleQuery(slug))
  const [open, setOpen] = useState<PersonToThank>()
  return (
    <Section
      title={t('bench.people')}
      hint={t('bench.peopleHint')}
      aside={<EyeLink of={t('bench.people')} />}
    >
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('bench.nobody')} picture={<Bench />} level={3}>
          {t('bench.nobodyHint')}
        </EmptyState>
      ) : (
        <Rows label={t('bench.people')}>
          {data.items.map((person) => (
            <li key={person.member.id} className="person-row">
              <MemberAvatar member={person.member} />
              <div className="person-row-body">
                <MemberLink member={person.member} />
                <span className="person-facts">
                  <What person={person} /> · {t('ago', { n: person.sinceDays })}
                </span>
              </div>
              <Button
                size="small"
                aria-label={t('bench.thankWhom', { name: person.member.displayName })}
                onPress={() => setOpen(person)}
              >
                {t('bench.thank')}
              </Button>
            </li>
          ))}
        </Rows>
      )}
      <Suspense>
        {open && (
          <ThankDialog
            slug={slug}
            to={open.member}
            act={actOf(open.for.kind)}
            pageId={open.for.pageId}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </Section>
  )
}

function What({ person }: { person: PersonToThank }) {
  const t = useT()
  const { kind, title, postId, pageId } = person.for
  if (kind === 'buddy') return t('for.buddy')
  if (kind === 'welcome' && title === null) return t('for.welcomeQuiet')
  const words = t(`for.${kind}`, { title: title ?? '' })
  const to = postId ? textPath(postId, null) : pageId ? pagePath(pageId) : null
  return to ? <Link to={to}>{words}</Link> : words
}

function Reported({ slug }: { slug: string }) {
  const t = useT()
  const { data } = useQuery(reportsQuery(slug))
  if (!data || data.items.length === 0) return null
  return (
    <Section title={t('bench.reports')}>
      <Rows label={t('bench.reports')}>
        {data.items.map((item) => (
          <ReportedRow key={item.thanks.id} item={item} />
        ))}
      </Rows>
    </Section>
  )
}

function ReportedRow({ item }: { item: ReportedThanks }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const params = { thanksId: item.thanks.id }
  const keep = useAct(
    () => api('POST /api/v1/thanks/:thanksId/decision', { params, body: { decision: 'keep' } }),
    t('bench.kept'),
  )
  const hide = useAct(
    () =>
      api('POST /api/v1/thanks/:thanksId/decision', {
        params,
        body: { decision: 'hide', reason: reason.trim() },
      }),
    t('bench.hidden'),
  )
  return (
    <li className="grid gap-3">
      <ThanksNote thanks={item.thanks} about />
      {item.words.map((words) => (
        <p key={words} className="text-muted">
          {words}
        </p>
      ))}
      {item.canDecide ? (
        <>
          <TextArea
            label={t('bench.hideReason')}
            hint={t('bench.hideHint')}
            optional
            rows={2}
            value={reason}
            onChange={setReason}
            maxLength={1000}
          />
          <p className="thanks-acts">
            <Button isPending={keep.isPending} onPress={() => keep.run()}>
              {t('bench.keep')}
            </Button>
            <Button isDisabled={!reason.trim()} isPending={hide.isPending} onPress={() => hide.run()}>
              {t('bench.hide')}
            </Button>
          </p>
        </>
      ) : (
        <p className="text-muted">{t('bench.notYou')}</p>
      )}
    </li>
  )
}
