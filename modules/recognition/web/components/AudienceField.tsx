import { RadioGroup } from '#ui/RadioGroup.tsx'
import { useT } from '../t.ts'

/** Before the community, or between the two. */
export function AudienceField({
  isPrivate,
  onChange,
}: {
  isPrivate: boolean
  onChange: (isPrivate: boolean) => void
}) {
  const t = useT()
  return (
    <RadioGroup
      label={t('give.audience')}
      value={isPrivate ? 'private' : 'public'}
      onChange={(id) => onChange(id === 'private')}
      options={(['public', 'private'] as const).map((id) => ({
        id,
        label: t(`give.${id}`),
        hint: t(`give.${id}Hint`),
      }))}
    />
  )
}
