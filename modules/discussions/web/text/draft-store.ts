/** A draft at a moment. `content` null = thrown away or sent: kept until the server knows, so that an older copy does not come back. */
export interface DraftVersion<C> {
  content: C | null
  /** Milliseconds since 1970, by the clock of the device that wrote. */
  at: number
}

/** Where drafts go beyond this device. Both may fail (offline): the store tries again. */
export interface DraftRemote<C> {
  load(key: string): Promise<DraftVersion<C> | undefined>
  save(key: string, content: C): Promise<void>
  remove(key: string): Promise<void>
}

interface Storage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

export interface DraftStoreOptions<C> {
  /** Whose drafts: two people may share a workshop's computer. */
  memberId: string
  storage: Storage | undefined
  remote: DraftRemote<C>
  /** What a newer copy from elsewhere takes over from this device's (facts that never travel). */
  adopt?: (there: C, here: C | null) => C
  now?: () => number
  /** Milliseconds of silence before the server is told. */
  patience?: number
}

export interface DraftStore<C> {
  /** What this device has, at once. */
  peek(key: string): C | undefined
  /** The newest of this device and the server. Never fails: offline it is what this device has. */
  restore(key: string): Promise<C | undefined>
  /** Keeps every keystroke on this device; the server hears after a pause. */
  keep(key: string, content: C): void
  /** Sent or thrown away. */
  drop(key: string): void
  /** Tells the server now whatever it has not heard (page hidden, network back). */
  flush(): Promise<void>
}

/** The newest wins; with equal times what this device has. */
export function newest<C>(
  here: DraftVersion<C> | undefined,
  there: DraftVersion<C> | undefined,
): DraftVersion<C> | undefined {
  if (!here || !there) return here ?? there
  return there.at > here.at ? there : here
}

export function createDraftStore<C>({
  memberId,
  storage,
  remote,
  adopt = (there) => there,
  now = Date.now,
  patience = 1500,
}: DraftStoreOptions<C>): DraftStore<C> {
  const address = (key: string) => `preau.draft.${memberId}.${key}`
  // Also the only copy where storage is forbidden or full.
  const memory = new Map<string, DraftVersion<C>>()
  const unheard = new Set<string>()
  const running = new Map<string, Promise<void>>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const here = (key: string): DraftVersion<C> | undefined => {
    const held = memory.get(key)
    if (held) return held
    try {
      const text = storage?.getItem(address(key))
      return text ? (JSON.parse(text) as DraftVersion<C>) : undefined
    } catch {
      return undefined
    }
  }
  const write = (key: string, version: DraftVersion<C>) => {
    memory.set(key, version)
    try {
      storage?.setItem(address(key), JSON.stringify(version))
    } catch {
      // Full or forbidden: memory and the server still have it.
    }
  }
  const forget = (key: string, version: DraftVersion<C>) => {
    if (here(key)?.at !== version.at) return
    memory.delete(key)
    try {
      storage?.removeItem(address(key))
    } catch {
      // See write.
    }
  }
  const tell = async (key: string): Promise<void> => {
    const version = here(key)
    if (!version) return
    try {
      if (version.content === null) await remote.remove(key)
      else await remote.save(key, version.content)
      if (here(key)?.at === version.at) {
        unheard.delete(key)
        if (version.content === null) forget(key, version)
      }
    } catch {
      // Offline or refused: stays unheard until the next occasion.
    }
  }
  /** One call at a time per draft, so that an older text cannot arrive after a newer one. */
  const tellInTurn = (key: string): Promise<void> => {
    const turn = (running.get(key) ?? Promise.resolve()).then(() => tell(key))
    running.set(key, turn)
    void turn.then(() => {
      if (running.get(key) === turn) running.delete(key)
    })
    return turn
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), patience)
  }
  const flush = async () => {
    clearTimeout(timer)
    await Promise.all([...unheard].map(tellInTurn))
  }

  return {
    peek: (key) => here(key)?.content ?? undefined,
    async restore(key) {
      const there = await remote.load(key).catch(() => undefined)
      const mine = here(key)
      const version = newest(mine, there)
      if (!version) return undefined
      if (there && version === there) {
        const content = there.content === null ? null : adopt(there.content, mine?.content ?? null)
        write(key, { content, at: there.at })
        return content ?? undefined
      }
      if (!there || there.at < version.at) {
        // This device knows better: written offline, or thrown away offline.
        if (version.content !== null || there) {
          unheard.add(key)
          later()
        } else forget(key, version)
      }
      return version.content ?? undefined
    },
    keep(key, content) {
      write(key, { content, at: now() })
      unheard.add(key)
      later()
    },
    drop(key) {
      const version = { content: null, at: now() }
      write(key, version)
      unheard.add(key)
      void tellInTurn(key)
    },
    flush,
  }
}
