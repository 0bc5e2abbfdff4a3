import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { listDevices } from './queries/devices.ts'
import { findPreferences } from './queries/settings.ts'
import { findTraces } from './queries/own.ts'

const self = (purpose: string) => ({ class: 'S' as const, seenBy: ['self' as const], purpose })

/** What the ledger keeps about a person; only they see it. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'notice',
    'id reason title titleLanguage sentence path community count needsYou at isRead',
    self('privacy.notice'),
    'notice',
  ),
  ...fieldsOf('notice', 'delivery', self('privacy.delivery'), 'delivery'),
  ...fieldsOf(
    'notificationPreferences',
    'push mail digest digestScope digestHour digestDay isQuiet quietFrom quietTo quietWeekends quietHolidays',
    self('privacy.preferences'),
    'account',
  ),
  ...fieldsOf('notificationPreferences', 'levels following', self('privacy.levels'), 'account'),
  ...fieldsOf('pushDevice', 'id label createdAt lastSentAt', self('privacy.device'), 'device'),
]

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const traces = await findTraces(ctx.tx, memberId)
  const preferences = await findPreferences(ctx.tx, memberId)
  const devices = await listDevices(ctx.tx, memberId)
  return {
    'notice.count': traces.notices ? [String(traces.notices)] : [],
    'notice.delivery': traces.deliveries ? [String(traces.deliveries)] : [],
    'notificationPreferences.levels': traces.levels ? [String(traces.levels)] : [],
    'notificationPreferences.following': traces.following ? [String(traces.following)] : [],
    'notificationPreferences.digest': preferences ? [preferences.digest] : [],
    'notificationPreferences.quietFrom': preferences ? [preferences.quietFrom] : [],
    'notificationPreferences.quietTo': preferences ? [preferences.quietTo] : [],
    'pushDevice.label': devices.map(({ label }) => label),
  }
}
