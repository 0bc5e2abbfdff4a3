import { randomBytes } from 'node:crypto'
import type { Agreement, OwnMandate } from '#modules/ambassadors/contract.ts'
import { over } from '#modules/ambassadors/contract.ts'
import { ambassadorAgreementAnswered } from '#modules/ambassadors/events.ts'
import { systemActor } from '#platform/context.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { hashToken } from '#platform/http/app.ts'
import { newId } from '#platform/ids.ts'
import { defineJob, enqueue } from '#platform/jobs/job.ts'
import { composeMail, isolate } from '#platform/mail/template.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { en, fr } from '#modules/ambassadors/messages/agreement-mail.ts'
import { getMandate } from '../access.ts'
import {
  countAskedSince,
  findAsked,
  findByToken,
  insertCommitment,
  isCompanyAddress,
  setAnswer,
  setToken,
} from '../queries/commitments.ts'
import { readOwn } from './own-mandate.ts'

const lifetimeDays = 21
const mostADay = 3

/** The link is made at the moment of sending: no secret waits in the queue, and a second try replaces the first link. */
export const sendAgreementMail = defineJob<{ commitmentId: string }>({
  name: 'ambassadors.sendAgreementMail',
  attempts: 6,
  timeout: 60,
  onFinalFailure:
    'The line manager receives no mail; the ambassador sees that nothing was answered and asks again.',
  async run(ctx, { commitmentId }, services) {
    const asked = await findAsked(ctx.tx, commitmentId)
    if (!asked?.address || !services.mailer.isConfigured) return
    const token = randomBytes(32).toString('base64url')
    await services.db.transaction((tx) =>
      setToken(tx, asked.id, hashToken(token), new Date(ctx.now.getTime() + lifetimeDays * 86_400_000)),
    )
    const words = asked.language === 'en' ? en : fr
    const hours = new Intl.NumberFormat(asked.language, { maximumFractionDigits: 1 }).format(asked.hours)
    const [who, programme] = [isolate(asked.ambassador), isolate(asked.programme)]
    await services.mailer.send({
      to: { address: asked.address },
      ...composeMail({
        language: asked.language,
        subject: words.subject(who),
        heading: words.heading(who, hours),
        blocks: [
          { kind: 'paragraph', text: words.what(who, programme, isolate(asked.organisation)) },
          { kind: 'quote', text: asked.purpose },
          { kind: 'paragraph', text: words.choices },
          {
            kind: 'action',
            label: words.act,
            // Behind `#`: it reaches neither logs nor other sites.
            url: `${services.config.publicUrl.replace(/\/$/, '')}/ambassador-agreement#${token}`,
          },
          { kind: 'paragraph', text: words.limits },
        ],
        footer: words.footer(who, isolate(asked.organisation)),
      }),
    })
  },
})

/**
 * The ambassador asks their line manager for hours a month, at the address that they give; asking again renegotiates.
 * Refusals: `managerAddressRefused`, `askedTooOften`, `notThisState`.
 */
export async function askHours(
  ctx: MemberContext,
  input: { mandateId: string; hours: number; managerAddress: string },
): Promise<OwnMandate> {
  const { mandate } = await getMandate(ctx, input.mandateId, 'self')
  if (over.includes(mandate.state) || mandate.state === 'nominated')
    throw new Refusal('notThisState', { state: mandate.state })
  const address = input.managerAddress.normalize('NFC').trim().toLowerCase()
  if (!/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(address)) throw new Refusal('managerAddressRefused')
  if (!(await isCompanyAddress(ctx.tx, ctx.actor.memberId, address)))
    throw new Refusal('managerAddressRefused')
  if ((await countAskedSince(ctx.tx, mandate.id, new Date(ctx.now.getTime() - 86_400_000))) >= mostADay)
    throw new Refusal('askedTooOften')
  const id = newId(ctx.now.getTime())
  await insertCommitment(ctx.tx, {
    id,
    mandateId: mandate.id,
    hours: input.hours,
    address,
    language: ctx.actor.language,
    now: ctx.now,
  })
  await enqueue(ctx, sendAgreementMail, { commitmentId: id }, { key: `ambassadors.agreement:${id}` })
  return readOwn(ctx, mandate.id)
}

/** What the link shows: the commitment, and nothing else about the person or the programme. */
export async function readAgreement(ctx: Context, token: string): Promise<Agreement> {
  const found = await findByToken(ctx.tx, hashToken(token), ctx.now)
  if (!found) throw new Refusal('agreementNotFound')
  const { ambassador, programme, purpose, hours, mandateMonths, language, organisation } = found
  return { ambassador, programme, purpose, hours, mandateMonths, language, organisation }
}

/** The line manager answers, once. Emits ambassadorAgreementAnswered to the ambassador alone. */
export async function answerAgreement(
  ctx: Context,
  input: {
    token: string
    answer: 'agreed' | 'refused' | 'counter'
    hours?: number | undefined
    word?: string | undefined
  },
): Promise<void> {
  const found = await findByToken(ctx.tx, hashToken(input.token), ctx.now)
  if (!found) throw new Refusal('agreementNotFound')
  if (input.answer === 'counter' && input.hours === undefined)
    throw new Refusal('invalidInput', { fields: [{ field: 'body/hours', problem: 'is missing' }] })
  const changed = await setAnswer(ctx.tx, found, {
    state: input.answer,
    hours: input.answer === 'counter' ? (input.hours ?? null) : null,
    word: input.word?.trim() || null,
    now: ctx.now,
  })
  if (changed === 0) throw new Refusal('agreementNotFound')
  await emit(
    { ...ctx, actor: systemActor('line manager') },
    ambassadorAgreementAnswered(found.communityId, {
      programmeId: found.programmeId,
      mandateId: found.mandateId,
      memberId: found.memberId,
    }),
  )
}
