import type { ThemeKind } from '#modules/listening/contract.ts'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { useT } from '../t.ts'

const kinds: readonly ThemeKind[] = ['feeling', 'usage', 'need']

/** Feeling, usage, need: kept apart, because each asks for another answer. */
export function KindField({ value, onChange }: { value: ThemeKind; onChange: (kind: ThemeKind) => void }) {
  const t = useT()
  return (
    <RadioGroup
      label={t('theme.kind')}
      value={value}
      onChange={(id) => onChange(id as ThemeKind)}
      options={kinds.map((id) => ({ id, label: t(`kind.${id}`), hint: t(`kindHint.${id}`) }))}
    />
  )
}
