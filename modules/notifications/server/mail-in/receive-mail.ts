import { createHash } from 'node:crypto'
import { getCommunityFor } from '#modules/communities/public.ts'
import { addComment, findVisiblePost, publishPost, uploadAttachment } from '#modules/discussions/public.ts'
import type { MemberActor, MemberContext } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'
import { enqueue } from '#platform/jobs/job.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { lostAddress, takeReport } from '../bulk/addresses.ts'
import { markBounced } from '../mailings/bounces.ts'
import { returnMail } from './jobs.ts'
import type { IncomingMail } from './parse-mail.ts'
import { returnReasons } from './return-reasons.ts'
import type { ReturnReason } from './return-reasons.ts'
import { countReceived, findBinding, findReceived, insertReceived } from './queries.ts'
import type { MailPerson, TokenBinding } from './queries.ts'
import { hashMailToken, isToken } from './tokens.ts'

/** What the sending server is told of one address. */
export type Reception = 'taken' | 'unknown' | 'tooMany'

type Binding = TokenBinding & MailPerson

/** In an hour, of one person: mails that are read, and mails that go back. */
export const hourly = { mails: 30, returned: 5 } as const

/**
 * One message for one address. Everything it does is in one transaction: an answer other than `taken` leaves nothing
 * behind, an exception neither, and the sending server tries again. A second delivery is `taken` without effect.
 */
export async function receiveMail(services: Services, local: string, mail: IncomingMail): Promise<Reception> {
  const bounce = /^bounce\+(\d{1,15})\.(\d{1,9})\.([a-z2-7]{26})$/.exec(local)
  if (bounce) {
    await markBounced(services, Number(bounce[1]), Number(bounce[2]), bounce[3]!)
    return 'taken'
  }
  const lost = lostAddress.exec(local)
  if (lost) {
    if (mail.report) await takeReport(services, lost[1]!, mail.report)
    return 'taken'
  }
  const [, prefix, token = ''] = /^(reply\+)?([a-z2-7]*)$/.exec(local) ?? []
  const binding = isToken(token) ? await findBinding(services.db.read, hashMailToken(token)) : undefined
  // Unknown, revoked, of another kind, of somebody else: one answer for all of them.
  if (!binding || binding.purpose !== (prefix ? 'reply' : 'post') || binding.email !== mail.from)
    return 'unknown'
  if (mail.isAutomatic) return 'taken'
  const key = createHash('sha256').update(mail.identity).update(local).digest()
  if (await findReceived(services.db.read, key)) return 'taken'
  const now = services.now()
  const { all } = await countReceived(services.db.read, binding.memberId, new Date(now.getTime() - 3_600_000))
  if (all >= hourly.mails) return 'tooMany'
  try {
    await write(services, binding, mail, key, now)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await giveBack(services, binding, mail, key, now, error)
  }
  return 'taken'
}

const contextOf = (binding: Binding, tx: Tx, now: Date): MemberContext => ({
  actor: {
    kind: 'member',
    memberId: binding.memberId,
    memberKind: binding.memberKind,
    isAdministrator: binding.isAdministrator,
    language: binding.language,
    sessionId: 'mail',
  } satisfies MemberActor,
  tx,
  now,
})

/** Writes what the person may write at this moment; a Refusal says why they may not. */
async function write(
  services: Services,
  binding: Binding,
  mail: IncomingMail,
  key: Buffer,
  now: Date,
): Promise<void> {
  const files = await keepFiles(services, binding, mail, now)
  await services.db.transaction(async (tx) => {
    const ctx = contextOf(binding, tx, now)
    // First, so that of two deliveries at the same moment the second waits here and then finds it done.
    const isNew = await insertReceived(tx, {
      key,
      memberId: binding.memberId,
      at: now,
      outcome: 'written',
      reason: null,
      returned: null,
    })
    if (isNew === 0) return
    // Rights are those of this moment: the token and its person too may have gone while the message was read.
    if (!(await stillStands(tx, binding, mail))) throw new Refusal('notPermitted', { reason: 'addressGone' })
    const bodyMd = withFiles(mail.bodyMd, files)
    if (binding.purpose === 'reply') {
      const post = await findVisiblePost(ctx, binding.postId!)
      await addComment(ctx, {
        postId: binding.postId!,
        bodyMd,
        attachments: files.map((file) => file.id),
        isAnswer: post?.kind === 'question' && post.authorId !== binding.memberId,
      })
    } else
      await publishPost(ctx, {
        communityId: binding.communityId!,
        bodyMd,
        attachments: files.map((file) => file.id),
        ...titleOf(mail),
      })
  })
}

