import { board2, boardBenchmarks, boardFigures, boardParts, timeSaved } from './board-en.ts'
import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'
import { releasePersonalFields, releasePrivacy, releaseRetention, releaseWords } from './release-en.ts'

export default {
  ...releaseWords,
  figure: {
    ...boardFigures,
    M04: {
      name: 'Circles',
      definition:
        'Shares of members over thirteen whole weeks. Core: at least eight contributions spread over at least four weeks. Occasional: at least one contribution. Readers: present, without a contribution. Absent: the others. A contribution is a post, a question, an answer or a comment. Presence is one single bit per member and month, without a day or an hour; the shares that rest on it are rounded to 10% and appear only if each group has at least five people. An imported account that cannot sign in counts as a member only if it contributed in the window.',
      decision: 'Is the core renewing itself? Reading is a legitimate use: no list of readers exists.',
    },
    M10: {
      name: 'New contributors',
      definition:
        'People whose very first contribution to the community (post, question, answer or comment) falls in the window.',
      decision: 'Size the welcome work.',
    },
    M12: {
      name: 'First answers by the manager',
      definition:
        'Of the questions of the window that another person answered, those whose first answer came from somebody who managed the community at that moment.',
      decision: 'Hold back: this share should fall as the community answers by itself.',
    },
    M13: {
      name: 'Response rate',
      definition:
        'Conversations (questions and other posts) that had at least one comment or answer by somebody other than their author within seven days. Reactions do not count. If the last days of the window have not had their seven days yet, the window moves back accordingly.',
      decision: 'Decide how many people watch over the questions that wait.',
    },
    M14: {
      name: 'Time to first response',
      definition:
        'Median time from a question to the first comment or answer by another person, estimated by the method of Kaplan and Meier: a question still without a reply counts for as long as it has waited. The 95% interval is that of Brookmeyer and Crowley. In business hours the clock runs only while the site is open, public holidays excepted. The delays of members and of managers are estimated separately, each without the other.',
      decision: 'Set the ladder that rescues questions.',
    },
    M15: {
      name: 'Unanswered questions',
      definition:
        'Open questions without an answer by another person at the end of the window, by age in business days. Imported ones count only if they were asked in the window.',
      decision: 'Rescue one now. Suggested mark: none older than two business days.',
    },
    M16: {
      name: 'Acceptance rate',
      definition:
        'Of the questions at least seven days old, those with an accepted answer. If the last days of the window are too recent, the window moves back accordingly.',
      decision: 'Ask the person who asked to say what helped.',
    },
    M17: {
      name: 'Answerer breadth',
      definition:
        'Number of different people who answered, divided by the number of answers, over thirteen whole weeks.',
      decision: 'Widen the circle of those who answer.',
    },
    M18: {
      name: 'Share of questions',
      definition: 'Questions among all conversations opened in the window.',
      decision: 'Move from broadcast to dialogue.',
    },
    M19: {
      name: 'Newcomer reply rate',
      definition:
        'First contributions of the window to which another person replied within one business day. For a post or question any comment or answer counts; for a comment or answer, what follows right below it, under the same message, or names the person. Contributions less than one business day old wait their turn.',
      decision: 'Keep up the welcome queue. Target: all of them.',
    },
    M20: {
      name: 'Newcomer retention',
      definition:
        'Of the people whose first contribution is more than thirty days old, those who contributed again within thirty days. The window moves back as far as needed. The share is also read by whether the first contribution had a reply before the second; that is an association, not the proof of a cause.',
      decision: 'Suggest a buddy, a first small mission.',
    },
  },
  part: {
    M02: boardParts.M02,
    M05: boardParts.M05,
    M08: boardParts.M08,
    M04: { ...boardParts.M04, core: 'Core', occasional: 'Occasional', reader: 'Readers', absent: 'Absent' },
    M14: {
      p75: 'Three questions in four',
      p90: 'Nine questions in ten',
      member: 'Reply by a member',
      manager: 'Reply by a manager',
    },
    M15: {
      under1: 'Less than a business day',
      from1to2: 'One to two days',
      from2to5: 'Two to five days',
      over5: 'More than five days',
    },
    M20: { withReply: 'First message with a reply', withoutReply: 'First message without a reply' },
  },
  benchmark: {
    ...boardBenchmarks,
    none: 'No published reference: compare with yourself.',
    M04: 'Active, occasional and readers: 15, 20 and 65% in one survey; 0.7, 2.3 and 97% in a large company network.',
    M13: '58%: reached by the 20% of networks that reply most.',
    M14: 'No comparable reference. A known practice: alert after 12 hours.',
    M19: '61% of first messages get a reply unprompted in the groups studied.',
    M20: '44% come back without a reply, 56% with one, in the groups studied.',
  },
  withheld: {
    fewCases: 'Fewer than twenty cases: counts only.',
    fewDelays: 'Fewer than five questions: no delay.',
    noCase: 'No case in this window.',
    notReached: 'Too many questions still wait for this delay to be known.',
    privacy: 'Fewer than five people in a group: not published.',
  },
  window: {
    window: '{from} to {to}',
    quarter: 'Thirteen weeks, {from} to {to}',
    now: 'On {to}',
    matured: '{from} to {to}, so that the latest ones have had their time',
  },
  unit: { percent: '{value}%', hours: '{value} h', businessHours: '{value} business h', ratio: '{value}' },
  interval: '{low} to {high}',
  n: 'n = {n}',
  counted: '{part} of {n}',
  clock: { wall: 'Wall-clock hours', business: 'Business hours' },
  imported:
    'The window contains imported history: it counts here like the rest. The shared “former member” account is not taken for a person.',
  howComputed: 'How this is computed',
  decisionLabel: 'What it is for',
  sameForAll: 'Members, managers and sponsors read the same figures.',
  board: {
    title: 'Figures',
    period: 'Period',
    periods: { d28: '28 days', d91: 'Quarter', d365: 'One year' },
    clock: 'Clock',
    groups: { questions: 'Questions', people: 'People', circles: 'Circles' },
    interval: '95% interval: {interval}',
    benchmark: '{text} Source: {source}.',
    unknown: 'not known yet',
    none: 'no case',
    month: 'Month',
    value: 'Value',
    circle: 'Circle',
    share: 'Share of members',
    age: 'Waiting for',
    questions: 'Questions',
    M13: '{value}% of conversations got a reply within the week',
    M14: 'Half of the questions have a first answer within {value}',
    M15: '{n, plural, =0 {No question has been waiting for more than two business days} one {One question has been waiting for more than two business days} other {# questions have been waiting for more than two business days}}',
    M04: '{core}% of members form the core, {occasional}% contribute occasionally',
    seriesM13: 'Response rate by month, where there are at least twenty conversations.',
    seriesM14: 'Median time to first answer by month, where there are enough questions.',
    bandsM15: 'Unanswered questions by age in business days.',
    sharesM04: 'Shares of members in each circle.',
    publicOnly: 'You are reading the figures made of public acts. The others are for members.',
    empty: 'Nothing to count in this period. Choose a longer one.',
  },
  closed: board2,
  timeSaved,
  refusal: {
    periodNotClosed:
      'This period is not closed, or lies before what was counted. Choose a month or quarter that is over.',
    ownText: 'This is your own text.',
    thresholdOnlyRises: 'The publication threshold can only rise: it is {k} people.',
    windowUnusable:
      'This window cannot be used: it starts after its end, or is longer than twenty-five years.',
    guestsSeeNoFigures: 'The community’s figures are for colleagues of the organisation.',
  },
  personalField: {
    timeSaved: { commentId: 'Texts whose gain you told', minutes: 'Time that you say you saved' },
    ...releasePersonalFields,
    presence: { month: 'Months when you came by' },
  },
  privacy: {
    timeSaved:
      'To add up the time that the community saves. Nobody sees your answer; only sums over at least five people are told.',
    ...releasePrivacy,
    presence:
      'To count, as shares only, the people who came by in a month. No day, no hour, no page; nobody sees it with your name.',
  },
  retention: {
    timeSaved: 'Until you take it back or the text is gone',
    ...releaseRetention,
    presence: 'Thirteen months',
  },
} as const satisfies SameShape<typeof fr>
