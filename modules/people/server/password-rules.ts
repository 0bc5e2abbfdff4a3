import { Refusal } from '#platform/shared/refusal.ts'

export const minimumLength = 12
const maximumLength = 256

/**
 * What is left of a bad password when case, digits, signs and the usual substitutions are taken away. Twelve
 * characters exclude most published lists by themselves; these are the words that people stretch to get there.
 */
const commonWords = new Set(
  `password motdepasse passe azerty azertyuiop qwerty qwertyuiop qwertz asdfghjkl wxcvbn welcome bienvenue bonjour
   soleil letmein iloveyou jetaime dragon monkey football baseball princess princesse administrator administrateur
   admin root changeme changemoi secret sunshine superman batman starwars master shadow doudou loulou marseille
   paris france company entreprise preau test user utilisateur default temporary temporaire abcdefghijklmnopqrstuvwxyz
   ete winter summer spring autumn hiver printemps automne january janvier`.split(/\s+/),
)
const substitutions: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const lettersOf = (password: string): string => password.replace(/[^a-z]/g, '')
const isOneWordStretched = (letters: string): boolean => {
  for (let length = 1; length <= letters.length; length++) {
    if (letters.length % length !== 0) continue
    const unit = letters.slice(0, length)
    if (unit.repeat(letters.length / length) === letters && (length <= 2 || commonWords.has(unit)))
      return true
  }
  return false
}

/** Why a password is refused, or undefined. Length first; no rule about kinds of characters (NIST 800-63B). */
export function passwordProblem(
  password: string,
  email: string | null,
): 'tooShort' | 'tooLong' | 'tooCommon' | 'containsAddress' | undefined {
  const length = Array.from(password).length
  if (length < minimumLength) return 'tooShort'
  if (length > maximumLength) return 'tooLong'
  const plain = password.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const local = email?.split('@')[0]?.toLowerCase() ?? ''
  if (local.length >= 4 && plain.includes(local) && plain.length - local.length < 8) return 'containsAddress'
  if (new Set(plain).size < 5) return 'tooCommon'
  if ('01234567890123456789'.includes(plain) || '98765432109876543210'.includes(plain)) return 'tooCommon'
  // A word with numbers and signs around it, or with some of its letters disguised; long phrases have more letters.
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/g, '')
  const undisguised = core.replace(/[0134579@$!]/g, (sign) => substitutions[sign] ?? '')
  if (core !== '' && (isOneWordStretched(lettersOf(plain)) || isOneWordStretched(lettersOf(undisguised))))
    return 'tooCommon'
  return undefined
}

/** Refuses a password that is too short, too long, too common or made of the person's address. */
export function enforcePasswordRules(password: string, email: string | null): void {
  const reason = passwordProblem(password, email)
  if (reason) throw new Refusal('passwordRefused', { reason, minimumLength })
}
