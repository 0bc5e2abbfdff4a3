import { readFileSync, statSync } from 'node:fs'
import { StartError } from '#platform/start-error.ts'

/** The account PostgreSQL runs under when Préau itself runs as root. */
export type RunAs = { uid: number; gid: number }

/** Accounts looked for, in this order, when root starts a new cluster. */
const candidates = ['preau', 'postgres', 'nobody']

/**
 * PostgreSQL refuses to run as root. Under root this returns the account to use instead: the owner of
 * an existing cluster, else the first unprivileged account of this machine; `undefined` means "as
 * ourselves". initdb insists on an account that has a name, hence /etc/passwd and no made-up number.
 */
export function findRunAs(cluster: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = readAccounts()
  for (const name of candidates) {
    const account = accounts.get(name)
    if (account && account.uid !== 0) return account
  }
  throw new StartError(
    'PostgreSQL does not run as root and this machine has none of the accounts preau, postgres or nobody: create one (useradd --system preau) or start Préau as an ordinary user.',
  )
}

function readAccounts(): Map<string, RunAs> {
  const accounts = new Map<string, RunAs>()
  let text = ''
  try {
    text = readFileSync('/etc/passwd', 'utf8')
  } catch {
    // No such file: no named accounts, and the caller says so.
  }
  for (const line of text.split('\n')) {
    const [name, , uid, gid] = line.split(':')
    if (name && uid && gid) accounts.set(name, { uid: Number(uid), gid: Number(gid) })
  }
  return accounts
}
