import type { KindPreview as Preview } from '#modules/kinds/contract.ts'
import { communityKinds } from '#modules/communities/contract.ts'
import { useT } from '../t.ts'

export type KindPreview = Preview
export type CommunityKind = Preview['to']
export const kindsToChoose = communityKinds
type SectionName = Preview['sectionsAfter'][number]
type RoleName = 'manager' | 'moderator' | 'expert' | 'ambassador' | 'sponsor'

/** Sections, roles and what a kind leaves behind, in words. */
export function useKindWords() {
  const t = useT()
  return {
    sections: (names: readonly SectionName[]) => names.map((name) => t(`sections.${name}`)),
    roles: (names: readonly string[]) => names.map((name) => t(`roles.${name as RoleName}`)),
    counted: (counts: Preview['putAway']) =>
      (['steps', 'placed', 'programmeSteps', 'decisions'] as const).flatMap((what) =>
        counts[what] > 0 ? [t(`kind.${what}`, { n: counts[what] })] : [],
      ),
  }
}
