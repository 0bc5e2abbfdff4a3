import type { Tx } from '#platform/db/tx.ts'

export interface DeviceKeys {
  endpoint: string
  p256dh: string
  auth: string
}

/** Devices of an active person whose session there is still valid. */
export const listDevicesToWake = (tx: Tx, memberId: string, now: Date): Promise<DeviceKeys[]> =>
  tx.rows(
    `select d.endpoint, d.p256dh, d.auth from notifications.push_device d
       join people.member m on m.id = d.member_id and m.state = 'active'
       join people.session s on s.id = d.session_id and s.expires_at > $2
      where d.member_id = $1 order by d.id limit 20`,
    [memberId, now],
  )

export const listDevices = (
  tx: Tx,
  memberId: string,
): Promise<{ id: string; label: string; createdAt: string; lastSentAt: string | null; endpoint: string }[]> =>
  tx.rows(
    `select id, label, endpoint, created_at as "createdAt", last_sent_at as "lastSentAt"
       from notifications.push_device where member_id = $1 order by id`,
    [memberId],
  )

/** A browser has one subscription; whoever signs in there takes it over. */
export const insertDevice = (
  tx: Tx,
  device: DeviceKeys & { id: string; memberId: string; sessionId: string; label: string; now: Date },
): Promise<number> =>
  tx.run(
    `insert into notifications.push_device as d (id, member_id, session_id, endpoint, p256dh, auth, label, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (endpoint) do update set member_id = excluded.member_id, session_id = excluded.session_id,
        p256dh = excluded.p256dh, auth = excluded.auth, label = excluded.label,
        id = case when d.member_id = excluded.member_id then d.id else excluded.id end`,
    [
      device.id,
      device.memberId,
      device.sessionId,
      device.endpoint,
      device.p256dh,
      device.auth,
      device.label,
      device.now,
    ],
  )

export const deleteDevice = (tx: Tx, memberId: string, id: string): Promise<number> =>
  tx.run(`delete from notifications.push_device where id = $1 and member_id = $2`, [id, memberId])

export const deleteDevicesOf = (tx: Tx, memberId: string): Promise<number> =>
  tx.run(`delete from notifications.push_device where member_id = $1`, [memberId])

export const deleteDeviceByEndpoint = (tx: Tx, endpoint: string): Promise<number> =>
  tx.run(`delete from notifications.push_device where endpoint = $1`, [endpoint])

export const markDeviceWoken = (tx: Tx, endpoint: string, now: Date): Promise<number> =>
  tx.run(`update notifications.push_device set last_sent_at = $2 where endpoint = $1`, [endpoint, now])
