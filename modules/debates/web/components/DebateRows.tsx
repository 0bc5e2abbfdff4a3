import type { DebateCard } from '#modules/debates/contract.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useT } from '../t.ts'

/** Debates one under the other; `to` says where each leads. */
export function DebateRows({ debates, to }: { debates: readonly DebateCard[]; to: (id: string) => string }) {
  const t = useT()
  const format = useFormat()
  return (
    <Rows label={t('title')}>
      {debates.map((debate) => (
        <li key={debate.id} className="grid gap-1">
          <PlainLink to={to(debate.id)} className="member-link text-lg font-semibold" lang={debate.language}>
            {debate.question}
          </PlainLink>
          <p className="debate-facts">
            <Tag tone={debate.state === 'open' ? 'accent' : 'neutral'}>{t(`state.${debate.state}`)}</Tag>
            {debate.state !== 'prepared' && (
              <time dateTime={debate.closesAt}>
                {t(debate.state === 'open' ? 'page.until' : 'page.wasUntil', {
                  on: format.dateTime(new Date(debate.closesAt), 'day'),
                })}
              </time>
            )}
            {debate.form === 'proposals' && <span>{t('list.proposals', { n: debate.proposals })}</span>}
            <span>{t('proposal.counts', { for: debate.for, against: debate.against })}</span>
            {debate.outcome && <strong>{t(`outcome.${debate.outcome}`)}</strong>}
          </p>
        </li>
      ))}
    </Rows>
  )
}
