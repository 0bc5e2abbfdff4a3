import { listMemberCards } from '#modules/people/public.ts'
import type { OwnTies } from '#modules/measurement/network-contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { constraint, graphOf, participation } from '../network/measures.ts'
import { listCommunityRefs, listEntities, listOwnArcs } from '../network/queries.ts'
import { buildTies } from '../network/ties.ts'
import type { Tie } from '../network/ties.ts'

const days = 91
const mostBridges = 5

/**
 * My ties of the last 91 days, from what I can read now: whom I exchange with, how far that spreads, whom I link.
 * Computed when I look, never kept, for nobody else. Four statements.
 */
export async function readOwnTies(ctx: MemberContext): Promise<OwnTies> {
  const { memberId, memberKind } = ctx.actor
  const from = new Date(ctx.now.getTime() - days * 86_400_000)
  const arcs = await listOwnArcs(ctx.tx, memberId, memberKind === 'employee', from, ctx.now)
  const ties = buildTies(arcs)
  const contactOf = ({ a, b }: Tie): string => (a === memberId ? b : a)
  const own = ties
    .filter(({ a, b }) => a === memberId || b === memberId)
    .toSorted((one, other) => other.weight - one.weight || Number(other.isTwoWay) - Number(one.isTwoWay))
  const contacts = own.map(contactOf)
  const entities = await listEntities(ctx.tx, [memberId, ...contacts])
  const entityOf = new Map(entities.flatMap((row) => (row.entity ? [[row.memberId, row.entity]] : [])))
  const cards = new Map((await listMemberCards(ctx, contacts)).map((card) => [card.id, card]))
  const refs = await listCommunityRefs(ctx.tx, [...new Set(arcs.map((arc) => arc.communityId))])
  const communitiesWith = Map.groupBy(
    arcs.filter((arc) => arc.from === memberId || arc.to === memberId),
    (arc) => (arc.from === memberId ? arc.to : arc.from),
  )
  const graph = graphOf(ties, entityOf)
  const isThere = graph.hasNode(memberId)
  return {
    from: from.toISOString().slice(0, 10),
    to: ctx.now.toISOString().slice(0, 10),
    people: own.length,
    twoWay: own.filter(({ isTwoWay }) => isTwoWay).length,
    spread: isThere ? hundredth(participation(graph, memberId)) : null,
    constraint: isThere ? hundredth(constraint(graph, memberId)) : null,
    bridges: bridgesOf(contacts, ties, entityOf),
    ties: own.flatMap((tie) => {
      const contact = contactOf(tie)
      const member = cards.get(contact)
      if (!member) return []
      const shared = new Set(communitiesWith.get(contact)?.map((arc) => arc.communityId))
      return {
        member,
        isTwoWay: tie.isTwoWay,
        threads: tie.weight,
        isSameEntity: entityOf.has(contact) && entityOf.get(contact) === entityOf.get(memberId),
        communities: [...shared].flatMap((id) => refs.get(id) ?? []),
      }
    }),
  }
}

/** Entities of my contacts between which no two of my contacts exchange: there, I am the way. */
function bridgesOf(
  contacts: readonly string[],
  ties: readonly Tie[],
  entityOf: ReadonlyMap<string, string>,
): { a: string; b: string }[] {
  const among = new Set(contacts)
  const linked = new Set(
    ties
      .filter(({ a, b }) => among.has(a) && among.has(b))
      .map(({ a, b }) => [entityOf.get(a) ?? '', entityOf.get(b) ?? ''].toSorted().join('\u0000')),
  )
  const entities = [...new Set(contacts.flatMap((contact) => entityOf.get(contact) ?? []))].toSorted()
  return entities
    .flatMap((a, index) => entities.slice(index + 1).map((b) => ({ a, b })))
    .filter(({ a, b }) => !linked.has(`${a}\u0000${b}`))
    .slice(0, mostBridges)
}

const hundredth = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100
