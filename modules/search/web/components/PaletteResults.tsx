import '../search.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Clock, MessageCircleQuestionMark } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Header } from 'react-aria-components/Header'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { writePath } from '#modules/discussions/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Avatar } from '#ui/Avatar.tsx'
import { quickSearchQuery } from '../queries.ts'
import { HitIcon, hitPath, hitTitle } from '../hit.tsx'
import { recent, remember } from '../recent.ts'
import { useT } from '../t.ts'
import { Highlight } from './Highlight.tsx'

/** The palette's own results: people and communities first, then what was written; before, what was opened last. */
export default function PaletteResults({ text, onChosen }: { text: string; onChosen: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const q = useRested(text.trim(), 180)
  const { data } = useQuery(quickSearchQuery(q))
  const go = (href: string, label?: string) => {
    if (label) remember({ href, label })
    onChosen()
    void navigate({ href })
  }
  if (q.length < 2)
    return recent().length === 0 || q !== '' ? null : (
      <ListBox
        aria-label={t('recent')}
        className="palette-hits list -mx-2"
        selectionMode="none"
        onAction={(key) => go(String(key))}
      >
        <ListBoxSection>
          <Header className="list-title">{t('recent')}</Header>
          {recent().map(({ href, label }) => (
            <ListBoxItem key={href} id={href} textValue={label} className="item">
              <Clock aria-hidden />
              <span className="item-text">{label}</span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      </ListBox>
    )
  if (!data) return null
  const labels = new Map([
    ...data.people.map((one) => [`/people/${one.id}`, one.displayName] as const),
    ...data.communities.map((one) => [`/communities/${one.slug}`, pickText(one.name, language)] as const),
    ...data.items.map((one) => [hitPath(one), hitTitle(one)] as const),
  ])
  const isNothing = data.people.length + data.communities.length + data.items.length === 0
  return (
    <ListBox
      aria-label={t('all')}
      className="palette-hits list -mx-2"
      selectionMode="none"
      onAction={(key) => go(String(key), labels.get(String(key)))}
    >
      {data.people.length > 0 && (
        <ListBoxSection>
          <Header className="list-title">{t('people')}</Header>
          {data.people.slice(0, 3).map((person) => (
            <ListBoxItem
              key={person.id}
              id={`/people/${person.id}`}
              textValue={person.displayName}
              className="item"
            >
              <Avatar id={person.id} name={person.displayName} photo={person.photoUrl} size="s" />
              <span className="item-text">
                {person.displayName}
                {person.jobTitle && <span className="item-hint">{person.jobTitle}</span>}
              </span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      )}
      {data.communities.length > 0 && (
        <ListBoxSection>
          <Header className="list-title">{t('communities')}</Header>
          {data.communities.slice(0, 3).map((community) => {
            const name = pickText(community.name, language)
            return (
              <ListBoxItem
                key={community.id}
                id={`/communities/${community.slug}`}
                textValue={name}
                className="item"
              >
                <Avatar id={community.id} name={name} square size="s" />
                <span className="item-text">{name}</span>
              </ListBoxItem>
            )
          })}
        </ListBoxSection>
      )}
      {data.items.length > 0 && (
        <ListBoxSection>
          <Header className="list-title">{data.match === 'all' ? t('texts') : t('nearTexts')}</Header>
          {data.items.map((hit) => (
            <ListBoxItem key={hit.id} id={hitPath(hit)} textValue={hitTitle(hit)} className="item">
              <HitIcon hit={hit} />
              <span className="item-text">
                <span className="line-clamp-1">
                  <Highlight pieces={hit.title ?? hit.excerpt} />
                </span>
                <span className="item-hint line-clamp-1">{pickText(hit.community.name, language)}</span>
              </span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      )}
      {isNothing && (
        <ListBoxItem id={writePath({ text: q, kind: 'question' })} textValue={t('ask')} className="item">
          <MessageCircleQuestionMark aria-hidden />
          <span className="item-text">
            {t('ask')}
            <span className="item-hint">{t('nothing', { text: q })}</span>
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}

function useRested(value: string, wait: number): string {
  const [rested, setRested] = useState(value)
  // Outside system: the clock.
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return rested
}
