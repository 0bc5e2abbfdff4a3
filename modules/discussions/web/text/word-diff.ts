export interface DiffPiece {
  text: string
  kind: 'same' | 'added' | 'removed'
}

/** Above this product of word counts the table would cost more than a glance is worth: whole texts are shown instead. */
const tableLimit = 4_000_000

/** What changed between two wordings, word by word (longest common subsequence). */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const a = before.match(/\s+|[^\s]+/gu) ?? []
  const b = after.match(/\s+|[^\s]+/gu) ?? []
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++
  const pieces: DiffPiece[] = []
  const add = (kind: DiffPiece['kind'], text: string | undefined) => {
    if (!text) return
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  add('same', a.slice(0, head).join(''))
  const left = a.slice(head, a.length - tail)
  const right = b.slice(head, b.length - tail)
  if (left.length * right.length > tableLimit) {
    add('removed', left.join(''))
    add('added', right.join(''))
  } else {
    const width = right.length + 1
    const lengths = new Uint32Array((left.length + 1) * width)
    for (let i = left.length - 1; i >= 0; i--)
      for (let j = right.length - 1; j >= 0; j--)
        lengths[i * width + j] =
          left[i] === right[j]
            ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
            : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    let i = 0
    let j = 0
    while (i < left.length && j < right.length) {
      if (left[i] === right[j]) {
        add('same', left[i++])
        j++
      } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
        add('removed', left[i++])
      else add('added', right[j++])
    }
    add('removed', left.slice(i).join(''))
    add('added', right.slice(j).join(''))
  }
  add('same', tail ? a.slice(a.length - tail).join('') : '')
  return joined(pieces)
}

/** Changes with nothing but blanks between them are read as one: what went, then what came. */
function joined(pieces: DiffPiece[]): DiffPiece[] {
  const result: DiffPiece[] = []
  let removed = ''
  let added = ''
  const end = () => {
    if (removed) result.push({ kind: 'removed', text: removed })
    if (added) result.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'removed') removed += piece.text
    else if (piece.kind === 'added') added += piece.text
    else if (piece.text.trim() === '' && (removed || added) && pieces[index + 1]) {
      removed += piece.text
      added += piece.text
    } else {
      end()
      result.push(piece)
    }
  }
  end()
  return result
}
