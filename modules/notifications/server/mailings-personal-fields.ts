import type { Context } from '#platform/context.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { findOwnMail } from './mailings/queries.ts'

const fieldsOf = (
  entity: string,
  names: string,
  kind: Pick<PersonalField, 'class' | 'seenBy' | 'purpose'>,
  retention: string,
): PersonalField[] =>
  names.split(' ').map((field) => ({ entity, field, ...kind, retention: `mailings.retention.${retention}` }))

/** What mailings and mail that comes in keep about a person. */
export const mailingsPersonalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'mailAddress',
    'community address takesMailings',
    { class: 'S', seenBy: ['self'], purpose: 'mailings.privacy.mailAddress' },
    'mailAddress',
  ),
  ...fieldsOf(
    'mailingReceiver',
    'mailing',
    { class: 'S', seenBy: ['self'], purpose: 'mailings.privacy.mailingReceiver' },
    'mailing',
  ),
  ...fieldsOf(
    'mailReceived',
    'message',
    { class: 'S', seenBy: ['self'], purpose: 'mailings.privacy.mailReceived' },
    'mailing',
  ),
]

export async function readMailingsPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnMail(ctx.tx, memberId)
  return {
    'mailAddress.takesMailings': own.refused,
    'mailingReceiver.mailing': own.mailed,
    'mailReceived.message': own.received ? [String(own.received)] : [],
  }
}
