import type { RegisterField, RegisterScreen } from '#modules/privacy/contract.ts'
import { useT } from '../t.ts'
import './privacy.css'

/** What is known, once each: the registry repeats a name in every answer that carries it. */
export function distinct(fields: readonly RegisterField[]): RegisterField[] {
  const seen = new Map<string, RegisterField>()
  for (const field of fields) seen.set([field.label, field.purpose, field.retention].join('\n'), field)
  return [...seen.values()]
}

/** Fields by why they are known: what serves the same purpose is read together. */
export function FieldList({ fields }: { fields: readonly RegisterField[] }) {
  const t = useT()
  const groups = new Map<string, RegisterField[]>()
  for (const field of distinct(fields)) {
    const key = `${field.purpose}\n${field.retention}`
    groups.set(key, [...(groups.get(key) ?? []), field])
  }
  return (
    <dl className="register">
      {[...groups].map(([key, group]) => (
        <div key={key}>
          <dt>{group[0]!.purpose}</dt>
          <dd className="register-names">{[...new Set(group.map(({ label }) => label))].join(' · ')}</dd>
          <dd className="register-kept">{t('register.kept', { retention: group[0]!.retention })}</dd>
        </div>
      ))}
    </dl>
  )
}

export function ScreenList({ screens }: { screens: readonly RegisterScreen[] }) {
  const t = useT()
  if (screens.length === 0) return <p className="text-muted">{t('register.noScreens')}</p>
  return (
    <dl className="register">
      {screens.map((screen) => (
        <div key={`${screen.screen} ${screen.purpose}`}>
          <dt>{screen.label}</dt>
          <dd className="register-names">{screen.purpose}</dd>
          <dd className="register-kept">{screen.seenBy.map((who) => t(`by.${who}` as never)).join(' · ')}</dd>
        </div>
      ))}
    </dl>
  )
}
