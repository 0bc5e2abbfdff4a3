import { Ear, TriangleAlert } from 'lucide-react'
import type { Decision, HeardTheme } from '#modules/listening/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Tag } from '#ui/Tag.tsx'
import { textPath } from '../paths.ts'
import { useT } from '../t.ts'
import { ActionList } from './ActionList.tsx'

/** One theme as members see it: what was said, who was asked, what came of it. */
export function HeardCard({ theme }: { theme: HeardTheme }) {
  const t = useT()
  return (
    <article className="listening-heard" id={`theme-${theme.id}`}>
      <div>
        <h3 className="text-lg">{theme.title}</h3>
        <p className="listening-facts pt-1">
          <Tag>{t(`kind.${theme.kind}`)}</Tag>
          <span>{t(`state.${theme.state}`)}</span>
          <span>{theme.people === null ? t('heard.fewPeople') : t('heard.people', { n: theme.people })}</span>
        </p>
      </div>
      {theme.decision && !theme.answer && theme.state !== 'closed' && (
        <DecisionLine decision={theme.decision} />
      )}
      <Parts theme={theme} />
      {theme.postId && (
        <p>
          <Link to={textPath(theme.postId, null)}>{t('heard.post')}</Link>
        </p>
      )}
    </article>
  )
}

/** Who decides, and whether the date has passed. */
export function DecisionLine({ decision }: { decision: Decision }) {
  const t = useT()
  const format = useFormat()
  const due = format.dateTime(new Date(decision.due), 'day')
  return (
    <div className="grid gap-1.5">
      <p className="listening-facts">
        <span>{t('heard.asked')}</span>
        <MemberLink member={decision.decider} />
        {decision.isLate ? (
          <Tag tone="warn" icon={<TriangleAlert aria-hidden />}>
            {t('heard.late', { due })}
          </Tag>
        ) : (
          <span>{t('heard.expected', { due })}</span>
        )}
      </p>
      <p>
        <span className="text-muted">{t('heard.question')} </span>
        {decision.question}
      </p>
    </div>
  )
}

/** You said / we do / we will not, because. */
export function Parts({ theme }: { theme: HeardTheme }) {
  const t = useT()
  const format = useFormat()
  const { answer, decision } = theme
  return (
    <>
      <div className="listening-parts">
        <section className="listening-part">
          <h4>{t('heard.youSaid')}</h4>
          <p>{theme.description}</p>
          {theme.quotes.length > 0 && (
            <ul className="listening-quotes pt-3">
              {theme.quotes.map((quote, index) => (
                <li key={index} className="listening-words">
                  {quote}
                </li>
              ))}
            </ul>
          )}
        </section>
        {answer && (
          <section className="listening-part">
            <h4>{t('heard.weDo')}</h4>
            {answer.weDo.length > 0 ? (
              <ActionList actions={answer.weDo} />
            ) : (
              <p className="text-muted">{t('heard.nothing')}</p>
            )}
          </section>
        )}
        {answer?.weWillNot && (
          <section className="listening-part">
            <h4>{t('heard.weWillNot')}</h4>
            <p>{answer.weWillNot}</p>
            <p>
              <strong>{t('heard.because')}</strong> {answer.because}
            </p>
          </section>
        )}
        {theme.closedReason && (
          <section className="listening-part">
            <h4>{t('heard.closed')}</h4>
            <p>{theme.closedReason}</p>
          </section>
        )}
      </div>
      {answer && decision && (
        <p className="listening-facts">
          <Ear aria-hidden className="size-4" />
          {t('heard.decidedBy', {
            name: decision.decider.displayName,
            on: format.dateTime(new Date(answer.on), 'day'),
          })}
        </p>
      )}
    </>
  )
}
