import type { CommunityKind } from '#modules/communities/contract.ts'
import { useT } from './t.ts'

/** The name of a kind of community in the reader's language. */
export function useKindName(): (kind: CommunityKind) => string {
  const t = useT()
  return (kind) => t(`kinds.${kind}.name`)
}
