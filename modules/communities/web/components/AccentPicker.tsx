import { accents, type Accent } from '#ui/accents.ts'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { useT } from '../t.ts'

/** One of the palette's colours, each with its name: colour alone says nothing. */
export function AccentPicker({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (accent: Accent) => void
}) {
  const t = useT()
  return (
    <RadioGroup
      label={label}
      value={value}
      onChange={(id) => onChange(id as Accent)}
      className="[&>.grid]:grid-cols-2 sm:[&>.grid]:grid-cols-3"
      options={accents.map((accent) => ({
        id: accent,
        label: (
          <span className="inline-flex items-center gap-2">
            <span data-accent={accent} className="inline-block size-4 rounded-full bg-accent" aria-hidden />
            {t(`accents.${accent}`)}
          </span>
        ),
      }))}
    />
  )
}