async function stillStands(tx: Tx, binding: Binding, mail: IncomingMail): Promise<boolean> {
  const member = await tx.row<{ email: string }>(
    `select email from people.member where id = $1 and state = 'active' for share`,
    [binding.memberId],
  )
  return member?.email === mail.from
}

/** The subject is the title; one that asks makes a question. */
function titleOf(mail: IncomingMail): { title: string | null; kind: 'question' | 'discussion' } {
  const title = mail.subject.replace(/^(?:(?:re|fwd?|tr|réf?|aw|wg)\s?:\s*)+/i, '').slice(0, 200) || null
  return { title, kind: title?.endsWith('?') ? 'question' : 'discussion' }
}

interface KeptFile {
  id: string
  fileName: string
  isImage: boolean
}

/**
 * Files go through the same door as uploads, outside the transaction: what is not published afterwards is an upload
 * that its owner never used, and goes with those. The rights are looked at first, so that nobody fills the disk of a
 * place where they may not write.
 */
async function keepFiles(
  services: Services,
  binding: Binding,
  mail: IncomingMail,
  now: Date,
): Promise<KeptFile[]> {
  if (mail.files.length === 0) return []
  const ctx = contextOf(binding, services.db.reader(), now)
  if (binding.purpose === 'post') await getCommunityFor(ctx, binding.communityId!, 'participate')
  else {
    const post = await findVisiblePost(ctx, binding.postId!)
    if (!post) throw new Refusal('postNotFound')
    await getCommunityFor(ctx, post.communityId, 'participate')
  }
  const kept: KeptFile[] = []
  for (const file of mail.files) {
    const made = await uploadAttachment(ctx, services.blobs, {
      bytes: file.bytes,
      name: file.name,
      alt: null,
    })
    kept.push({ id: made.id, fileName: made.fileName, isImage: made.contentType.startsWith('image/') })
  }
  return kept
}

/** A mail may be nothing but its files: then they are the text. */
function withFiles(bodyMd: string, files: readonly KeptFile[]): string {
  const shown = files.map(
    (file) => `${file.isImage ? '!' : ''}[${file.fileName.replace(/[[\]\\]/g, ' ')}](attachment:${file.id})`,
  )
  return [bodyMd.trim(), ...shown].filter((part) => part !== '').join('\n\n')
}

/** Nothing was written: the person hears why, once, with their own words. */
async function giveBack(
  services: Services,
  binding: Binding,
  mail: IncomingMail,
  key: Buffer,
  now: Date,
  refusal: Refusal,
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const ctx = contextOf(binding, tx, now)
    const { returned } = await countReceived(tx, binding.memberId, new Date(now.getTime() - 3_600_000))
    const says = returned < hourly.returned
    const isNew = await insertReceived(tx, {
      key,
      memberId: binding.memberId,
      at: now,
      outcome: 'returned',
      reason: reasonOf(refusal),
      returned: says ? { subject: mail.subject.slice(0, 200), text: mail.bodyMd.slice(0, 100_000) } : null,
    })
    if (isNew > 0 && says) await enqueue(ctx, returnMail, { key: key.toString('hex') })
  })
}

/** What may be said: absent and invisible are the same here too. */
function reasonOf(refusal: Refusal): ReturnReason {
  if (refusal.code === 'postNotFound' || refusal.code === 'communityNotFound') return 'gone'
  const word = refusal.code === 'notPermitted' ? String(refusal.data['reason']) : refusal.code
  return returnReasons.find((reason) => reason === word) ?? 'other'
}
