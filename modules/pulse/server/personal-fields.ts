import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'

/** What a pulse knows about a person: that they were asked, under which label, and whether they have answered. */
export const personalFields: readonly PersonalField[] = fieldsOf(
  'pulseTicket',
  'state label',
  { class: 'S', seenBy: ['self'], purpose: 'privacy.ticket' },
  'ticket',
)

/** One person's values of those fields. What they answered is not among them: nobody can find it. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const { asked, answered, labels } = (await ctx.tx.row<{
    asked: number
    answered: number
    labels: string[]
  }>(
    `select count(*)::int as asked, (count(*) filter (where answered))::int as answered,
            coalesce(array_agg(distinct cell_label) filter (where cell_label <> ''), '{}') as labels
       from pulse.pulse_ticket where member_id = $1`,
    [memberId],
  ))!
  return {
    'pulseTicket.state': asked > 0 ? [`${answered} / ${asked}`] : [],
    'pulseTicket.label': labels,
  }
}
