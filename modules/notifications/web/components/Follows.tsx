import { Hash, UserRound, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { pickText } from '#platform/shared/local-text.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows } from '#ui/Layout.tsx'
import { followMember, followTag } from '../acts.ts'
import type { Rules } from '../pages/SettingsPage.tsx'
import { memberPath } from '../paths.ts'
import { useT } from '../t.ts'

/** Tags and people that I follow; each goes with one tap. */
export function Follows({ rules }: { rules: Rules }) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  if (rules.tags.length + rules.people.length === 0)
    return <p className="text-muted">{t('settings.noFollows')}</p>
  return (
    <Rows label={t('settings.follows')}>
      {rules.people.map((person) => (
        <Row
          key={person.id}
          icon={<UserRound aria-hidden className="size-4 shrink-0 text-muted" />}
          label={t('settings.unfollow', { name: person.displayName })}
          onRemove={() => void followMember(person.id, false).catch(onError)}
        >
          <Link to={memberPath(person.id)}>{person.displayName}</Link>
        </Row>
      ))}
      {rules.tags.map(({ community, tag }) => (
        <Row
          key={`${community.id} ${tag}`}
          icon={<Hash aria-hidden className="size-4 shrink-0 text-muted" />}
          label={t('settings.unfollow', { name: tag })}
          onRemove={() => void followTag(community.id, tag, false).catch(onError)}
        >
          {t('settings.tagOf', { tag, community: pickText(community.name, language) })}
        </Row>
      ))}
    </Rows>
  )
}

function Row(props: { icon: ReactNode; label: string; onRemove: () => void; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      {props.icon}
      <span className="min-w-0 flex-1">{props.children}</span>
      <Button look="quiet" icon size="small" aria-label={props.label} onPress={props.onRemove}>
        <X aria-hidden />
      </Button>
    </li>
  )
}
