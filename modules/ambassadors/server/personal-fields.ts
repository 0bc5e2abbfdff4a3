import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'

/** A voluntary role, accepted by charter; and a record that is its owner's alone. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'listedAmbassador',
    'member siteName programmes reachWord isAlumni',
    { class: 'V', seenBy: ['everyone'], purpose: 'privacy.listed' },
    'mandate',
  ),
  ...fieldsOf(
    'ambassador',
    'mandateId member state stateOn nominatedBy nominatedAs word hasConsented isWaiting since mandateEnd isRenewed buddy induction agreedHours talk thanks announcement steps missing',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.cohort' },
    'mandate',
  ),
  ...fieldsOf(
    'ambassadorTalk',
    'mandateId member',
    { class: 'V', seenBy: ['communityManagers'], purpose: 'privacy.talk' },
    'talk',
  ),
  ...fieldsOf(
    'ambassadorContribution',
    'id on kind title url source minutes',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.record' },
    'record',
  ),
  ...fieldsOf(
    'ambassadorAttestation',
    'id from to language text createdOn sentOn',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.attestation' },
    'record',
  ),
  ...fieldsOf(
    'ambassadorCommitment',
    'hours managerAddress state counterHours word askedOn answeredOn isExpired',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.commitment' },
    'commitment',
  ),
  ...fieldsOf(
    'ambassadorAgreement',
    'ambassador programme purpose hours mandateMonths language organisation',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.agreement' },
    'commitment',
  ),
  ...fieldsOf(
    'ownMandate',
    'mandateId programme state stateOn nominatedBy word hasConsented isWaiting since mandateEnd isRenewed buddy induction charter signedVersion reachWord isListed acceptsTurns commitment absences meetings contributions thisQuarter idea talk thanks announcement attestations history steps',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.own' },
    'mandate',
  ),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = (await ctx.tx.row<
    Record<'mandates' | 'listed' | 'lines' | 'attestations' | 'commitments' | 'talks', number>
  >(
    `select count(*)::int as mandates, (count(*) filter (where is_listed))::int as listed,
            (select count(*)::int from ambassadors.contribution c join ambassadors.mandate x on x.id = c.mandate_id where x.member_id = $1 and c.dropped_at is null) as lines,
            (select count(*)::int from ambassadors.attestation c join ambassadors.mandate x on x.id = c.mandate_id where x.member_id = $1) as attestations,
            (select count(*)::int from ambassadors.commitment c join ambassadors.mandate x on x.id = c.mandate_id where x.member_id = $1 and c.state <> 'replaced') as commitments,
            (select count(*)::int from ambassadors.talk c join ambassadors.mandate x on x.id = c.mandate_id where x.member_id = $1) as talks
       from ambassadors.mandate where member_id = $1`,
    [memberId],
  ))!
  return {
    'listedAmbassador.programmes': count(own.listed),
    'ambassador.state': count(own.mandates),
    'ambassador.talk': count(own.talks),
    'ambassadorTalk.member': [],
    'ambassadorContribution.title': count(own.lines),
    'ambassadorAttestation.text': count(own.attestations),
    'ambassadorCommitment.hours': count(own.commitments),
    'ambassadorAgreement.hours': count(own.commitments),
    'ownMandate.state': count(own.mandates),
  }
}

/** Screens that name people to who leads a programme. */
export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'ambassadors',
    purpose: 'accompany',
    seenBy: ['communityManagers'],
    fields: ['name', 'state', 'induction', 'mandate', 'talk', 'attendance'],
  },
]
