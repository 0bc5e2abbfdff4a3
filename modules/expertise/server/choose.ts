import type { ProposalReason } from '../contract.ts'
import type { Static } from 'typebox'
import type { CandidateRow, EvidenceRow } from './queries/candidates.ts'

/** Nobody holds more than two requests a week, whoever asks (facilitation 7.3). */
export const asksPerWeek = 2
export const peoplePerQuestion = 3

/**
 * The model, measured by `evaluate.ts` (README). A question answered forty questions ago speaks half as loud as the
 * last one; one with the same words thirty times as loud as one without any; somebody silent for a month half as
 * loud as somebody who wrote today. Of three people, the second and third are looked for where the first is weak.
 */
const model = { halfLife: 40, words: 30, silence: 30, covered: 0.5 }
/** Resemblance from which a question without a common tag is on the same subject. */
const sameSubject = 0.15

export interface Chosen {
  candidate: CandidateRow
  reason: Static<typeof ProposalReason>
  subject: string | null
  isConfirmed: boolean
}

/** Sides of the product's rules that the evaluation switches off to know what they cost. */
export interface Rules {
  cap: boolean
  load: boolean
}

interface Support {
  declared: { subject: string | null; isConfirmed: boolean } | null
  isExpert: boolean
  /** Answers on the subject within eighteen months, and questions asked on it. */
  answers: number
  questions: number
  subject: string | null
  accepted: boolean
}

/**
 * z = (answers − questions) / √(answers + questions): how far somebody answers more than they ask on a subject
 * (Zhang, Ackerman and Adamic, Expertise networks in online communities, 2007).
 */
export const zScore = (answers: number, questions: number): number =>
  answers + questions === 0 ? 0 : (answers - questions) / Math.sqrt(answers + questions)

/** Rarely asked first, all else equal: 1 / (1 + requests of the last thirty days). */
export const loadWeight = (askedThisMonth: number): number => 1 / (1 + askedThisMonth)

/**
 * Up to three people for one question: first those who declare its subject, then those whose answers speak for them,
 * then the community's experts. Within each, by what speaks for them, times how rarely they were asked, times how
 * recently they wrote here. Pure: the same rows give the same people.
 */
export function choosePeople(
  postId: string,
  evidence: readonly EvidenceRow[],
  candidates: ReadonlyMap<string, CandidateRow>,
  rules: Rules = { cap: true, load: true },
): Chosen[] {
  const rows = evidence.filter((row) => row.postId === postId)
  const open = new Map(
    [...candidates].filter(
      ([, one]) =>
        !one.isAuthor.includes(postId) &&
        !one.askedAbout.includes(postId) &&
        (!rules.cap || one.takenThisWeek < asksPerWeek),
    ),
  )
  const support = gather(rows, open)
  const weightOf = (id: string): number => {
    const one = open.get(id)!
    const presence = one.silentDays === null ? 0.5 : 0.5 ** (one.silentDays / model.silence)
    return presence * (rules.load ? loadWeight(one.askedThisMonth) : 1)
  }
  const near = rows
    .filter((row) => row.kind === 'near')
    .map((row) => ({
      ids: row.memberIds,
      weight: 0.5 ** (row.distance / model.halfLife) * (1 + model.words * row.similarity),
    }))
  const scores = (): Map<string, number> => {
    const sums = new Map<string, number>()
    for (const { ids, weight } of near)
      for (const id of ids) if (open.has(id)) sums.set(id, (sums.get(id) ?? 0) + weight * weightOf(id))
    return sums
  }
  const chosen: Chosen[] = []
  const taken = new Set<string>()
  const take = (id: string): void => {
    taken.add(id)
    chosen.push(describe(open.get(id)!, support.get(id)!))
    for (const one of near) if (one.ids.includes(id)) one.weight *= model.covered
  }
  const best = (ids: Iterable<string>, score: (id: string) => number): string | undefined =>
    [...ids]
      .filter((id) => !taken.has(id))
      .map((id) => ({ id, score: score(id) }))
      .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))[0]?.id
  const declared = [...support].filter(([, one]) => one.declared).map(([id]) => id)
  const experts = [...support].filter(([, one]) => one.isExpert).map(([id]) => id)
  while (chosen.length < peoplePerQuestion) {
    const sums = scores()
    const next =
      best(
        declared,
        (id) => weightOf(id) * (support.get(id)!.declared!.isConfirmed ? 2 : 1) * (1 + (sums.get(id) ?? 0)),
      ) ??
      best(sums.keys(), (id) => sums.get(id)!) ??
      best(experts, weightOf)
    if (!next) break
    take(next)
  }
  return chosen
}

function gather(rows: readonly EvidenceRow[], open: ReadonlyMap<string, CandidateRow>): Map<string, Support> {
  const support = new Map<string, Support>()
  const of = (id: string): Support => {
    const known = support.get(id)
    if (known) return known
    const fresh: Support = {
      declared: null,
      isExpert: false,
      answers: 0,
      questions: 0,
      subject: null,
      accepted: false,
    }
    support.set(id, fresh)
    return fresh
  }
  for (const row of rows)
    for (const id of row.memberIds) {
      if (!open.has(id)) continue
      const one = of(id)
      const isSubject = row.subject !== null || row.similarity >= sameSubject
      if (row.kind === 'declared') one.declared = { subject: row.subject, isConfirmed: row.isConfirmed }
      if (row.kind === 'expert') one.isExpert = true
      if (row.kind === 'asker') one.questions++
      if (row.kind === 'near' && isSubject && row.isRecent) {
        one.answers++
        one.subject ??= row.subject
        if (row.acceptedId === id) one.accepted = true
      }
    }
  return support
}

function describe(candidate: CandidateRow, one: Support): Chosen {
  if (one.declared)
    return {
      candidate,
      reason: 'askMeAbout',
      subject: one.declared.subject,
      isConfirmed: one.declared.isConfirmed,
    }
  const answersIt = one.subject !== null && (one.accepted || zScore(one.answers, one.questions) > 1)
  const reason = answersIt ? 'answeredTag' : one.isExpert ? 'expert' : 'answeredNear'
  return { candidate, reason, subject: answersIt ? one.subject : null, isConfirmed: false }
}
