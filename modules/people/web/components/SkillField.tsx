import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { ComboBox } from '#ui/ComboBox.tsx'
import { skillsQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Who knows? One subject among those that people declare; emptied, everybody is there again. */
export function SkillField({
  chosen,
  onChoose,
}: {
  chosen: string | undefined
  onChoose: (skill: string | undefined) => void
}) {
  const t = useT()
  const [text, setText] = useState(chosen ?? '')
  const q = useDeferredValue(text.trim())
  const found = useQuery(skillsQuery(q === chosen ? '' : q))
  const options = [...new Set([...(chosen ? [chosen] : []), ...(q ? (found.data?.items ?? []) : [])])]
  return (
    <ComboBox
      label={t('directory.skill')}
      placeholder={t('directory.skillPlaceholder')}
      options={options.map((skill) => ({ id: skill, label: skill }))}
      inputValue={text}
      value={chosen ?? null}
      onInputChange={(typed) => {
        setText(typed)
        if (typed === '' && chosen) onChoose(undefined)
      }}
      onChange={(skill) => {
        if (skill && skill !== chosen) onChoose(skill)
      }}
    />
  )
}
