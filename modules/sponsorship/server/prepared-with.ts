const words = { fr: 'Préparé avec', en: 'Prepared with' }
const escaped = (name: string): string => name.replace(/[\\`*_{}[\]<>#|!~$@]/gu, '\\$&')

/**
 * The text with the public line that says who helped to write it, once, at its end. It is part of the text, so that
 * every mail, export, search and quotation says it too.
 */
export function withMention(bodyMd: string, name: string, language: string = 'fr'): string {
  const lines = Object.values(words).map((begins) => `*${begins} ${escaped(name)}*`)
  if (bodyMd.split('\n').some((line) => lines.includes(line.trim()))) return bodyMd
  return `${bodyMd.trimEnd()}\n\n*${words[language === 'en' ? 'en' : 'fr']} ${escaped(name)}*`
}
