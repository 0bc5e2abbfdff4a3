import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'
import { findOwnTraces } from './queries/personal.ts'

/** What pages show about a person, and to whom. Reading a page leaves nothing, so there is no line for it. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'pageAuthor',
    'member part',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.authorship' },
    'untilDeleted',
  ),
  ...fieldsOf(
    'pageVersion',
    'version title note restoredFrom at by bodyMd tags',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.history' },
    'untilDeleted',
  ),
  ...fieldsOf(
    'pageOwner',
    'page reviewOn',
    { class: 'V', seenBy: ['communityReaders'], purpose: 'privacy.owner' },
    'untilDeleted',
  ),
]

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const traces = await findOwnTraces(ctx.tx, memberId)
  return {
    'pageAuthor.member': traces.authored,
    'pageAuthor.part': [...new Set(traces.parts)],
    'pageVersion.version': [String(traces.versions)],
    'pageOwner.page': traces.owned.map(({ title }) => title),
    'pageOwner.reviewOn': traces.owned.map(({ reviewOn }) => reviewOn),
  }
}

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  { screen: 'pages', purpose: 'keepPages', seenBy: ['communityManagers'], fields: ['owner', 'reviewOn'] },
]
