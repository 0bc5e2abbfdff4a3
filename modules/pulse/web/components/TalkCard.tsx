import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import type { Contact } from '#modules/pulse/contract.ts'
import { useT } from '../t.ts'

const ContactsDialog = lazy(() => import('./ContactsDialog.tsx'))

/** Beside every pulse: it is no alert line, these people are. */
export function TalkCard({ contacts, canEdit }: { contacts: readonly Contact[]; canEdit: boolean }) {
  const t = useT()
  const [isEditing, setEditing] = useState(false)
  return (
    <Section
      title={t('talk.title')}
      aside={
        canEdit && (
          <Button size="small" onPress={() => setEditing(true)}>
            {t('talk.edit')}
          </Button>
        )
      }
    >
      <p className="max-w-[38rem] text-pretty">
        {t('talk.lead')} {contacts.length > 0 && t('talk.can')}
      </p>
      {contacts.length === 0 ? (
        <p className="pt-2 text-muted">{t('talk.none')}</p>
      ) : (
        <ul className="pulse-contacts pt-3">
          {contacts.map(({ kind, name, reach }) => (
            <li key={`${kind}${name}`}>
              <strong>{name}</strong> · <span className="text-muted">{t(`talk.kind.${kind}`)}</span>
              <br />
              <span dir="auto">{reach}</span>
            </li>
          ))}
        </ul>
      )}
      <Suspense>
        {isEditing && <ContactsDialog contacts={contacts} onClose={() => setEditing(false)} />}
      </Suspense>
    </Section>
  )
}
