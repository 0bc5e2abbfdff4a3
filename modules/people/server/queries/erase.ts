import type { Tx } from '#platform/db/tx.ts'

/** The name of a former member, in the organisation's language: nobody is left to prefer one. */
const formerName = `(select case when o.default_language = 'en' then 'Former member' else 'Ancien membre' end from people.organisation o)`

export async function eraseMember(tx: Tx, memberId: string, now: Date): Promise<void> {
  for (const table of ['session', 'credential', 'one_time_token', 'administrator'])
    await tx.run(`delete from people.${table} where member_id = $1`, [memberId])
  await tx.run(
    `update people.member
        set state = 'dormant', state_at = $2, email = null, display_name = coalesce(${formerName}, 'Ancien membre'),
            given_name = null, family_name = null, pronouns = null, job_title = null, about = null, ask_me_about = '{}',
            entity_id = null, site_id = null, languages = '{}', timezone = null,
            photo_blob_id = null, photo_small_blob_id = null
      where id = $1`,
    [memberId, now],
  )
}
