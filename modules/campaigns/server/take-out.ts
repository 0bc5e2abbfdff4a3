/** What stands where somebody's name stood. */
const somebody = { fr: 'une personne', en: 'somebody' } as const

interface Named {
  memberId: string
  displayName: string
  givenName: string | null
  familyName: string | null
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * A text without somebody: their mention, their whole name, and each part of it that stands as a word with a capital.
 * Takes out rather too much: a homonym goes with them.
 */
export function takeNameOut(text: string, person: Named, language: string): string {
  const stand = language === 'en' ? somebody.en : somebody.fr
  const parts = [
    person.displayName,
    person.givenName,
    person.familyName,
    ...person.displayName.split(/[\s’'-]+/),
  ]
    .map((part) => part?.normalize('NFC').trim() ?? '')
    .filter((part) => part.length >= 2)
    .toSorted((a, b) => b.length - a.length)
  let left = text
    .normalize('NFC')
    .replace(new RegExp(`\\[[^\\]]*\\]\\(member:${escaped(person.memberId)}\\)`, 'g'), stand)
  for (const part of new Set(parts)) {
    const isWhole = part === person.displayName
    left = left.replace(
      new RegExp(`(?<![\\p{L}\\p{N}])@?${escaped(part)}(?![\\p{L}\\p{N}])`, isWhole ? 'giu' : 'gu'),
      stand,
    )
  }
  return left.replaceAll(new RegExp(`${stand}(?:\\s+${stand})+`, 'g'), stand)
}

/** Members that a text mentions. */
export const mentionedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\]\(member:([0-9a-f-]{36})\)/g)].map(([, id]) => id!)),
]

/** The text of the conversation: the story's, then its picture. */
export const composeBody = (bodyMd: string, picture: { id: string; alt: string } | undefined): string =>
  [
    bodyMd.trim(),
    picture && `![${picture.alt.replace(/[[\]\\]/g, '').replace(/\s+/g, ' ')}](attachment:${picture.id})`,
  ]
    .filter(Boolean)
    .join('\n\n')
