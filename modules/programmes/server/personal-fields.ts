import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { findOwnTraces } from './queries/people.ts'

/** What programmes say about people: who leads, carries, owns; who wrote down what. All of it roles that were accepted. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'programmeRole',
    `id name phase state visibility vision whyNow leader coLeaders sponsor sponsorAgreedAt problem baseline baselineOn measured
     populations communities next wins announced history asked closing createdAt closedAt can`.replace(
      /\s+/g,
      ' ',
    ),
    { class: 'V', seenBy: ['everyone'], purpose: 'privacy.role' },
    'programme',
  ),
  ...fieldsOf(
    'programmePhase',
    'from to at by reason missing',
    { class: 'V', seenBy: ['everyone'], purpose: 'privacy.phase' },
    'programme',
  ),
  ...fieldsOf(
    'programmeCard',
    `id kind accelerator title detail owner on population channel who places nextStep state doneAt outcome refusedWhy toldAt post
     gathering`.replace(/\s+/g, ' '),
    { class: 'V', seenBy: ['everyone'], purpose: 'privacy.card' },
    'programme',
  ),
  ...fieldsOf(
    'programmeHeard',
    'id sort source on text tag by namesAgreed theme',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.heard' },
    'programme',
  ),
  ...fieldsOf(
    'programmePlanning',
    'id text at by',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.planning' },
    'programme',
  ),
  ...fieldsOf(
    'programmeKit',
    'version at by',
    { class: 'V', seenBy: ['everyone'], purpose: 'privacy.kit' },
    'programme',
  ),
  ...fieldsOf(
    'programmeFounder',
    'member namedAt',
    { class: 'V', seenBy: ['administrators', 'self'], purpose: 'privacy.founder' },
    'founder',
  ),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnTraces(ctx.tx, memberId)
  return {
    'programmeRole.leader': own.roles,
    'programmeCard.owner': own.cards,
    'programmeHeard.by': count(own.heard),
    'programmeFounder.member': count(own.founder),
  }
}
