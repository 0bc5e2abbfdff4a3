import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { getNewsletter, viewerOf } from '../access.ts'
import { setRefusal } from '../queries/issues.ts'
import { deleteOwnTrouble, findOwnTrouble, listMine, listTroubles } from '../queries/newsletters.ts'

/** Which newsletters I receive, and whether mails reach me. */
export const readMine = async (ctx: MemberContext) => ({
  items: await listMine(ctx.tx, viewerOf(ctx)),
  trouble: (await findOwnTrouble(ctx.tx, ctx.actor.memberId)) ?? null,
})

/** A person receives a newsletter by mail, or not. Its issues stay readable. */
export async function chooseNewsletter(
  ctx: MemberContext,
  input: { newsletter: string; level: 'mail' | 'nothing' },
): Promise<void> {
  const { id } = await getNewsletter(ctx, input.newsletter)
  await setRefusal(ctx.tx, id, ctx.actor.memberId, input.level === 'nothing', ctx.now)
}

/** "My address works again": what the mail servers said is forgotten. */
export async function forgetMyTrouble(ctx: MemberContext): Promise<void> {
  await deleteOwnTrouble(ctx.tx, ctx.actor.memberId)
}

/** People whose address is to be corrected; each of them reads that an administrator looked. */
export async function readTroubles(ctx: MemberContext) {
  const items = await listTroubles(ctx.tx)
  await logAccess(ctx, {
    viewerRole: 'administrator',
    communityId: null,
    screen: 'mailTroubles',
    purpose: 'correctAddresses',
    subjects: items.map(({ member }) => member.id),
    fields: ['code', 'since'],
  })
  return { items }
}
