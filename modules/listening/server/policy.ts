import type { ThemeState } from '#modules/listening/contract.ts'
import { minPeople } from '#modules/listening/words.ts'

interface Facts {
  state: ThemeState
  people: number
  createdBy: string | null
  checkAskedBy: string | null
  checkTo: string | null
}

/** Words and texts may change until the theme was passed on. */
export const canEdit = ({ state }: Pick<Facts, 'state'>): boolean =>
  state === 'coding' || state === 'checking' || state === 'checked'

/** Fewer than five different people are not a theme yet. */
export const hasEnoughPeople = ({ people }: Pick<Facts, 'people'>): boolean => people >= minPeople

/** The second person is neither who coded the theme nor who asked; where one was named, it is that one. */
export function canCheck(memberId: string, facts: Facts, mayModerate: boolean): true | string {
  if (facts.state !== 'checking') return 'notThisState'
  if (facts.checkTo === null ? !mayModerate : facts.checkTo !== memberId) return 'someoneElse'
  return memberId === facts.createdBy || memberId === facts.checkAskedBy ? 'someoneElse' : true
}

/** A checked theme of five people at least is passed on; again only where the decision-maker has left. */
export const canAsk = (facts: Facts & { deciderIsActive: boolean }): boolean =>
  hasEnoughPeople(facts) && (facts.state === 'checked' || (facts.state === 'asked' && !facts.deciderIsActive))

/** What five people were heard to say is never dropped without a word; before that it goes back to the board. */
export const canClose = (facts: Facts): boolean =>
  facts.state === 'asked' ||
  facts.state === 'decided' ||
  (facts.state === 'checked' && hasEnoughPeople(facts))
