import { CircleAlert } from 'lucide-react'
import { useErrorWords } from '#platform/web/errors.ts'
import { Notice } from '#ui/Layout.tsx'
import { useT } from '../t.ts'
import './people.css'

/** Why a form was refused, in words, where the reader is looking. */
export function FormError({ error }: { error: unknown }) {
  const t = useT()
  const say = useErrorWords(t)
  if (!error) return null
  return (
    <div role="alert">
      <Notice tone="bad" icon={<CircleAlert aria-hidden />}>
        {say(error)}
      </Notice>
    </div>
  )
}
