import type { Tx } from '#platform/db/tx.ts'
import type { Organisation } from '#modules/people/contract.ts'

const columns = `name, languages, default_language as "defaultLanguage", timezone`

export const findOrganisation = (tx: Tx): Promise<Organisation | undefined> =>
  tx.row<Organisation>(`select ${columns} from people.organisation`)

/** False when there is one already. */
export async function insertOrganisation(tx: Tx, organisation: Organisation, now: Date): Promise<boolean> {
  const made = await tx.run(
    `insert into people.organisation (name, languages, default_language, timezone, created_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing`,
    [organisation.name, organisation.languages, organisation.defaultLanguage, organisation.timezone, now],
  )
  return made === 1
}

export async function updateOrganisation(tx: Tx, organisation: Organisation): Promise<void> {
  await tx.run(
    `update people.organisation set name = $1, languages = $2, default_language = $3, timezone = $4`,
    [organisation.name, organisation.languages, organisation.defaultLanguage, organisation.timezone],
  )
}
