import type { CommunityKind } from '#modules/communities/contract.ts'

/** A tab of a community's page, in the order of the kind. */
export type Section =
  | 'conversations'
  | 'questions'
  | 'pages'
  | 'gatherings'
  | 'members'
  | 'about'
  // Brought by one kind each: steps of a process, of a programme, decisions of a project.
  | 'board'
  | 'programme'
  | 'decisions'
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
    sections: ['programme', 'conversations', 'questions', 'pages', 'gatherings', 'members', 'about'],
    roles: ['manager', 'expert', 'ambassador'],
    firstPost: 'question',
    indicator: 'expected',
    endRule: 'cohort',
    partnersUsual: false,
    visibility: 'open',
  },
  project: {
    sections: ['conversations', 'decisions', 'pages', 'gatherings', 'questions', 'members', 'about'],
    roles: ['manager', 'sponsor'],
    firstPost: 'discussion',
    indicator: 'expected',
    endRule: 'date',
    partnersUsual: false,
    visibility: 'closed',
  },
  process: {
    sections: ['board', 'questions', 'pages', 'conversations', 'gatherings', 'members', 'about'],
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
