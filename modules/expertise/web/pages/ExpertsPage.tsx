import '../expertise.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { SubjectCover } from '#modules/expertise/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { Frame } from '#modules/workbench/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { coverQuery } from '../queries.ts'
import { useT } from '../t.ts'

const covers = ['nobody', 'one', 'several'] as const

/** What the community knows, and how thin the ice is: subjects, never people, but for volunteers. */
export function ExpertsPage() {
  const t = useT()
  return (
    <Frame title={t('experts.title')} lead={t('experts.lead')}>
      {() => <Subjects />}
    </Frame>
  )
}

function Subjects() {
  const t = useT()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const cover = useQuery(coverQuery(slug))
  if (cover.isError) return <ErrorView error={cover.error} t={t} onRetry={() => void cover.refetch()} />
  if (cover.isPending) return <SkeletonRows rows={6} />
  const { subjects, tooFew } = cover.data
  return (
    <>
      {subjects.length === 0 ? (
        <EmptyState title={t('experts.emptyTitle')} picture={<Lens />}>
          {t('experts.empty')}
        </EmptyState>
      ) : (
        covers.map((one) => (
          <Section key={one} title={t(`experts.${one}`)} hint={t(`experts.${one}Hint`)}>
            <List
              subjects={subjects.filter((subject) => subject.cover === one)}
              label={t(`experts.${one}`)}
            />
          </Section>
        ))
      )}
      {tooFew > 0 && <p className="text-sm text-muted">{t('experts.tooFew', { n: tooFew })}</p>}
    </>
  )
}

function List({ subjects, label }: { subjects: readonly SubjectCover[]; label: string }) {
  const t = useT()
  if (subjects.length === 0) return <p className="text-muted">{t('experts.none')}</p>
  return (
    <ul className="rows" aria-label={label}>
      {subjects.map((one) => (
        <li key={one.subject} className="cover-row">
          <span>
            <bdi className="font-semibold">{one.subject}</bdi>
            <span className="block text-sm text-muted">{t(`experts.questions.${one.questions}`)}</span>
          </span>
          {one.experts.length > 0 ? (
            <span className="cover-experts">
              <span className="sr-only">{t('experts.volunteers')}</span>
              {one.experts.map((expert) => (
                <span key={expert.id} className="cover-expert">
                  <MemberAvatar member={expert} size="s" />
                  <MemberLink member={expert} />
                </span>
              ))}
            </span>
          ) : (
            one.cover !== 'nobody' && <span className="text-sm text-muted">{t('experts.noVolunteer')}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
