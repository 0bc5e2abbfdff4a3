import type { DeliveryStatus } from '../bulk/addresses.ts'

/**
 * Reads the machine part of a report (RFC 3464): the fields of the first receiver that says an action. Folded lines are
 * joined; what is not understood is `other`, which changes nothing.
 */
export function readDeliveryStatus(text: string): DeliveryStatus | undefined {
  const groups = text
    .slice(0, 100_000)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .map(
      (group) =>
        new Map(
          group.split('\n').flatMap((line) => {
            const at = line.indexOf(':')
            return at > 0
              ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const]
              : []
          }),
        ),
    )
  const fields = groups.find((group) => group.has('action'))
  if (!fields) return undefined
  const said = fields.get('action')!.toLowerCase()
  const status =
    /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fields.get('status') ?? '')?.[1] ??
    /\b([45])\d\d\b/.exec(fields.get('diagnostic-code') ?? '')?.[1]?.concat('.0.0') ??
    ''
  return { action: said === 'failed' || said === 'delayed' ? said : 'other', status }
}
