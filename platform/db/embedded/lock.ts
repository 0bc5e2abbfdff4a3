import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { StartError } from '#platform/start-error.ts'
import { explainPostgres } from './explain.ts'
import { isAlive } from './postmaster.ts'

/** The Préau that holds a data folder. */
export interface Holder {
  pid: number
  /** When that process started, in clock ticks since boot: a number given again to another process differs. */
  startedAt: string
  command: string
}

const lockPath = (dataDir: string): string => join(dataDir, 'preau.lock')

/** The live process that holds the folder, if any; a lock left by a killed one does not count. */
export function findHolder(dataDir: string): Holder | undefined {
  const holder = readHolder(lockPath(dataDir))
  return holder && isHolding(holder) ? holder : undefined
}

/** Takes the folder for this process, or says in one sentence who has it. Returns the function that gives it back. */
export function lockDataDir(dataDir: string): () => void {
  const mine: Holder = { pid: process.pid, startedAt: startedAt(process.pid), command: describeSelf() }
  const path = lockPath(dataDir)
  const draft = `${path}.${process.pid}`
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  } catch (error) {
    throw new StartError(explainPostgres(`${(error as NodeJS.ErrnoException).code}`, dataDir))
  }
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        // A link appears whole or not at all, and never over an existing name.
        linkSync(draft, path)
        break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = findHolder(dataDir)
      if (holder && holder.pid !== process.pid) throw new StartError(explainHolder(dataDir, holder))
      if (holder || attempt > 5)
        throw new StartError(
          `${dataDir} is already in use by this very process, or being taken by another: start Préau once.`,
        )
      setAside(path, dataDir)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  const giveBack = (): void => {
    if (findHolder(dataDir)?.pid === process.pid) rmSync(path, { force: true })
    process.off('exit', giveBack)
  }
  process.on('exit', giveBack)
  return giveBack
}

/** Removes a stale lock; renamed first, so that of two processes doing this only one gets each lock. */
function setAside(path: string, dataDir: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const taken = readHolder(aside)
  if (taken && isHolding(taken)) {
    linkSync(aside, path)
    rmSync(aside)
    throw new StartError(explainHolder(dataDir, taken))
  }
  rmSync(aside)
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

const isHolding = (holder: Holder): boolean =>
  isAlive(holder.pid) && startedAt(holder.pid) === holder.startedAt

export function explainHolder(dataDir: string, holder: Holder): string {
  return `${dataDir} is already in use by ${holder.command} (process ${holder.pid}): stop it first, or give this one a folder of its own with DATA_DIR.`
}

function startedAt(pid: number): string {
  try {
    // Field 22; the name in parentheses may itself hold spaces and parentheses.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function describeSelf(): string {
  const [, script = '', word] = process.argv
  if (script.includes('/cli/') && word) return `preau ${word}`
  return script ? `Préau (${basename(script)})` : 'Préau'
}
