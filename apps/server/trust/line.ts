import type { InjectOptions } from 'fastify'
import { actorOf, rightsOf, standingOf } from './world.ts'
import type { ActorName, Place, Visibility, World } from './world.ts'

/** `ok`: neither refused nor hidden. `open`: a public route, which answers everybody by its own rules. */
export type Expected = 'ok' | 401 | 403 | 404 | 'open'

/** One cell's question: may this person do it, in this community? */
export interface Cell {
  name: ActorName
  visibility: Visibility
  place: Place
  world: World
}

/** A line of the matrix: how to call the route, and where the rule is not simply the ability that it declares. */
export interface Line {
  /** Values of the path's parameters beyond those that the world gives by name. */
  params?: (cell: Cell) => Record<string, string>
  query?: string
  body?: (cell: Cell) => InjectOptions['payload']
  /** The decision where it depends on more than the declared ability; undefined falls back to it. */
  decide?: (cell: Cell) => Expected | undefined
}

export const rights = ({ name, visibility, place }: Cell) => rightsOf(name, visibility, place.facts)
export const words = { fr: 'Texte' }
/** Refused by a rule that the caller may know of, once they see or read the object. */
export const unless = (allowed: boolean): Expected => (allowed ? 'ok' : 403)

/** A post's author, or a moderator of its community; both must read it. */
export const authorOrModerator = (cell: Cell): Expected => {
  const can = rights(cell)
  return can.read ? unless(cell.name === 'author' || can.moderate) : 404
}
export const ofPost =
  (allowed: (cell: Cell) => boolean) =>
  (cell: Cell): Expected =>
    rights(cell).read ? unless(allowed(cell)) : 404
export const ofCommunity =
  (allowed: (cell: Cell) => boolean) =>
  (cell: Cell): Expected =>
    rights(cell).see ? unless(allowed(cell)) : 404
export const isEmployee = (cell: Cell) => actorOf(cell.name).memberKind === 'employee'
export const member = (cell: Cell) => cell.world.visitors.member.memberId
export const standing = (cell: Cell) => standingOf(cell.name, cell.visibility)

/** People are seen by employees, and by partners' people who share a community with them. */
export const seesMember = (cell: Cell): Expected =>
  isEmployee(cell) || cell.name === 'guestInside' ? 'ok' : 404
