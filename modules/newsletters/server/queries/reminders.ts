import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

export const findReceiver = (
  tx: Tx,
  memberId: string,
): Promise<{ email: string | null; displayName: string; language: 'fr' | 'en' } | undefined> =>
  tx.row(
    `select email, display_name as "displayName", interface_language as language from people.member where id = $1 and state = 'active'`,
    [memberId],
  )

/** Editions whose deadline comes within two days and whose editors are not ready. */
export const listEditionsDue = (tx: Tx, now: Date): Promise<{ issueId: string; editionId: string }[]> =>
  tx.rows(
    `select i.id as "issueId", e.id as "editionId" from newsletters.issue i
       join newsletters.edition e on e.newsletter_id = i.newsletter_id
       left join newsletters.part p on p.issue_id = i.id and p.edition_id = e.id
      where i.state = 'draft' and i.local_deadline > $1 and i.local_deadline <= $1::timestamptz + interval '48 hours' and p.ready_at is null
        and not exists (select 1 from newsletters.reminder r where r.issue_id = i.id and r.edition_id = e.id and r.kind = 'due')
      limit 500`,
    [now],
  )

export const insertReminder = (
  tx: Tx,
  issueId: string,
  editionId: string,
  kind: 'due' | 'changed',
  now: Date,
): Promise<number> =>
  tx.run(
    `insert into newsletters.reminder (issue_id, edition_id, kind, at) values ($1, $2, $3, $4) on conflict do nothing`,
    [issueId, editionId, kind, now],
  )

export const listEditionEditors = async (tx: Tx, editionId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select e.member_id as id from newsletters.editor e join people.member m on m.id = e.member_id and m.state = 'active'
        where e.edition_id = $1`,
      [editionId],
    )
  ).map(({ id }) => id)

/** What a notice is about, for somebody who writes there now. */
export const listNoticeFacts = (
  tx: Tx,
  memberId: string,
  newsletterIds: readonly string[],
  issueIds: readonly string[],
): Promise<{ newsletterId: string; name: LocalText; issueId: string | null; title: LocalText | null }[]> =>
  tx.rows(
    `select n.id as "newsletterId", n.name, i.id as "issueId", i.title
       from newsletters.newsletter n left join newsletters.issue i on i.newsletter_id = n.id and i.id = any($3::uuid[])
      where (n.id = any($2::uuid[]) or i.id is not null)
        and exists (select 1 from newsletters.editor e where e.newsletter_id = n.id and e.member_id = $1)`,
    [memberId, newsletterIds, issueIds],
  )
