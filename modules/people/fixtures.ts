import type { TestApp } from '#apps/server/testing.ts'
import { hashPassword } from './server/passwords.ts'
import { setCredential } from './server/queries/credentials.ts'

export const goodPassword = 'trois cigognes au grenier'

/** Gives somebody who was made directly a password, for acts that ask for it. */
export async function givePassword(
  t: TestApp,
  memberId: string,
  password: string = goodPassword,
): Promise<void> {
  await setCredential(t.db.read, memberId, await hashPassword(password), new Date())
}
