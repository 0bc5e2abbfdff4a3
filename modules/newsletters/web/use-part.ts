import { useEffect, useRef, useState } from 'react'
import type { Block, PartView, WorkBlock } from '../contract.ts'
import { api, ApiError } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { workQuery } from './queries.ts'

type Saving = 'saved' | 'saving' | 'failed' | { conflict: string | null; version: number }

interface Draft {
  blocks: WorkBlock[]
  leftOut: string[]
  isReady: boolean
}

/** What is stored of a block; what the server only shows stays out. */
const stored = ({ quoted: _quoted, isClosed: _closed, isGone: _gone, ...block }: WorkBlock): Block => block

/**
 * One part under the editor's hands: kept at once here, sent a second after the last change, one sending at a time.
 * When somebody else saved in between, nothing is sent any more until the editor has chosen.
 */
export function usePart(issue: string, part: PartView) {
  const [draft, setDraft] = useState<Draft>({
    blocks: part.blocks,
    leftOut: part.leftOut,
    isReady: part.isReady,
  })
  const [saving, setSaving] = useState<Saving>('saved')
  const version = useRef(part.version)
  const latest = useRef(draft)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isSending = useRef(false)
  const kept = useRef(draft)
  const isBlocked = useRef(false)

  const send = async (): Promise<void> => {
    if (isSending.current || isBlocked.current || latest.current === kept.current) return
    isSending.current = true
    const sent = latest.current
    try {
      const answer = await api('PUT /api/v1/newsletter-issues/:issue/parts/:part', {
        params: { issue, part: part.key },
        body: {
          base: version.current,
          blocks: sent.blocks.filter(({ isGone }) => !isGone).map(stored),
          leftOut: sent.leftOut,
          isReady: sent.isReady,
        },
      })
      version.current = answer.version
      kept.current = sent
      setSaving(latest.current === sent ? 'saved' : 'saving')
    } catch (error) {
      if (error instanceof ApiError && error.code === 'partChanged') {
        isBlocked.current = true
        setSaving({
          conflict: (error.data['by'] as string | null) ?? null,
          version: Number(error.data['version']),
        })
      } else setSaving('failed')
    } finally {
      isSending.current = false
    }
    if (latest.current !== sent) await send()
  }
  const change = (next: Partial<Draft>): void => {
    const now = { ...latest.current, ...next }
    latest.current = now
    setDraft(now)
    if (isBlocked.current) return
    setSaving('saving')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), 1_000)
  }
  // Outside system: the server, which gets what is not sent yet when the editor goes elsewhere.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      void send().finally(() => void queryClient.invalidateQueries({ queryKey: workQuery(issue).queryKey }))
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the part is left
    [],
  )
  return {
    ...draft,
    saving,
    change,
    /** The editor's own blocks over what the other one saved, which stays among the versions. */
    keepMine(): void {
      if (typeof saving === 'string') return
      version.current = saving.version
      isBlocked.current = false
      change({})
    },
    /** What the other one saved; the editor's own is let go. */
    async takeTheirs(): Promise<void> {
      isBlocked.current = true
      await queryClient.invalidateQueries({ queryKey: workQuery(issue).queryKey })
    },
  }
}
