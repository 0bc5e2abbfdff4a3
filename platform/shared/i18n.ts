/** Interface languages. Adding one is adding catalogues. */
export const interfaceLanguages = ['fr', 'en'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

export const isInterfaceLanguage = (value: unknown): value is InterfaceLanguage =>
  interfaceLanguages.includes(value as InterfaceLanguage)

type Catalogue = { readonly [key: string]: string | Catalogue }

/** `en.ts` has exactly the keys of `fr.ts`: `export default { … } as const satisfies SameShape<typeof fr>`. */
export type SameShape<C> = {
  readonly [K in keyof C]: C[K] extends string ? string : C[K] extends Catalogue ? SameShape<C[K]> : never
}

export type { Catalogue }
