/** What in a text may tell who wrote it. */
export type Trace = 'name' | 'number' | 'role' | 'style'

const role =
  /\b(mon|ma|mes|notre|nos|my|our)\s+(équipe|chef|cheffe|responsable|poste|atelier|service|manager|binôme|collègue|team|boss|desk|shift|workshop|colleague)/iu
const style = /!{2,}|\?{2,}|\.{4,}|\p{Extended_Pictographic}|\b\p{Lu}{4,}\b/u

/** Looks at a text on the screen of whoever writes it: nothing is sent, nothing is kept. */
export function tracesIn(text: string): Trace[] {
  const found: Trace[] = []
  // A capital that does not begin a sentence is most often a name.
  if (/(?<![.!?…:»]\s)(?<=\S\s)\p{Lu}\p{Ll}+/u.test(text)) found.push('name')
  if (/\d/.test(text)) found.push('number')
  if (role.test(text)) found.push('role')
  if (style.test(text)) found.push('style')
  return found
}
