import type { Catalogue, InterfaceLanguage } from '#platform/shared/i18n.ts'

const catalogues = new Map<string, Promise<Catalogue>>()

/** A module's texts on the server, by dotted key; undefined where the catalogue has none. */
export async function wordsOfModule(
  module: string,
  language: InterfaceLanguage,
): Promise<(key: string) => string | undefined> {
  const name = `#modules/${module}/messages/${language}.ts`
  let loading = catalogues.get(name)
  if (!loading) {
    // A module that has no texts yet shows its keys rather than failing the page that tells people the truth.
    loading = import(name).then((file: { default: Catalogue }) => file.default).catch(() => ({}))
    catalogues.set(name, loading)
  }
  const catalogue = await loading
  return (key) => {
    let at: string | Catalogue | undefined = catalogue
    for (const part of key.split('.'))
      at = typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined
    return typeof at === 'string' ? at : undefined
  }
}
