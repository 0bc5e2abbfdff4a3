import type { Actor } from '#platform/context.ts'
import { RawJson } from '#platform/http/serve.ts'

type Rule = (answer: unknown) => unknown

// Whoever asks is one object for one request, whatever happens to its context in between.
const rules = new WeakMap<Actor, Map<string, Rule>>()

/** From now on whatever this request answers passes through `rule`, once; the latest of a name stands. */
export function ruleAnswers(actor: Actor, name: string, rule: Rule): void {
  if (actor.kind !== 'member') return
  const mine = rules.get(actor) ?? new Map<string, Rule>()
  mine.set(name, rule)
  rules.set(actor, mine)
}

/** The answer as it may leave; JSON built by PostgreSQL is opened only where there is a rule. */
export function ruled(actor: Actor, answer: unknown): unknown {
  const mine = rules.get(actor)
  if (!mine || answer === undefined || answer === null) return answer
  const plain: unknown = JSON.parse(answer instanceof RawJson ? answer.text : JSON.stringify(answer))
  return [...mine.values()].reduce((now, rule) => rule(now), plain)
}
