import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { ComboBox } from '#ui/ComboBox.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'

interface Props {
  label: string
  hint?: string
  value: readonly string[]
  onChange: (value: string[]) => void
  /** With options, they are chosen; without, they are typed. */
  options?: readonly { id: string; label: string }[]
  nameOf?: (tag: string) => string
}

/** A short list of words: what is there can be taken away, and more can be added with Enter or a comma. */
export function TagsField({ label, hint, value, onChange, options, nameOf = (tag) => tag }: Props) {
  const t = useT()
  const [text, setText] = useState('')
  const add = (typed: string) => {
    const fresh = typed
      .split(',')
      .map((word) => word.trim().slice(0, 40))
      .filter((word) => word && !value.includes(word))
    if (fresh.length > 0) onChange([...value, ...fresh].slice(0, 12))
    setText('')
  }
  return (
    <div role="group" aria-label={label}>
      {options ? (
        <ComboBox
          // A fresh field after each choice.
          key={value.join()}
          label={label}
          hint={hint}
          options={options.filter((option) => !value.includes(option.id))}
          value={null}
          onChange={(id) => {
            if (id) add(id)
          }}
        />
      ) : (
        <TextField
          label={label}
          hint={hint}
          value={text}
          onChange={(typed) => (typed.endsWith(',') ? add(typed) : setText(typed))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add(text)
          }}
          onBlur={() => add(text)}
          isDisabled={value.length >= 12}
        />
      )}
      {value.length > 0 && (
        <div className="chips-editable">
          {value.map((tag) => (
            <Button
              key={tag}
              size="small"
              onPress={() => onChange(value.filter((one) => one !== tag))}
              aria-label={t('edit.remove', { tag: nameOf(tag) })}
            >
              {nameOf(tag)}
              <X aria-hidden />
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
