import type { SameShape } from '#platform/shared/i18n.ts'
import type * as fr from './board-fr.ts'

export const boardFigures = {
  M01: {
    name: 'Coverage',
    definition:
      'Of the employees who can sign in today, the share who are members of the community. The target population is the whole organisation.',
    decision: 'Invite a site or a job that is missing.',
  },
  M02: {
    name: 'Interactive members',
    definition:
      'Of the members at the end of the period, the share who wrote, answered or reacted at least once. Reading is a legitimate use: 100% is not a goal. Only today’s members are known; who left is counted nowhere.',
    decision: 'Change the rhythm or the formats.',
  },
  M03: {
    name: 'Contributor rate',
    definition:
      'Of the members at the end of the period, the share who wrote at least one post, question, answer, comment or page. Reactions do not count.',
    decision: 'Lower the step to a first contribution.',
  },
  M05: {
    name: 'Circle flows',
    definition:
      'Shares of members who move up a circle, stay or move down from one quarter to the next. They rest on presence: they appear only after the close, rounded, and never for fewer than ten people.',
    decision: 'Find the step that blocks.',
  },
  M06: {
    name: 'Stickiness',
    definition:
      'People active in an ordinary week against the people active over all whole weeks of the period. A week belongs to the month of its Thursday. By week rather than by day: at work, days are noise.',
    decision: 'Add a weekly ritual.',
  },
  M07: {
    name: 'Community health index',
    definition:
      'People who took part in the period against those who took part in the twelve months that end with it.',
    decision: 'Revive, merge or close.',
  },
  M08: {
    name: 'Concentration',
    definition:
      'The fewest people who together wrote half of the contributions of thirteen whole weeks. Nobody is named. The Gini index says the same from 0 (all alike) to 1 (one person writes everything).',
    decision: 'Find second-line contributors.',
  },
  M09: {
    name: 'Member-generated share',
    definition:
      'Of the contributions of the period, the share written by others than the person who managed the community at that moment.',
    decision: 'Move on to the next stage of the life cycle, or not.',
  },
  M11: {
    name: 'Time to first contribution',
    definition:
      'Median time between joining and the first contribution, estimated by the method of Kaplan and Meier. It rests on joins: published after the close, as a band, never for fewer than five people.',
    decision: 'Review the welcome.',
  },
  M29: {
    name: 'Declared time saved',
    definition:
      'Minutes that readers declare a text saved them (0, 5, 15, 60 or 240). One answer per person and text, changeable. Published after the close, never for fewer than five people.',
    decision: 'Tell the value, in hours first.',
  },
  M33: {
    name: 'Seasonal gap',
    definition:
      'Contributions found against those that the season lets expect: the same ISO week last year, times (the last 8 weeks ÷ the same 8 weeks last year). Without a year of its own: a default profile, with dips in September, January, February and May.',
    decision: 'Do not worry about a seasonal dip; plan the relaunch.',
  },
} as const satisfies SameShape<typeof fr.boardFigures>

export const boardParts = {
  M02: { half: 'Over six months' },
  M04: { silent: 'Without a contribution' },
  M08: { gini: 'Gini index' },
  M05: { up: 'Move up', held: 'Stay', down: 'Move down' },
} as const satisfies SameShape<typeof fr.boardParts>

export const boardBenchmarks = {
  M01: '80 to 85% of staff have access in networks that work; no reference for one community.',
  M02: '27% on average and above 38% when good, over six months and for a whole network; 25% is fine for a large community of practice.',
  M03: '3% in a network of 130,000 people; 35% in a survey of communities.',
  M06: 'Above 20% for public communities measured by day; no reference by week.',
  M08: '2 people in the sample of open-source projects studied.',
  M09: '50%: critical mass. 90%: maturity.',
  M29: 'A known practice, without a comparable value.',
  M33: 'Known dips: May, August, year’s end.',
} as const satisfies SameShape<typeof fr.boardBenchmarks>

