import './network.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import type { OwnTies } from '#modules/measurement/network-contract.ts'
import { ownTiesQuery } from '../release-queries.ts'
import { useT } from '../t.ts'

const firstShown = 12

/** On "Me": my own circle, asked for only when I open it, and shown to nobody else. */
export default function MyTies() {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const ties = useQuery({ ...ownTiesQuery, enabled: isOpen })
  return (
    <Section
      title={t('ties.title')}
      hint={t('ties.hint')}
      aside={
        <Button look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'ties.close' : 'ties.open')}
        </Button>
      }
    >
      {isOpen && (
        <div className="grid gap-3">
          <p className="max-w-prose text-muted">{t('ties.lead')}</p>
          {ties.isError && <ErrorView error={ties.error} t={t} onRetry={() => void ties.refetch()} />}
          {ties.isPending && <SkeletonRows rows={3} />}
          {ties.data && <Mine ties={ties.data} />}
        </div>
      )}
    </Section>
  )
}

function Mine({ ties }: { ties: OwnTies }) {
  const t = useT()
  const { language } = useLanguage()
  if (ties.people === 0) return <p>{t('ties.empty')}</p>
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const pairs = ties.bridges.map(({ a, b }) => `${a} – ${b}`)
  return (
    <>
      <ul className="network-rules">
        <li>{t('ties.counted', { people: ties.people, twoWay: String(ties.twoWay) })}</li>
        {ties.spread !== null && <li>{t('ties.spread', { value: number.format(ties.spread) })}</li>}
        {ties.constraint !== null && (
          <li>{t('ties.constraint', { value: number.format(ties.constraint) })}</li>
        )}
        {pairs.length > 0 && <li>{t('ties.bridges', { pairs: list.format(pairs) })}</li>}
      </ul>
      <Rows label={t('ties.title')}>
        {ties.ties.slice(0, firstShown).map(({ member, isTwoWay, threads, isSameEntity }) => (
          <li key={member.id} className="tie-row">
            <MemberAvatar member={member} size="s" />
            <MemberLink member={member} />
            <span className="text-sm text-muted">
              {[
                t('ties.threads', { n: threads }),
                t(isTwoWay ? 'ties.twoWay' : 'ties.oneWay'),
                ...(isSameEntity ? [] : [t('ties.otherEntity')]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </Rows>
    </>
  )
}
