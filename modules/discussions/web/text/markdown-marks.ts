/** A text and what is selected in it, as a `<textarea>` has them. */
export interface Selected {
  text: string
  start: number
  end: number
}

export type Mark = 'bold' | 'italic' | 'code' | 'link' | 'list' | 'numbers' | 'quote'

const around: Partial<Record<Mark, string>> = { bold: '**', italic: '*', code: '`' }
const before: Partial<Record<Mark, RegExp>> = { list: /^- /, numbers: /^\d+\. /, quote: /^> / }

/** Puts a Markdown mark on the selection, or takes it off when it is already there. The selection stays on the words. */
export function toggleMark(mark: Mark, { text, start, end }: Selected): Selected {
  const sign = around[mark]
  if (sign) return toggleAround(sign, { text, start, end })
  if (mark === 'link') {
    const words = text.slice(start, end)
    const isAddress = /^https?:\/\/\S+$/.test(words)
    const made = isAddress ? `[](${words})` : `[${words}](https://)`
    // The cursor goes where something is missing: the words, or the address.
    const from = isAddress ? start + 1 : start + words.length + 3
    return {
      text: text.slice(0, start) + made + text.slice(end),
      start: from,
      end: isAddress ? from : from + 8,
    }
  }
  return toggleLines(mark, { text, start, end })
}

function toggleAround(sign: string, { text, start, end }: Selected): Selected {
  const size = sign.length
  const outside = text.slice(start - size, start) === sign && text.slice(end, end + size) === sign
  // `*` inside `**` is bold, not italic.
  const isLonger = sign === '*' && text[start - 2] === '*' && text[start - 3] !== '*'
  if (outside && !isLonger && start >= size)
    return {
      text: text.slice(0, start - size) + text.slice(start, end) + text.slice(end + size),
      start: start - size,
      end: end - size,
    }
  return {
    text: text.slice(0, start) + sign + text.slice(start, end) + sign + text.slice(end),
    start: start + size,
    end: end + size,
  }
}

function toggleLines(mark: Mark, { text, start, end }: Selected): Selected {
  const pattern = before[mark]
  if (!pattern) return { text, start, end }
  const from = text.lastIndexOf('\n', start - 1) + 1
  const after = text.indexOf('\n', end)
  const to = after === -1 ? text.length : after
  const lines = text.slice(from, to).split('\n')
  const isOn = lines.every((line) => pattern.test(line))
  const changed = lines
    .map((line, index) => {
      const bare = line.replace(/^(?:- |\d+\. |> )/, '')
      if (isOn) return bare
      return (mark === 'list' ? '- ' : mark === 'quote' ? '> ' : `${index + 1}. `) + bare
    })
    .join('\n')
  return { text: text.slice(0, from) + changed + text.slice(to), start: from, end: from + changed.length }
}

/** What Enter does inside a list or a quote: continues it, or ends it on an empty line. Undefined = a plain new line. */
export function continueLine({ text, start, end }: Selected): Selected | undefined {
  if (start !== end) return undefined
  const from = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(from, start)
  const lead = /^(\s*)(- |> |(\d+)\. )/.exec(line)
  if (!lead) return undefined
  if (line.length === lead[0].length)
    return { text: text.slice(0, from) + text.slice(start), start: from, end: from }
  const next = lead[3] ? `${lead[1]}${Number(lead[3]) + 1}. ` : `${lead[1]}${lead[2]}`
  const at = start + 1 + next.length
  return { text: `${text.slice(0, start)}\n${next}${text.slice(start)}`, start: at, end: at }
}

/** Puts `piece` where the cursor is, on lines of its own. */
export function insertBlock({ text, start, end }: Selected, piece: string): Selected {
  const head = text.slice(0, start)
  const tail = text.slice(end)
  const gap = head === '' || head.endsWith('\n\n') ? '' : head.endsWith('\n') ? '\n' : '\n\n'
  const rest = tail === '' ? '\n\n' : tail.startsWith('\n') ? '\n' : '\n\n'
  const at = head.length + gap.length + piece.length + rest.length
  return { text: head + gap + piece + rest + tail, start: at, end: at }
}
