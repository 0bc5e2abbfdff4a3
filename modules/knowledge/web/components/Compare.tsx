import './knowledge.css'
import { useMemo } from 'react'
import { wordDiff } from '#modules/discussions/web/public.ts'
import { useT } from '../t.ts'

export interface Text {
  title: string
  bodyMd: string
  tags?: readonly string[] | undefined
}
interface Props {
  before: Text
  after: Text
  beforeLabel: string
  afterLabel: string
  language: string
}

/** Markdown without its signs, for people who never saw any; lists keep a mark and tables their cells. */
const withoutSigns = (md: string): string =>
  md
    .replace(/^\|?[ :|-]*-{3}[ :|-]*\|?\n/gm, '')
    .replace(/^\|(.*)\|$/gm, (_, row: string) => row.trim().replace(/ *\| */g, ' · '))
    .replace(/^#{1,6} +/gm, '')
    .replace(/^( *)[-*+] +/gm, '$1• ')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/(\*\*|\*|__|`)(?=\S)([^\n]*?\S)\1/g, '$2')

const whole = ({ title, bodyMd, tags }: Text, read: (md: string) => string): string =>
  [
    title,
    read(bodyMd.replace(/ +$/gm, '')),
    tags && tags.length > 0 ? tags.map((tag) => `#${tag}`).join(' ') : '',
  ]
    .filter(Boolean)
    .join('\n\n')

/** Two texts side by side (one above the other on a phone): what went on the left, what came on the right. */
export function Compare({ before, after, beforeLabel, afterLabel, language }: Props) {
  const t = useT()
  const pieces = useMemo(() => {
    const read = wordDiff(whole(before, withoutSigns), whole(after, withoutSigns))
    const isSame = read.every(({ kind }) => kind === 'same')
    // Only signs changed (a link's address, a word in bold): then they are shown.
    return isSame
      ? wordDiff(
          whole(before, (md) => md),
          whole(after, (md) => md),
        )
      : read
  }, [before, after])
  if (pieces.every(({ kind }) => kind === 'same')) return <p>{t('history.same')}</p>
  return (
    <>
      <p className="pb-2 text-sm text-muted">{t('history.legend')}</p>
      <div className="compare" lang={language}>
        <div>
          <h3>{beforeLabel}</h3>
          {pieces.map((piece, at) =>
            piece.kind === 'added' ? null : piece.kind === 'removed' ? (
              <del key={at}>{piece.text}</del>
            ) : (
              <span key={at}>{piece.text}</span>
            ),
          )}
        </div>
        <div>
          <h3>{afterLabel}</h3>
          {pieces.map((piece, at) =>
            piece.kind === 'removed' ? null : piece.kind === 'added' ? (
              <ins key={at}>{piece.text}</ins>
            ) : (
              <span key={at}>{piece.text}</span>
            ),
          )}
        </div>
      </div>
    </>
  )
}
