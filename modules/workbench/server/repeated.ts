/** What grouping needs to know of a question. */
export interface Alike {
  id: string
  createdAt: Date
  answers: number
  helped: number
  isAccepted: boolean
  likeIds: readonly string[]
}

/**
 * Questions that resemble one another, directly or through a third, as groups; only groups in which something was
 * answered, the largest first, then the latest. `best` is where the page starts: accepted, then most useful, then
 * most answered, then latest.
 */
export function groupAlike<Q extends Alike>(questions: readonly Q[]): { best: Q; all: Q[] }[] {
  const byId = new Map(questions.map((one) => [one.id, one]))
  const seen = new Set<string>()
  const groups: { best: Q; all: Q[] }[] = []
  for (const question of questions) {
    if (seen.has(question.id)) continue
    const all: Q[] = []
    const ahead = [question]
    seen.add(question.id)
    for (let one = ahead.pop(); one; one = ahead.pop()) {
      all.push(one)
      for (const id of one.likeIds) {
        const next = byId.get(id)
        if (!next || seen.has(id)) continue
        seen.add(id)
        ahead.push(next)
      }
    }
    const best = all.toSorted(
      (a, b) =>
        Number(b.isAccepted) - Number(a.isAccepted) ||
        b.helped - a.helped ||
        b.answers - a.answers ||
        b.createdAt.getTime() - a.createdAt.getTime(),
    )[0]!
    if (all.length > 1 && best.answers > 0)
      groups.push({ best, all: all.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime()) })
  }
  return groups.toSorted(
    (a, b) => b.all.length - a.all.length || b.all[0]!.createdAt.getTime() - a.all[0]!.createdAt.getTime(),
  )
}
