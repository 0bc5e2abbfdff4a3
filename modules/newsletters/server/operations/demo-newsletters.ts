import type { Audience, Block } from '#modules/newsletters/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { insertIssue } from '../queries/issues.ts'
import { insertEditor, insertNewsletter } from '../queries/newsletters.ts'
import { keepVersion, lockPart, updatePart } from '../queries/parts.ts'

export interface DemoNewsletter {
  name: LocalText
  purpose: LocalText
  leadId: string
  writerId: string
  /** A site by its name, and who writes its edition. */
  edition: { site: string; editorId: string }
  issues: readonly {
    at: Date
    title: LocalText
    opening: LocalText
    lead: LocalText
    postIds: readonly string[]
  }[]
  draft: {
    title: LocalText
    opening: LocalText
    local: LocalText
    postIds: readonly string[]
    deadline: Date
  }
}

const everyone: Audience = { mode: 'everyone', siteIds: [], entityIds: [], communityIds: [], languages: [] }

const blocksOf = (opening: LocalText, lead: LocalText, postIds: readonly string[]): Block[] => [
  { id: 'opening', kind: 'text', text: opening, isPrinted: true },
  { id: 'heading', kind: 'heading', text: { fr: 'Dans les ateliers', en: 'In the workshops' } },
  ...postIds.map((id, index): Block => ({
    id: `quoted${index}`,
    kind: 'item',
    item: { kind: 'post', id },
    isPrinted: true,
    ...(index === 0 && { text: lead }),
    ...(index > 1 && { isOptional: true }),
  })),
]

/** Only for the demo company: issues of the past with what became of them, and one in preparation. Nobody is mailed. */
export async function addDemoNewsletter(ctx: Context, demo: DemoNewsletter): Promise<void> {
  const { tx, now } = ctx
  const start = demo.issues[0]!.at
  const newsletterId = newId(start.getTime())
  await insertNewsletter(tx, {
    id: newsletterId,
    name: demo.name,
    purpose: demo.purpose,
    languages: ['fr', 'en'],
    rhythm: 'monthly',
    communityId: null,
    memberId: demo.leadId,
    now: start,
    demo: true,
  })
  const edition = await tx.row<{ id: string }>(
    `insert into newsletters.edition (id, newsletter_id, name, position, site_id, created_at)
     select $1, $2, s.name, 0, s.id, $4 from people.site s where s.name = $3 and s.demo returning id`,
    [newId(start.getTime()), newsletterId, demo.edition.site, start],
  )
  for (const memberId of [demo.leadId, demo.writerId])
    await insertEditor(tx, { newsletterId, memberId, editionId: null, by: demo.leadId, now: start })
  if (edition)
    await insertEditor(tx, {
      newsletterId,
      memberId: demo.edition.editorId,
      editionId: edition.id,
      by: demo.writerId,
      now: start,
    })
  const write = async (
    issueId: string,
    editionId: string | null,
    blocks: readonly Block[],
    memberId: string,
    at: Date,
  ): Promise<void> => {
    const part = await lockPart(tx, { id: newId(at.getTime()), issueId, editionId, now: at })
    await updatePart(tx, { id: part.id, blocks, leftOut: [], isReady: false, memberId, now: at })
    await keepVersion(tx, { partId: part.id, version: part.version + 1, blocks, memberId, now: at })
  }
  for (const issue of demo.issues) {
    const id = newId(issue.at.getTime())
    await insertIssue(tx, {
      id,
      newsletterId,
      title: issue.title,
      audience: everyone,
      memberId: demo.writerId,
      now: issue.at,
    })
    await write(id, null, blocksOf(issue.opening, issue.lead, issue.postIds), demo.writerId, issue.at)
    await tx.run(
      `update newsletters.issue set state = 'sent', scheduled_for = $2, started_at = $2, finished_at = $2::timestamptz + interval '20 minutes',
              demo_report = (select jsonb_build_object('queued', n, 'sent', n - 3, 'bounced', 1, 'withheld', 2)
                               from (select count(*)::int as n from people.member where demo and kind = 'employee' and created_at <= $2) m where n > 3)
        where id = $1`,
      [id, issue.at],
    )
  }
  const yesterday = new Date(now.getTime() - 86_400_000)
  const id = newId(yesterday.getTime())
  await insertIssue(tx, {
    id,
    newsletterId,
    title: demo.draft.title,
    audience: everyone,
    memberId: demo.writerId,
    now: yesterday,
  })
  await tx.run('update newsletters.issue set local_deadline = $2 where id = $1', [id, demo.draft.deadline])
  const common = blocksOf(
    demo.draft.opening,
    { fr: 'À lire en premier :', en: 'To read first:' },
    demo.draft.postIds,
  )
  await write(id, null, [...common, { id: 'localpart', kind: 'local' }], demo.writerId, yesterday)
  if (edition)
    await write(
      id,
      edition.id,
      [
        { id: 'mulhouse', kind: 'heading', text: { fr: 'À Mulhouse', en: 'In Mulhouse' } },
        { id: 'meeting', kind: 'text', text: demo.draft.local },
      ],
      demo.edition.editorId,
      now,
    )
}

/** Removes the newsletters of the demo company. */
export const removeDemoNewsletters = (ctx: Context): Promise<number> =>
  ctx.tx.run('delete from newsletters.newsletter where demo')
