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

const whole = ({ title, bodyMd, tags }: Text): string =>
  [title, bodyMd.replace(/ +$/gm, ''), tags && tags.length > 0 ? tags.map((tag) => `#${tag}`).join(' ') : '']
    .filter(Boolean)
    .join('\n\n')

/** Two texts side by side (one above the other on a phone): what went on the left, what came on the right. */
export function Compare({ before, after, beforeLabel, afterLabel, language }: Props) {
  const t = useT()
  const pieces = useMemo(() => wordDiff(whole(before), whole(after)), [before, after])
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
