import type { CommunityKind } from '#modules/communities/contract.ts'

/** A tab of a community's page, in the order of the kind. */
export type Section = 'conversations' | 'questions' | 'pages' | 'gatherings' | 'members' | 'about'
/** When a community of this kind is over. Words live in the catalogue: `kinds.<kind>.…`. */
export type EndRule = 'review' | 'date' | 'cohort' | 'none'

/** What choosing a kind presets; the words (title, when, rhythm, indicator, advice) are in the catalogue under the kind. */
export interface KindPreset {
  sections: readonly Section[]
  /** Roles to look for first. */
  roles: readonly ('manager' | 'moderator' | 'expert' | 'ambassador' | 'sponsor')[]
  /** Kind of post the composer proposes when nothing else is said. */
  firstPost: 'question' | 'discussion' | 'news' | 'practice' | 'story'
  /** `required`: followed monthly; `expected`: the canvas asks for it; `optional`: light. */
  indicator: 'required' | 'expected' | 'optional'
  endRule: EndRule
  partnersUsual: boolean
  visibility: 'open' | 'closed'
}

export const kindPresets: Readonly<Record<CommunityKind, KindPreset>> = {
  practice: {
    sections: ['questions', 'pages', 'conversations', 'gatherings', 'members', 'about'],
    roles: ['manager', 'expert', 'sponsor'],
    firstPost: 'question',
    indicator: 'expected',
    endRule: 'review',
    partnersUsual: false,
    visibility: 'open',
  },
  interest: {
    sections: ['conversations', 'gatherings', 'questions', 'pages', 'members', 'about'],
    roles: ['manager', 'moderator'],
    firstPost: 'discussion',
    indicator: 'optional',
    endRule: 'none',
    partnersUsual: false,
    visibility: 'open',
  },
  learning: {
    sections: ['conversations', 'questions', 'pages', 'gatherings', 'members', 'about'],
    roles: ['manager', 'expert', 'ambassador'],
    firstPost: 'question',
    indicator: 'expected',
    endRule: 'cohort',
    partnersUsual: false,
    visibility: 'open',
  },
  project: {
    sections: ['conversations', 'pages', 'gatherings', 'questions', 'members', 'about'],
    roles: ['manager', 'sponsor'],
    firstPost: 'discussion',
    indicator: 'expected',
    endRule: 'date',
    partnersUsual: false,
    visibility: 'closed',
  },
  process: {
    sections: ['questions', 'pages', 'conversations', 'gatherings', 'members', 'about'],
    roles: ['manager', 'expert', 'sponsor'],
    firstPost: 'question',
    indicator: 'required',
    endRule: 'review',
    partnersUsual: true,
    visibility: 'closed',
  },
  network: {
    sections: ['members', 'conversations', 'gatherings', 'pages', 'questions', 'about'],
    roles: ['manager', 'ambassador'],
    firstPost: 'story',
    indicator: 'optional',
    endRule: 'review',
    partnersUsual: false,
    visibility: 'open',
  },
  ambassadors: {
    sections: ['conversations', 'gatherings', 'members', 'questions', 'pages', 'about'],
    roles: ['manager', 'ambassador', 'sponsor'],
    firstPost: 'news',
    indicator: 'expected',
    endRule: 'cohort',
    partnersUsual: false,
    visibility: 'closed',
  },
}

/** What would be different after a change of kind; shown before it happens. Nothing written is ever lost by it. */
export interface KindChange {
  sections: { before: readonly Section[]; after: readonly Section[] } | null
  rolesToFind: KindPreset['roles']
  indicator: { before: KindPreset['indicator']; after: KindPreset['indicator'] } | null
  endRule: { before: EndRule; after: EndRule } | null
}

export function previewKindChange(from: CommunityKind, to: CommunityKind): KindChange {
  const [before, after] = [kindPresets[from], kindPresets[to]]
  const isSameOrder = before.sections.join() === after.sections.join()
  return {
    sections: isSameOrder ? null : { before: before.sections, after: after.sections },
    rolesToFind: after.roles.filter((role) => !before.roles.includes(role)),
    indicator:
      before.indicator === after.indicator ? null : { before: before.indicator, after: after.indicator },
    endRule: before.endRule === after.endRule ? null : { before: before.endRule, after: after.endRule },
  }
}
