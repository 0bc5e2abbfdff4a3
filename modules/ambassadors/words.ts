// Words of ambassador programmes that both sides and the database know.

export const programmeKinds = ['content', 'adoption'] as const
export type ProgrammeKind = (typeof programmeKinds)[number]

export const mandateStates = [
  'nominated',
  'invited',
  'declined',
  'onboarding',
  'active',
  'paused',
  'renewal',
  'talk',
  'lighter',
  'withdrawn',
  'alumni',
] as const
export type MandateState = (typeof mandateStates)[number]

/** They carry the programme today, whatever is being talked about with them. */
export const serving: readonly MandateState[] = ['active', 'talk', 'renewal']
/** They hold a seat. */
export const seated: readonly MandateState[] = [
  'invited',
  'onboarding',
  'active',
  'paused',
  'renewal',
  'talk',
]
export const over: readonly MandateState[] = ['declined', 'withdrawn', 'alumni']

export const inductionKeys = ['call', 'objectives', 'rules', 'tool', 'firstText', 'charter'] as const
export type InductionKey = (typeof inductionKeys)[number]
/** Whoever can know it ticks it; the rest may be ticked by either of the two. */
export const tickedBy: Readonly<Record<InductionKey, 'leader' | 'ambassador' | 'either'>> = {
  call: 'leader',
  objectives: 'leader',
  rules: 'leader',
  tool: 'either',
  firstText: 'ambassador',
  charter: 'ambassador',
}

export const steps = [
  'consent',
  'decline',
  'invite',
  'accept',
  'activate',
  'pause',
  'resume',
  'renew',
  'finish',
  'proposeTalk',
  'askTalk',
  'carryOn',
  'lighten',
  'withdraw',
] as const
export type Step = (typeof steps)[number]

export const contributionKinds = ['post', 'answer', 'page', 'gathering', 'turn', 'help', 'other'] as const
export type ContributionKind = (typeof contributionKinds)[number]

/** Staff per seat of an adoption programme (1:25), and seats of a programme of content or expertise. */
export const staffPerSeat = 25
export const contentSeats = 15
/** A mandate is renewed once, then others take their turn. */
export const mostRenewals = 1
/** Present at the kick-off, of those who were to come. */
export const kickoffShare = 0.6
/** Ideas of a month, two of these; their words are in the messages. */
export const ideaCount = 8