export const board2 = {
  title: 'Figures',
  lead: 'The same for members, managers and the sponsor.',
  period: 'Period',
  quarterName: 'Q{quarter} {year}',
  firstQuarterName: 'Q1 {year}',
  computedAt: 'Up to date as of {at}.',
  notYet: 'This community’s figures have not been counted yet.',
  notYetText: 'They are every night, and a few minutes after each conversation.',
  history: 'Count imported history',
  historyHint: 'By default only what happened here counts.',
  formats: 'Take these figures along',
  csv: 'CSV',
  json: 'JSON',
  questions: {
    answers: {
      title: 'Do people find an answer?',
      hint: 'What happens to a question once it is asked here.',
    },
    newcomers: { title: 'Are newcomers welcomed?', hint: 'What follows a first contribution.' },
    carriers: {
      title: 'Who carries the community?',
      hint: 'A community lives when others than its managers carry it.',
    },
    life: { title: 'Who takes part?', hint: 'Reading is a legitimate use: these shares do not aim at 100%.' },
    season: {
      title: 'Is it normal for the season?',
      hint: 'A drop means something only against its season.',
    },
    value: { title: 'What does it bring?', hint: 'What readers declare, and what is read elsewhere.' },
  },
  say: {
    M01: '{value} of employees are members',
    M02: '{value} of members wrote, answered or reacted',
    M03: '{value} of members wrote something',
    M04: 'The core is {value} of members',
    M06: 'An ordinary week brings together {value} of the active people',
    M07: '{value} of the year’s active people took part',
    M08: '{n, plural, one {One person wrote} other {# people wrote}} half of the contributions',
    M09: 'Members bring {value} of the contributions',
    M10: '{n, plural, =0 {Nobody contributed for the first time} one {One person contributed for the first time} other {# people contributed for the first time}}',
    M12: '{value} of first answers come from the managers',
    M13: '{value} of conversations got a reply within the week',
    M14: 'Half of the questions have a reply within {value}',
    M15: '{n, plural, =0 {No question is waiting for an answer} one {One question is waiting for an answer} other {# questions are waiting for an answer}}',
    M16: '{value} of questions have an accepted answer',
    M17: '{n} different people for {m} answers',
    M18: '{value} of conversations are questions',
    M19: '{value} of first contributions got a reply within a business day',
    M20: '{value} of newcomers came back within thirty days',
    none: '{name}: nothing to say about this period',
    counted: '{name}: {part} of {n}',
  },
  fewCases: 'Fewer than twenty cases: only the counts are given, no rate and no trend.',
  up: 'Up on the period before: the intervals do not touch.',
  down: 'Down on the period before: the intervals do not touch.',
  same: 'No sure difference from the period before: the intervals overlap.',
  over: 'Values by period; the last: {period}.',
  seasonIn: 'Season: {observed} contributions for {expected} expected.',
  seasonDefault: 'Season (default profile): {observed} contributions for {expected} expected.',
  reference: 'benchmark: {value}',
  seasonUnknown: 'Season: nothing to compare with yet.',
  defaultProfile: 'default profile',
  seasonTitle: {
    in: 'Activity follows its season: {ratio} of what was expected',
    below: 'Activity is below its season: {ratio} of what was expected',
    above: 'Activity is above its season: {ratio} of what was expected',
    unknown: 'It takes nine weeks of activity to speak of a season',
  },
  seasonDescription: 'Contributions by week, and what the season let expect.',
  expected: 'Expected at this season',
  week: 'Week of',
  contributions: 'Contributions',
  dip: {
    title: 'Less activity than the season explains',
    text: 'For {weeks} weeks people have written clearly less than usual at this time of year. It happens; a question to a few regulars is often enough to start again.',
  },
  definition: 'Definition',
  source: 'Source',
  formula: 'Counting',
  class: 'Who may see it',
  classes: {
    P: 'Public acts: anybody who reads the community can count them.',
    A5: 'A total over at least five people, the same for all members.',
    A10: 'A total over at least ten people, the same for all members.',
  },
  clock: 'In business hours of the site, public holidays excepted.',
  windows: {
    month: '{from} to {to}',
    quarter: '{from} to {to}',
    weeks: 'thirteen weeks, {from} to {to}',
    now: 'today',
  },
  released: 'Published in bands after the close',
  releasedHint:
    'What rests on presence, joins or declarations is rounded, and never given for fewer than five people.',
  notReleased: 'Nothing is published for this period: it is not closed yet, or too few people are concerned.',
  under10: 'less than 10%',
  over90: 'more than 90%',
  band: '{low} to {high}',
  people: '{band} people',
  elsewhereTitle: 'Elsewhere',
  elsewhere: {
    network: 'in the map of ties between entities',
    reports: 'in the report',
    problem: 'in the problem tracker',
    moderation: 'in the moderation register',
    pulses: 'in the pulse, after each wave',
    ambassadors: 'with the ambassadors of the community',
  },
  names: {
    M21: 'Two-way relationships',
    M22: 'Cross-entity ties',
    M23: 'Expertise bus factor',
    M24: 'Isolated newcomers',
    M25: 'Dependency on pillars',
    M26: 'Pulse mood',
    M27: 'Psychological safety',
    M28: 'Moderation climate',
    M30: 'Estimated return',
    M31: 'Maturity',
    M32: 'Ambassadors’ network',
    M34: 'Problem indicator',
    M35: 'Change barrier (ADKAR)',
  },
  unitDays: '{value} days',
  inDays: '{low} to {high} days',
} as const satisfies SameShape<typeof fr.board2>

export const timeSaved = {
  ask: 'This text saved me…',
  label: 'Time saved',
  minutes: {
    '0': 'nothing',
    '5': '5 minutes',
    '15': 'a quarter of an hour',
    '60': 'an hour',
    '240': 'half a day',
  },
  silent: 'Nobody sees your answer; only sums over at least five people are told.',
  kept: 'Thank you. You may change your mind.',
} as const satisfies SameShape<typeof fr.timeSaved>
