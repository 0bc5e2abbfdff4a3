import { useDeferredValue, useState } from 'react'
import type { SlotWriting } from '#platform/web/slots.tsx'
import { useT } from '../t.ts'
import { findWordingHint, isWordingOn, setWording } from '../wording.ts'

/** A word about tone while writing: local, forgotten at once, off with one click. */
export default function WordingHint({ writing }: { writing: SlotWriting }) {
  const t = useT()
  const [isOn, setOn] = useState(isWordingOn)
  const text = useDeferredValue(`${writing.title ?? ''}\n${writing.bodyMd}`)
  const hint = isOn ? findWordingHint(text) : undefined
  return (
    <div role="status">
      {hint && (
        <p className="mt-2 text-sm text-pretty text-muted">
          {t(`hint.${hint}`)} <span className="whitespace-nowrap">{t('hint.local')}</span>{' '}
          <button
            type="button"
            className="link min-h-7 text-muted"
            onClick={() => {
              setWording(false)
              setOn(false)
            }}
          >
            {t('hint.off')}
          </button>
        </p>
      )}
    </div>
  )
}
