import type { Services } from '#platform/services.ts'
import { mailKey } from '../mail-in/mail-key.ts'
import { isSameToken, makeToken } from '../mail-in/tokens.ts'
import { setBounced } from './queries.ts'

/** A server reports that a mail of a mailing could not be delivered. What we did not write ourselves is ignored. */
export async function markBounced(
  services: Services,
  number: number,
  seq: number,
  token: string,
): Promise<void> {
  const key = await mailKey(services.config.dataDir)
  if (!isSameToken(token, makeToken(key, 'bounce', number, seq))) return
  await services.db.transaction((tx) => setBounced(tx, number, seq))
}
