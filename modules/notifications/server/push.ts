import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { en, fr } from '../messages/mails.ts'
import type { Described } from './mails.ts'
import { deleteDeviceByEndpoint, listDevicesToWake, markDeviceWoken } from './queries/devices.ts'
import type { DeviceKeys } from './queries/devices.ts'
import { ensureVapidKeys } from './secrets.ts'
import { wordsOf } from './words.ts'

const words = wordsOf({ fr, en })

/**
 * Where browsers are woken: the push services of Chrome, Firefox, Safari and Edge. A subscription names an address that
 * this server will call; only these are called, so that nobody can make it call anything else.
 */
const services = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '.push.services.mozilla.com',
  'web.push.apple.com',
  '.push.apple.com',
  '.notify.windows.com',
]
/** Addresses that a test serves on loopback. */
const forTests = new Set<string>()
export const allowPushTo = (origin: string): void => void forTests.add(origin)

/** Refuses an endpoint that is not one of a known push service. */
export function refuseStrangeEndpoint(endpoint: string): void {
  const url = URL.parse(endpoint)
  if (url && forTests.has(url.origin)) return
  const isKnown =
    url?.protocol === 'https:' &&
    url.port === '' &&
    !url.username &&
    services.some((name) => (name.startsWith('.') ? url.hostname.endsWith(name) : url.hostname === name))
  if (!isKnown) throw new Refusal('pushServiceUnknown')
}

/**
 * Sends the notices to every device of the person that is still signed in. True if one took it. A device that the push
 * service no longer knows (404, 410) is forgotten. The text is encrypted for the device (RFC 8291): the push service
 * sees that something comes, not what.
 */
export async function pushTo(
  all: Services,
  ctx: MemberContext,
  told: readonly Described[],
): Promise<boolean> {
  const devices = await listDevicesToWake(ctx.tx, ctx.actor.memberId, ctx.now)
  if (devices.length === 0) return false
  const t = words(ctx.actor.language)
  const [first] = told as [Described]
  const payload = JSON.stringify(
    told.length === 1
      ? {
          title: first.description.sentence.slice(0, 120),
          body: first.description.title.slice(0, 160),
          path: first.description.path,
          tag: `${first.notice.id}`,
          lang: ctx.actor.language,
        }
      : {
          title: t('push.several', { n: told.length }),
          body: told
            .map(({ description }) => description.sentence)
            .join('\n')
            .slice(0, 300),
          path: '/notifications',
          tag: 'notifications',
          lang: ctx.actor.language,
        },
  )
  let reached = false
  for (const device of devices) {
    const status = await wake(all, ctx, device, payload).catch(() => 0)
    if (status >= 200 && status < 300) {
      reached = true
      await all.db.transaction((tx) => markDeviceWoken(tx, device.endpoint, ctx.now))
    } else if (status === 404 || status === 410)
      await all.db.transaction((tx) => deleteDeviceByEndpoint(tx, device.endpoint))
  }
  return reached
}

async function wake(all: Services, ctx: MemberContext, device: DeviceKeys, payload: string): Promise<number> {
  refuseStrangeEndpoint(device.endpoint)
  const webPush = (await import('web-push')).default
  const { publicUrl } = all.config
  const details = webPush.generateRequestDetails(
    { endpoint: device.endpoint, keys: { p256dh: device.p256dh, auth: device.auth } },
    payload,
    {
      vapidDetails: {
        // The push service's operator may write to whoever runs this installation.
        subject: publicUrl.startsWith('https:') ? publicUrl : 'mailto:preau@localhost.localdomain',
        ...(await ensureVapidKeys(ctx.tx)),
      },
      // What was not delivered within a day is in the product, and no longer news.
      TTL: 86_400,
      contentEncoding: 'aes128gcm',
    },
  )
  return post(details.endpoint, details.headers as Record<string, string | number>, details.body)
}

const post = (
  endpoint: string,
  headers: Record<string, string | number>,
  body: Buffer | null,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const send = endpoint.startsWith('https:') ? httpsRequest : httpRequest
    const request = send(endpoint, { method: 'POST', headers, timeout: 15_000 }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    request.on('timeout', () => request.destroy(new Error('the push service did not answer')))
    request.on('error', reject)
    request.end(body ?? undefined)
  })
