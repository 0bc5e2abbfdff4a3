import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  asked: '{who} pense que vous pourriez répondre',
  askedWithWord: '{who} pense que vous pourriez répondre\u00a0: «\u202f{note}\u202f»',
  confirmed: '{who} confirme ce que vous savez',
} as const

export const en = {
  asked: '{who} thinks that you could answer',
  askedWithWord: '{who} thinks that you could answer: “{note}”',
  confirmed: '{who} confirms what you know',
} as const satisfies SameShape<typeof fr>
