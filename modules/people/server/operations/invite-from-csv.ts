import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { CsvReport } from '#modules/people/contract.ts'
import { audit } from '../audit.ts'
import { readPeopleCsv } from '../csv.ts'
import type { CsvPerson } from '../csv.ts'
import { sendInvitationMail } from '../jobs.ts'
import { invitationLink } from '../links.ts'
import { createMembers, getOrganisation } from '../queries/doors.ts'
import { enqueueForMembers } from '../queries/invitations.ts'
import {
  findPlaceKeys,
  insertMissingEntities,
  insertMissingSites,
  listKnownEmails,
} from '../queries/places.ts'
import { insertInvitationTokens } from '../queries/tokens.ts'
import { lifetimes, newToken } from '../tokens.ts'

const shownErrors = 200

/** Names by their lower-case form, as first written. */
function distinctNames(names: readonly (string | null)[]): Map<string, string> {
  const byKey = new Map<string, string>()
  for (const name of names)
    if (name !== null && !byKey.has(name.toLowerCase())) byKey.set(name.toLowerCase(), name)
  return byKey
}

/**
 * Invites people from a file. Without `confirm` it only says what would happen; with it, everything happens in the
 * caller's transaction or nothing does, and a file with a wrong row is refused. Known addresses are left alone, so
 * that the same file may be sent again. A statement per thousand rows of people, whatever the number of rows.
 */
export async function inviteFromCsv(
  ctx: MemberContext,
  bytes: Buffer,
  confirm: boolean,
  services: Services,
): Promise<CsvReport> {
  const content = await readPeopleCsv(bytes)
  const known = new Set(
    await listKnownEmails(
      ctx.tx,
      content.people.map((person) => person.email),
    ),
  )
  const fresh = content.people.filter((person) => !known.has(person.email))
  const places = await findPlaceKeys(ctx.tx)
  const entityIds = new Map(places.entities.map(({ key, id }) => [key, id]))
  const siteIds = new Map(places.sites.map(({ key, id }) => [key, id]))
  const missing = (names: Map<string, string>, ids: Map<string, string>) =>
    [...names].filter(([key]) => !ids.has(key)).map(([, name]) => name)
  const newEntities = missing(distinctNames(fresh.map((person) => person.entity)), entityIds)
  const newSites = missing(distinctNames(fresh.map((person) => person.site)), siteIds)
  const report: CsvReport = {
    isDone: false,
    rows: content.rows,
    invited: fresh.length,
    alreadyHere: content.people.length - fresh.length,
    errorCount: content.problems.length,
    errors: content.problems.slice(0, shownErrors),
    ignoredColumns: content.ignoredColumns,
    newEntities,
    newSites,
    sample: fresh
      .slice(0, 10)
      .map(({ email, displayName, entity, site }) => ({ email, displayName, entity, site })),
    links: [],
  }
  if (!confirm) return report
  if (content.problems.length > 0)
    throw new Refusal('csvRefused', { reason: 'hasErrors', errorCount: content.problems.length })

  const organisation = await getOrganisation(ctx)
  await insertMissingEntities(
    ctx.tx,
    newEntities.map(() => newId()),
    newEntities,
  )
  await insertMissingSites(
    ctx.tx,
    newSites.map(() => newId()),
    newSites,
    organisation.timezone,
  )
  // Read again: somebody may have added the same place meanwhile.
  const now = await findPlaceKeys(ctx.tx)
  const idOf = (all: readonly { id: string; key: string }[]) => new Map(all.map(({ key, id }) => [key, id]))
  const invited = await insertPeople(
    ctx,
    fresh,
    idOf(now.entities),
    idOf(now.sites),
    organisation.defaultLanguage,
  )
  if (services.mailer.isConfigured)
    await enqueueForMembers(
      ctx,
      sendInvitationMail,
      invited.map((person) => person.id),
    )
  else {
    const tokens = invited.map((person) => ({ ...person, ...newToken() }))
    await insertInvitationTokens(
      ctx.tx,
      tokens.map(({ hash, id }) => ({ hash, memberId: id })),
      { now: ctx.now, lifetime: lifetimes.invitation },
    )
    report.links = tokens.map(({ email, token }) => ({ email, link: invitationLink(services, token) }))
  }
  await audit(ctx, 'membersInvitedFromFile', null, {
    invited: invited.length,
    alreadyHere: report.alreadyHere,
  })
  return { ...report, isDone: true, invited: invited.length }
}

async function insertPeople(
  ctx: MemberContext,
  fresh: readonly CsvPerson[],
  entities: Map<string, string>,
  sites: Map<string, string>,
  language: 'fr' | 'en',
): Promise<{ id: string; email: string }[]> {
  const invited: { id: string; email: string }[] = []
  for (let start = 0; start < fresh.length; start += 1_000) {
    const batch = fresh.slice(start, start + 1_000).map((person) => ({ id: newId(), person }))
    const made = new Set(
      await createMembers(
        ctx,
        batch.map(({ id, person }) => ({
          id,
          state: 'invited' as const,
          email: person.email,
          displayName: person.displayName,
          givenName: person.givenName,
          familyName: person.familyName,
          jobTitle: person.jobTitle,
          entityId: person.entity === null ? null : (entities.get(person.entity.toLowerCase()) ?? null),
          siteId: person.site === null ? null : (sites.get(person.site.toLowerCase()) ?? null),
          languages: person.languages,
          interfaceLanguage: person.languages.find((tag) => tag === 'fr' || tag === 'en') ?? language,
        })),
      ),
    )
    for (const { id, person } of batch) if (made.has(id)) invited.push({ id, email: person.email })
  }
  return invited
}
