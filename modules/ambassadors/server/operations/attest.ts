import type { FastifyReply } from 'fastify'
import type { Attestation } from '#modules/ambassadors/contract.ts'
import { contentDisposition } from '#modules/discussions/public.ts'
import { getOrganisation, listMemberCards } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { en, fr } from '#modules/ambassadors/messages/attestation.ts'
import { getMandate } from '../access.ts'
import type { AttestationFile } from '../pdf/document.ts'
import { makePdf } from '../pdf/make-pdf.ts'
import { findCommitment, findMemberName, listAttended, listOwn } from '../queries/own.ts'
import {
  deleteAttestation,
  findAttestation,
  insertAttestation,
  listChosen,
  setAttestationSent,
} from '../queries/record.ts'

const wordsOf = (language: 'fr' | 'en') => (language === 'en' ? en : fr)
const dayIn = (language: 'fr' | 'en', day: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
const hoursIn = (language: 'fr' | 'en', hours: number): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(hours)

/** A part of the document: `#` before a heading, `-` before a line of a list; else a paragraph. */
type Line = string

/**
 * Makes an attestation of what its owner chose, as it reads today. It is stored for them alone; Préau sends it to nobody.
 * Refuses `nothingChosen`.
 */
export async function attest(
  ctx: MemberContext,
  input: {
    mandateId: string
    from: string
    to: string
    contributionIds: readonly string[]
    withHours: boolean
    withThanks: boolean
    withMeetings: boolean
    word?: string | undefined
    language?: 'fr' | 'en' | undefined
  },
): Promise<Attestation> {
  const { mandate, programme } = await getMandate(ctx, input.mandateId, 'self')
  const language = input.language ?? ctx.actor.language
  const words = wordsOf(language)
  const day = (one: string) => dayIn(language, one)
  const chosen = await listChosen(ctx.tx, mandate.id, input.contributionIds, input.from, input.to)
  const meetings = input.withMeetings ? await listAttended(ctx.tx, mandate.id, input.from, input.to) : []
  const own = (await listOwn(ctx.tx, ctx.actor.memberId, '')).find(({ id }) => id === mandate.id)
  const commitment = input.withHours ? await findCommitment(ctx.tx, mandate.id, ctx.now) : undefined
  const word = input.word?.trim()
  if (chosen.length + meetings.length === 0 && !word && !input.withThanks && !input.withHours)
    throw new Refusal('nothingChosen')
  const { name: organisation } = await getOrganisation(ctx)
  const [leader] = await listMemberCards(ctx, [programme.leaderId])
  const minutes = chosen.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
  const lines: Line[] = [
    words.who(await findMemberName(ctx.tx, mandate.memberId), programme.name, organisation),
    words.period(day(input.from), day(input.to)),
    ...(mandate.since ? [words.since(day(mandate.since))] : []),
    `# ${words.purpose}`,
    programme.purpose,
    ...(chosen.length > 0
      ? [
          `# ${words.done}`,
          ...chosen.map(({ on, kind, title }) => `- ${day(on)} · ${words.kinds[kind]} · ${title}`),
        ]
      : []),
    ...(input.withHours && minutes > 0 ? [words.hours(hoursIn(language, minutes / 60))] : []),
    ...(commitment?.state === 'agreed' ? [words.agreed(hoursIn(language, commitment.hours))] : []),
    ...(meetings.length > 0
      ? [`# ${words.meetings}`, ...meetings.map(({ on, title }) => `- ${day(on)} · ${title}`)]
      : []),
    ...(input.withThanks && own?.thanks
      ? [`# ${words.thanks(leader?.displayName ?? '–')}`, words.quote(own.thanks)]
      : []),
    ...(word ? [`# ${words.word}`, word] : []),
    words.own,
    words.made(day(ctx.now.toISOString().slice(0, 10))),
  ].map((line) => line.replace(/\s*\n\s*/g, ' '))
  const id = newId(ctx.now.getTime())
  await insertAttestation(ctx.tx, {
    id,
    mandateId: mandate.id,
    from: input.from,
    to: input.to,
    language,
    lines,
    text: [words.title, ...lines.map((line) => line.replace(/^# /, ''))].join('\n\n'),
    now: ctx.now,
  })
  return view(await getOwn(ctx, id))
}

type Found = NonNullable<Awaited<ReturnType<typeof findAttestation>>>
const view = ({ mandateId: _mandateId, lines: _lines, ...attestation }: Found): Attestation => attestation

async function getOwn(ctx: MemberContext, id: string): Promise<Found> {
  const found = await findAttestation(ctx.tx, id)
  if (!found) throw new Refusal('attestationNotFound')
  await getMandate(ctx, found.mandateId, 'self').catch(() => {
    throw new Refusal('attestationNotFound')
  })
  return found
}

/** The attestation as a PDF, for its owner. */
export async function readAttestationFile(
  ctx: MemberContext,
  id: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await getOwn(ctx, id)
  const words = wordsOf(found.language)
  const file: AttestationFile = {
    language: found.language,
    title: words.title,
    lines: found.lines,
    page: words.page,
    at: `${found.createdOn}T00:00:00Z`,
  }
  const bytes = await makePdf(file)
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', contentDisposition('attachment', `attestation-${found.to}.pdf`))
    .header('cache-control', 'private, no-store')
    .send(bytes)
}

/** A note to oneself: sent, or not yet. */
export async function noteSent(
  ctx: MemberContext,
  input: { attestationId: string; sent: boolean },
): Promise<Attestation> {
  const found = await getOwn(ctx, input.attestationId)
  await setAttestationSent(ctx.tx, found.id, input.sent ? ctx.now : null)
  return view(await getOwn(ctx, found.id))
}

/** Removes an attestation. */
export async function removeAttestation(ctx: MemberContext, id: string): Promise<void> {
  const found = await getOwn(ctx, id)
  await deleteAttestation(ctx.tx, found.id)
}
