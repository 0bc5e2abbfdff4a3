import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { LocalText } from '#platform/shared/local-text.ts'
import { Button } from '#ui/Button.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'

interface Props {
  label: string
  hint?: string | undefined
  value: LocalText
  onChange: (text: LocalText) => void
  /** Language shown first. */
  first: 'fr' | 'en'
  long?: boolean | undefined
  maxLength: number
}

/** A text in one language, and in the other one once it is asked for. */
export function BilingualField({ label, hint, value, onChange, first, long, maxLength }: Props) {
  const t = useT()
  const second = first === 'fr' ? 'en' : 'fr'
  const [both, setBoth] = useState(value[second] !== undefined)
  const Field = long ? TextArea : TextField
  const field = (language: 'fr' | 'en', isFirst: boolean) => (
    <Field
      label={both ? `${label} (${t(`create.language.${language}`)})` : label}
      hint={isFirst ? hint : undefined}
      optional={!isFirst}
      value={value[language] ?? ''}
      maxLength={maxLength}
      onChange={(text: string) => onChange(withText(value, language, text))}
    />
  )
  return (
    <div className="grid gap-3">
      {field(first, true)}
      {both ? (
        field(second, false)
      ) : (
        <div>
          <Button look="quiet" size="small" onPress={() => setBoth(true)}>
            <Plus aria-hidden />
            {t(`create.addLanguage.${second}`)}
          </Button>
        </div>
      )}
    </div>
  )
}

function withText(value: LocalText, language: 'fr' | 'en', text: string): LocalText {
  const { [language]: _before, ...others } = value
  return text === '' ? others : { ...others, [language]: text }
}

export const isWritten = (text: LocalText): boolean => Boolean(text.fr?.trim() || text.en?.trim())

/** What the API takes: languages with nothing but blanks left out. */
export const written = (text: LocalText): LocalText => ({
  ...(text.fr?.trim() && { fr: text.fr }),
  ...(text.en?.trim() && { en: text.en }),
})
