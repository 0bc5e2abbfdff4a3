import EmailReplyParser from 'email-reply-parser'

// Lines after which everything is what was answered to. The library knows many languages but not the header blocks of
// Outlook in French, nor those that a phone folds over two lines.
const outlookHeader = /^\s*\*{0,2}(?:De|From|Von)\s?:\*{0,2}\s+\S/
const outlookSecond = /^\s*\*{0,2}(?:Envoyé|Date|Sent|À|A|To|Cc|Objet|Subject|Gesendet)\s?:\*{0,2}\s/
const separator =
  /^\s*(?:-{2,12}\s?(?:original message|message d['’]origine|forwarded message|message transféré|message initial)\s?-{2,12}|_{20,})\s*$/i
const wrote =
  /^\s*(?:>\s*)?(?:Le\s.{4,200}(?:a\s+écrit|écrivait)|On\s.{4,200}wrote|Il\s.{4,200}ha\s+scritto|Am\s.{4,200}schrieb.{0,100})[\s\u00a0\u202f]?:\s*$/
const phone =
  /^\s*(?:Envoyé (?:de|depuis|à partir de) (?:mon|ma|l['’]|un|Outlook|Yahoo|Proton|l’)|Sent from (?:my|Outlook|Yahoo|Proton)|Télécharger Outlook|Obtenez Outlook|Get Outlook|Obtenir Outlook)/i
/** The line that our own mails draw above what they say. */
export const answerAbove = { fr: 'Répondez au-dessus de cette ligne', en: 'Answer above this line' } as const
const ours = new RegExp(Object.values(answerAbove).join('|'))

/** Beyond, the library's expressions take time with the square of the length; only the line rules are applied. */
const longest = 20_000

/**
 * What the person wrote, without what they answered to and without signature. In doubt the text stays whole: words
 * written between quoted lines keep their quotes, and nothing is cut when nothing would be left.
 */
export function ownWords(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim()
  const lines = whole.split('\n')
  const end = endOfOwnWords(lines)
  const above = lines.slice(0, end).join('\n').trim()
  const below = lines.slice(end)
  // Answers under or between the quoted lines: the quote is what gives them sense.
  const quotedBelow = below.findIndex((line) => /^\s*>/.test(line))
  if (
    quotedBelow !== -1 &&
    below.slice(quotedBelow).some((line) => isOwnLine(line)) &&
    below.every((line) => !outlookHeader.test(line))
  ) {
    const kept = withoutSignature(whole)
    return kept === '' ? whole : kept
  }
  const words = above.length > longest ? withoutSignature(above) : new EmailReplyParser().parseReply(above)
  const cut = withoutSignature(words)
  return cut === '' ? words.trim() : cut
}

const isOwnLine = (line: string): boolean =>
  line.trim() !== '' &&
  !/^\s*>/.test(line) &&
  !phone.test(line) &&
  !/^\s*-- ?$/.test(line) &&
  !wrote.test(line)

function endOfOwnWords(lines: readonly string[]): number {
  for (const [index, line] of lines.entries()) {
    if (line.length > 500) continue
    if (separator.test(line) || wrote.test(line) || ours.test(line)) return index
    // "Le lun. 3 nov. 2025 à 10:02, Prénom Nom <adresse>" and, on the next line, "a écrit :"
    const next = lines[index + 1]
    if (
      next !== undefined &&
      next.length < 300 &&
      /^\s*(?:Le|On)\s/.test(line) &&
      wrote.test(`${line} ${next}`)
    )
      return index
    if (
      outlookHeader.test(line) &&
      lines.slice(index + 1, index + 4).some((after) => outlookSecond.test(after))
    )
      return index
  }
  return lines.length
}

function withoutSignature(text: string): string {
  const lines = text.split('\n')
  const sign = lines.findIndex((line) => /^-- ?$/.test(line) || (line.length < 200 && phone.test(line)))
  return (sign === -1 ? lines : lines.slice(0, sign)).join('\n').trim()
}

/**
 * Text of a mail as our Markdown. Mail programs fold paragraphs at some 75 characters: those lines are one again; a
 * short line followed by another was ended on purpose and stays one.
 */
export function mailTextToMarkdown(text: string): string {
  const lines = text
    .replaceAll('\u00a0\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
  return lines
    .map((line, index) => {
      const next = lines[index + 1]
      // Four blanks would make code of an indented line.
      const bare = line.replace(/^[ \t]{4,}/, '   ')
      const isEnd = next === undefined || next.trim() === '' || line === ''
      const isBlock =
        /^\s*(?:[>#|-]|\*\s|\d+[.)]\s|```)/.test(line) || /^\s*(?:[>#|-]|\*\s|\d+[.)]\s|```)/.test(next ?? '')
      return isEnd || isBlock || line.length > 60 ? bare : `${bare}\\`
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
