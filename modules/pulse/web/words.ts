import type { ItemResult, Share } from '../contract.ts'
import { useT } from './t.ts'

/** How a question, a label or a share reads. */
export function useWords() {
  const t = useT()
  const label = (name: string): string =>
    name.startsWith('other') ? t('results.other') : name === 'unknown' ? t('results.unknown') : name
  return {
    question: ({ key, text }: Pick<ItemResult, 'key' | 'text'>): string => text ?? t(`item.${key}`),
    label,
    /** A merged label says what it holds. */
    cell: ({ label: name, includes }: { label: string; includes: readonly string[] }): string =>
      includes.length > 0 ? t('results.includes', { names: includes.map(label).join(', ') }) : label(name),
    share: ({ percent, code }: Share): string =>
      code ? t(`results.${code}`) : t('results.percent', { n: percent ?? 0 }),
  }
}
