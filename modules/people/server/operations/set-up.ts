import type { Db } from '#platform/db/pool.ts'
import { newToken } from '../tokens.ts'
import { insertSetupToken } from '../queries/tokens.ts'

/**
 * A fresh one-time link token while no organisation exists, undefined afterwards. Each start replaces the earlier
 * one, because only its hash is kept and it could not be printed again.
 */
export async function ensureSetupToken(db: Db): Promise<string | undefined> {
  const { token, hash } = newToken()
  return (await insertSetupToken(db.read, hash)) ? token : undefined
}

/** The token sits behind `#`, so that it reaches neither logs nor other sites. */
export const setupLink = (publicUrl: string, token: string): string => `${publicUrl.replace(/\/$/, '')}/setup#${token}`
