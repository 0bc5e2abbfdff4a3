// Words of the contract that the browser needs as values, without the weight of the schemas.

export const phases = ['framing', 'design', 'pilot', 'rollout', 'anchoring'] as const
export type Phase = (typeof phases)[number]
export type ProgrammeState = 'running' | 'closed'
export const programmeVisibilities = ['company', 'circle'] as const

/** Kotter's accelerators, as columns of the board. */
export const accelerators = [
  'urgency',
  'coalition',
  'vision',
  'army',
  'barriers',
  'wins',
  'sustain',
  'institute',
] as const
export type Accelerator = (typeof accelerators)[number]

export const cardKinds = ['action', 'message', 'training', 'win', 'barrier', 'reinforcement'] as const
export type CardKind = (typeof cardKinds)[number]
/** Where a card of each kind usually belongs; it may be moved. */
export const usualColumn: Record<CardKind, Accelerator> = {
  action: 'army',
  message: 'urgency',
  training: 'barriers',
  win: 'wins',
  barrier: 'barriers',
  reinforcement: 'institute',
}
export const channels = [
  'post',
  'gathering',
  'newsletter',
  'noticeBoard',
  'teamTalk',
  'mail',
  'other',
] as const
export type Channel = (typeof channels)[number]

export const heardSorts = ['interview', 'workshop', 'group', 'visit', 'test'] as const
export type HeardSort = (typeof heardSorts)[number]
export const heardTags = ['need', 'irritant', 'idea'] as const
export type HeardTag = (typeof heardTags)[number]

export const planningQuestions = ['structure', 'information', 'aims'] as const
export type PlanningQuestion = (typeof planningQuestions)[number]

export const dimensions = ['all', 'entity', 'site', 'community'] as const
export type Dimension = (typeof dimensions)[number]

/** Conversations in the listening log before the design begins, and user tests before the pilot. */
export const leastHeard = 5
export const leastTests = 1

/**
 * What each phase asks before the next begins. Items that the data knows are computed; `said` ones are declared by a
 * leader, with who and when.
 */
export const asked = {
  framing: [
    'visionWritten',
    'whyNowWritten',
    'sponsorAgreed',
    'populationsNamed',
    'problemBaseline',
    'conversations',
    'planningAnswered',
  ],
  design: [
    'messagesPlanned',
    'trainingsPlanned',
    'barriersNamed',
    'actionsOwned',
    'userTested',
    'managersMet',
  ],
  pilot: ['winTold', 'barriersFollowed', 'pilotReviewed'],
  rollout: ['communityLinked', 'trainingsHeld', 'promisesKept', 'reinforcementPlanned'],
  anchoring: ['reinforcementOwned', 'barriersLifted', 'handedOver'],
} as const satisfies Record<Phase, readonly string[]>
export type AskedKey = (typeof asked)[Phase][number]
/** Only people can say these. */
export const saidKeys = ['managersMet', 'pilotReviewed', 'handedOver'] as const
export type SaidKey = (typeof saidKeys)[number]

export const reminderLeads = [3, 0, -7] as const
