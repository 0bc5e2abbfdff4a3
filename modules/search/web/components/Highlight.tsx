import type { Highlighted } from '#modules/search/contract.ts'

/** The pieces of a text, those that matched marked. */
export function Highlight({ pieces }: { pieces: Highlighted }) {
  return pieces.map((piece, index) =>
    piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  )
}
