import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { useT } from '../t.ts'
import { addTag, foldTag } from '../text/tags.ts'

interface Props {
  tags: readonly string[]
  onChange: (tags: string[]) => void
  /** Whose tags are proposed; null: not chosen yet. */
  communityId: string | null
  /** Its words bring known tags up. */
  text: string
  autoFocus?: boolean | undefined
}

/** Up to five tags: those of the community are proposed, others may be written. */
export function TagField({ tags, onChange, communityId, text, autoFocus }: Props) {
  const t = useT()
  const id = useId()
  const [typed, setTyped] = useState('')
  const { data } = useQuery({
    queryKey: ['discussions', 'tags', communityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/tags', { params: { community: communityId ?? '' }, signal }),
    enabled: communityId !== null,
    staleTime: 60_000,
  })
  const known = (data?.items ?? []).map(({ tag }) => tag)
  const free = known.filter((tag) => !tags.some((one) => foldTag(one) === foldTag(tag)))
  const words = foldTag(text)
  const near = [...free.filter((tag) => words.includes(foldTag(tag))), ...free]
  const proposed = tags.length < 5 ? [...new Set(near)].slice(0, 4) : []
  const add = (tag: string) => {
    onChange(addTag(tags, tag, known))
    setTyped('')
  }
  return (
    <div className="tag-field">
      <label htmlFor={id} className="field-label">
        {t('composer.tags')}
      </label>
      <div className="tag-line">
        {tags.length > 0 && (
          <ul className="contents" aria-label={t('composer.tags')}>
            {tags.map((tag) => (
              <li key={tag} className="tag tag-neutral">
                {tag}
                <button
                  type="button"
                  className="tag-remove"
                  aria-label={t('composer.removeTag', { tag })}
                  onClick={() => onChange(tags.filter((one) => one !== tag))}
                >
                  <X aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        )}
        {tags.length < 5 && (
          <input
            id={id}
            className="tag-input"
            list={`${id}-known`}
            value={typed}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="none"
            aria-describedby={`${id}-hint`}
            // Asked for by a button a moment ago.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={autoFocus}
            onChange={(event) => {
              const { value } = event.target
              if (/[,;]$/.test(value)) add(value.slice(0, -1))
              else setTyped(value)
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
                event.preventDefault()
                if (typed.trim()) add(typed)
              }
              if (event.key === 'Backspace' && typed === '' && tags.length > 0) onChange(tags.slice(0, -1))
            }}
            onBlur={() => typed.trim() && add(typed)}
          />
        )}
        {tags.length < 5 && typed.trim() !== '' && (
          <Button look="quiet" size="small" icon aria-label={t('composer.addTag')} onPress={() => add(typed)}>
            <Plus aria-hidden />
          </Button>
        )}
      </div>
      <datalist id={`${id}-known`}>
        {free.map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </datalist>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {t('composer.tagsHint')}
      </p>
      {proposed.length > 0 && (
        <div className="chips">
          {proposed.map((tag) => (
            <button
              key={tag}
              type="button"
              className="chip"
              aria-label={t('composer.useTag', { tag })}
              onClick={() => add(tag)}
            >
              <Plus aria-hidden className="size-4" /> {tag}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
