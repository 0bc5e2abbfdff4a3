import { useState } from 'react'
import { useLanguage } from '#platform/web/i18n.tsx'
import type { LocalText } from '#platform/shared/local-text.ts'
import { pickLanguage } from '#platform/shared/local-text.ts'
import { Button } from '#ui/Button.tsx'
import { useT } from '../t.ts'

/** A text in the reader's language, line breaks kept, the other language a tap away. */
export function LocalWords({ text, className }: { text: LocalText; className?: string | undefined }) {
  const t = useT()
  const { language } = useLanguage()
  const [other, setOther] = useState(false)
  const first = pickLanguage(text, language)
  const second = first === 'fr' ? 'en' : 'fr'
  const shown = other && text[second] ? second : first
  const offered = shown === first ? second : first
  return (
    <div className={className}>
      <p lang={shown} dir="auto" className="whitespace-pre-line text-pretty">
        {text[shown]}
      </p>
      {text.fr && text.en && (
        <Button look="quiet" size="small" onPress={() => setOther(!other)}>
          {t('about.otherLanguage', { language: t(`about.language.${offered}`) })}
        </Button>
      )}
    </div>
  )
}
