import { findCataloguesWith } from '#platform/web/i18n.tsx'

type Messages = Record<string, unknown>

// Each file becomes a chunk of its own, with its messages compiled (vite.config.ts, `catalogues`).
// Relative: import.meta.glob does not resolve the names of package.json, and leaves such a line as it stands.
const files = {
  ...import.meta.glob<Messages>('../../modules/*/messages/{fr,en}.ts', { import: 'default' }),
  ...import.meta.glob<Messages>('../../platform/web/messages/{fr,en}.ts', { import: 'default' }),
  ...import.meta.glob<Messages>('./messages/{fr,en}.ts', { import: 'default' }),
}

const folders: Record<string, string> = { shell: '.', platform: '../../platform/web' }

findCataloguesWith((name, language) => {
  const load = files[`${folders[name] ?? `../../modules/${name}`}/messages/${language}.ts`]
  return load ? load() : Promise.reject(new Error(`No catalogue ${name} in ${language}`))
})
