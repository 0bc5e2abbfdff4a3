import { Heading, MapPin, MessagesSquare, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Writing } from '../drafts.ts'
import { KindIcon } from '../components/KindMark.tsx'
import { postPath } from '../paths.ts'
import { useT } from '../t.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Time } from '#ui/Time.tsx'
import type { Proposals } from './use-proposals.ts'

interface Props {
  proposals: Proposals
  writing: Writing
  onChange: (patch: Partial<Writing>) => void
}

/** Each proposal is a line: yes or no with one tap, and silence is a no. */
export function ProposalRows({ proposals, writing, onChange }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const decline = (what: string) => onChange({ declined: [...writing.declined, what] })
  const { kind, title, community, similar } = proposals
  return (
    <div aria-live="polite" role="group" aria-label={t('composer.proposals')}>
      {kind && (
        <Row
          icon={<KindIcon kind={kind} />}
          text={t(`composer.looksLike.${kind}`)}
          onNo={() => decline(`kind:${kind}`)}
        >
          <Button size="small" onPress={() => onChange({ kind })}>
            {t(`composer.yes.${kind}`)}
          </Button>
        </Row>
      )}
      {community && (
        <Row
          icon={<MapPin aria-hidden />}
          text={t('composer.looksAtHome', { name: pickText(community.name, language) })}
          onNo={() => decline('community')}
        >
          <Button size="small" onPress={() => onChange({ communityId: community.id })}>
            {t('composer.yesThere')}
          </Button>
        </Row>
      )}
      {title && (
        <Row
          icon={<Heading aria-hidden />}
          text={
            <>
              {t('composer.titleHelps')} <span className="font-semibold">{title}</span>
            </>
          }
          onNo={() => decline('title')}
        >
          <Button size="small" onPress={() => onChange({ title })}>
            {t('composer.useTitle')}
          </Button>
        </Row>
      )}
      {similar.length > 0 && (
        <div className="proposal items-start">
          <MessagesSquare aria-hidden />
          <div className="proposal-text">
            <p>{t('composer.maybeAnswered')}</p>
            <ul className="mt-1 grid gap-1">
              {similar.slice(0, 3).map((question) => (
                <li key={question.id}>
                  <Link to={postPath(question.id)}>{question.title ?? question.excerpt}</Link>{' '}
                  <span className="text-sm text-muted">
                    {question.hasAcceptedAnswer
                      ? t('composer.solved')
                      : t('post.answers', { n: question.answerCount })}{' '}
                    · <Time at={question.createdAt} />
                  </span>
                </li>
              ))}
            </ul>
          </div>
          <No onNo={() => decline('similar')} />
        </div>
      )}
    </div>
  )
}

function Row({
  icon,
  text,
  onNo,
  children,
}: {
  icon: ReactNode
  text: ReactNode
  onNo: () => void
  children: ReactNode
}) {
  return (
    <div className="proposal">
      {icon}
      <p className="proposal-text">{text}</p>
      <div className="proposal-acts">
        {children}
        <No onNo={onNo} />
      </div>
    </div>
  )
}

function No({ onNo }: { onNo: () => void }) {
  const t = useT()
  return (
    <Button look="quiet" size="small" icon aria-label={t('composer.noThanks')} onPress={onNo}>
      <X aria-hidden />
    </Button>
  )
}
