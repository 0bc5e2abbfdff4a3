import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { ComboBox } from '#ui/ComboBox.tsx'
import { flat, pagesQuery } from '../queries.ts'
import { useT } from '../t.ts'

interface Props {
  label: string
  communityId: string
  without: readonly string[]
  onChoose: (page: { id: string; title: string } | null) => void
  /** The choice stays in the field; otherwise the field is emptied for the next one. */
  keepsChoice?: boolean | undefined
}

/** Finds one page of a community by its words. */
export function PageField({ label, communityId, without, onChoose, keepsChoice }: Props) {
  const t = useT()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const q = useDeferredValue(text.trim())
  const found = useInfiniteQuery(
    pagesQuery({ community: communityId, q: chosen ? undefined : q || undefined }),
  )
  const pages = flat(found.data).filter(({ id }) => !without.includes(id))
  return (
    <ComboBox
      label={label}
      optional={keepsChoice}
      placeholder={t('list.search')}
      options={pages.slice(0, 12).map(({ id, title }) => ({ id, label: title }))}
      inputValue={text}
      value={chosen}
      onInputChange={(next) => {
        setText(next)
        if (next === '' && chosen) {
          setChosen(null)
          onChoose(null)
        }
      }}
      onChange={(id) => {
        const page = pages.find((one) => one.id === id)
        if (!page) return
        onChoose(page)
        setChosen(keepsChoice ? page.id : null)
        setText(keepsChoice ? page.title : '')
      }}
    />
  )
}
