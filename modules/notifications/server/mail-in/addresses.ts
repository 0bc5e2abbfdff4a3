import type { Context } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { mailKey } from './mail-key.ts'
import { insertTokens } from './queries.ts'
import { hashMailToken, makeToken } from './tokens.ts'

type Outside = Pick<Services, 'config'>

/**
 * The address with which this member answers in this conversation, for the `Reply-To` of a mail about it; undefined
 * where no mail is received. One statement.
 */
export async function replyAddressFor(
  ctx: Pick<Context, 'tx' | 'now'>,
  { config }: Outside,
  to: { memberId: string; postId: string },
): Promise<string | undefined> {
  if (!config.mailIn) return undefined
  const token = makeToken(await mailKey(config.dataDir), 'reply', to.memberId, to.postId)
  await insertTokens(
    ctx.tx,
    [
      {
        hash: hashMailToken(token),
        purpose: 'reply',
        memberId: to.memberId,
        communityId: null,
        postId: to.postId,
      },
    ],
    ctx.now,
  )
  return `reply+${token}@${config.mailIn.domain}`
}

/** The addresses with which a member writes to communities; empty where no mail is received. One statement. */
export async function postAddressesFor(
  ctx: Pick<Context, 'tx' | 'now'>,
  { config }: Outside,
  memberId: string,
  communities: readonly { id: string; generation: number }[],
): Promise<Map<string, string>> {
  if (!config.mailIn || communities.length === 0) return new Map()
  const key = await mailKey(config.dataDir)
  const made = communities.map(({ id, generation }) => ({
    id,
    token: makeToken(key, 'post', memberId, id, generation),
  }))
  await insertTokens(
    ctx.tx,
    made.map(({ id, token }) => ({
      hash: hashMailToken(token),
      purpose: 'post' as const,
      memberId,
      communityId: id,
      postId: null,
    })),
    ctx.now,
  )
  return new Map(made.map(({ id, token }) => [id, `${token}@${config.mailIn!.domain}`]))
}

/** What stops the mailings of one community for one person, in each of these mails. One statement. */
export async function unsubscribeTokensFor(
  ctx: Pick<Context, 'tx' | 'now'>,
  { config }: Outside,
  communityId: string,
  memberIds: readonly string[],
): Promise<Map<string, string>> {
  const key = await mailKey(config.dataDir)
  const made = memberIds.map((memberId) => ({
    memberId,
    token: makeToken(key, 'unsubscribe', memberId, communityId),
  }))
  await insertTokens(
    ctx.tx,
    made.map(({ memberId, token }) => ({
      hash: hashMailToken(token),
      purpose: 'unsubscribe' as const,
      memberId,
      communityId,
      postId: null,
    })),
    ctx.now,
  )
  return new Map(made.map(({ memberId, token }) => [memberId, token]))
}

/** Where a failure of one mail of a mailing is reported: it names its row, and proves that we made it. */
export async function bounceAddressFor(
  { config }: Outside,
  number: number,
  seq: number,
): Promise<string | undefined> {
  if (!config.mailIn) return undefined
  const token = makeToken(await mailKey(config.dataDir), 'bounce', number, seq)
  return `bounce+${number}.${seq}.${token}@${config.mailIn.domain}`
}
