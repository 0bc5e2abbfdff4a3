/** What became of the rows of one kind. `fresh` are those that were not there before this import. */
export interface KindReport {
  read: number
  taken: number
  fresh: number
  skipped: Record<string, number>
}

export interface Problem {
  file: string
  line: number
  reason: string
  detail: string
}

export const kinds = [
  'users',
  'questions',
  'answers',
  'comments',
  'acceptedAnswers',
  'votes',
  'closures',
  'links',
  'tags',
  'otherPosts',
  'badges',
] as const
export type Kind = (typeof kinds)[number]

/** One report of an import: taken, skipped and why. Plain data: it is kept in the checkpoint. */
export interface Tally {
  kinds: Record<Kind, KindReport>
  /** The first hundred rows that could not be read. */
  problems: Problem[]
  problemCount: number
  /** Whole weeks by which every date was moved; absent: dates are those of the source. */
  shiftWeeks?: number
}

export const emptyTally = (): Tally => ({
  kinds: Object.fromEntries(
    kinds.map((kind) => [kind, { read: 0, taken: 0, fresh: 0, skipped: {} }]),
  ) as unknown as Tally['kinds'],
  problems: [],
  problemCount: 0,
})

const mostProblems = 100

export function noteProblem(tally: Tally, problem: Problem): void {
  tally.problemCount++
  if (tally.problems.length < mostProblems) tally.problems.push(problem)
}

export const skip = (report: KindReport, reason: string, n = 1): void => {
  report.skipped[reason] = (report.skipped[reason] ?? 0) + n
}

/** Why something was left out, in words. */
const reasons: Record<string, string> = {
  duplicateId: 'the same id twice in the file',
  noDate: 'without a usable date',
  noId: 'without an id',
  emptyText: 'without any text',
  absentQuestion: 'answers to an absent question',
  absentPost: 'on a post that is not in the dump',
  onSkippedPost: 'on a post that was left out',
  absentAnswer: 'the accepted answer is not in the dump',
  orphan: 'on posts that are not in the dump',
  tagWiki: 'descriptions of tags',
  otherPost: 'other kinds of post',
  badge: 'thanks are words here, not points',
  unusedTag: 'used by no post',
  notAQuestion: 'not between two questions',
  otherLink: 'other kinds of link',
  acceptance: 'acceptances, counted above: their date is kept',
  down: 'down votes have no counterpart',
  favourite: 'bookmarks are private',
  notAnAnswer: 'acceptance of something else than an answer',
  offensive: 'flags of the source',
  spam: 'flags of the source (spam)',
  close: 'votes to close',
  reopen: 'votes to reopen',
  deletion: 'votes to delete',
  undeletion: 'votes to undelete',
  bountyStart: 'bounties',
  bountyClose: 'bounties (end)',
  moderatorReview: 'moderator reviews',
  approvedEdit: 'approved edits',
  otherVote: 'other kinds of vote',
}
export const reasonInWords = (reason: string): string => reasons[reason] ?? reason

const kindInWords: Record<Kind, string> = {
  users: 'people',
  questions: 'questions',
  answers: 'answers',
  comments: 'comments',
  acceptedAnswers: 'accepted answers',
  votes: 'votes',
  closures: 'closed questions',
  links: 'links',
  tags: 'tags',
  otherPosts: 'other posts',
  badges: 'badges',
}

/** Kinds that are not things of their own here: nothing of them can be new. */
const unheld: ReadonlySet<Kind> = new Set(['tags', 'otherPosts', 'badges'])

/** The report as rows of a table: kind, read, taken, of which new, skipped and why. */
export function reportTable(tally: Tally): (string | number)[][] {
  const rows: (string | number)[][] = [['', 'read', 'taken', 'new', 'skipped', '']]
  for (const kind of kinds) {
    const { read, taken, fresh, skipped } = tally.kinds[kind]
    const why = Object.entries(skipped).toSorted(([, a], [, b]) => b - a)
    const total = why.reduce((sum, [, n]) => sum + n, 0)
    rows.push([
      kindInWords[kind],
      read,
      taken,
      unheld.has(kind) ? '' : fresh,
      total,
      why[0] ? `${why[0][1]} ${reasonInWords(why[0][0])}` : '',
    ])
    for (const [reason, n] of why.slice(1)) rows.push(['', '', '', '', '', `${n} ${reasonInWords(reason)}`])
  }
  return rows
}
