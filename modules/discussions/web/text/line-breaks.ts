const block = /^\s*(?:[-*+] |\d+[.)] |> ?|#{1,6} |```|~~~|\||$)/

/**
 * In a text typed without Markdown in mind, Enter means a new line. Markdown would join the lines: each gets the
 * two spaces that keep it (lists, quotes, tables, headings and code stay as they are).
 */
export function keepLineBreaks(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  let inCode = false
  return lines
    .map((line, index) => {
      if (/^\s*(?:```|~~~)/.test(line)) inCode = !inCode
      const next = lines[index + 1]
      if (inCode || next === undefined || block.test(next) || block.test(line) || / {2}$/.test(line))
        return line
      return `${line.trimEnd()}  `
    })
    .join('\n')
}
