import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import compileMessage from 'icu-minify/compile'
import { defineConfig, type Plugin } from 'vite'

type Messages = { [key: string]: string | Messages }

/** Compiles ICU messages while building: the browser gets no parser (use-intl/format-message/format-only). */
function catalogues(): Plugin {
  const compiled = (messages: Messages): unknown =>
    Object.fromEntries(
      Object.entries(messages).map(([key, value]) => [
        key,
        typeof value === 'string' ? compileMessage(value) : compiled(value),
      ]),
    )
  return {
    name: 'preau-catalogues',
    enforce: 'pre',
    async transform(_, id) {
      const [file = ''] = id.split('?')
      if (!/\/messages\/(fr|en)\.ts$/.test(file)) return undefined
      // Node runs the catalogue itself; the query defeats its module cache when the file changes.
      const module = (await import(`${pathToFileURL(file).href}?at=${Date.now()}`)) as { default: Messages }
      return { code: `export default ${JSON.stringify(compiled(module.default))}`, map: null }
    },
  }
}

const isPrimitive = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
/** Lists and flat records of words and numbers: what a screen may need of a contract at run time. */
const isPlain = (value: unknown): boolean =>
  isPrimitive(value) ||
  (typeof value === 'object' &&
    value !== null &&
    !('~kind' in value) &&
    Object.values(value).every(isPrimitive))

/** Leaves of a `contract.ts` only its plain constants (kinds, reasons, limits): not a byte of schema in the browser. */
function contractConstants(): Plugin {
  return {
    name: 'preau-contract-constants',
    enforce: 'pre',
    async transform(_, id) {
      const [file = ''] = id.split('?')
      if (!/\/modules\/[^/]+\/contract\.ts$/.test(file)) return undefined
      const module = (await import(`${pathToFileURL(file).href}?at=${Date.now()}`)) as Record<string, unknown>
      const constants = Object.entries(module).filter(([, value]) => isPlain(value))
      return {
        code: constants.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`).join('\n'),
        map: null,
      }
    },
  }
}

/** The faces of the first screen are asked for with the page, not after the style sheet. */
function preloadFonts(): Plugin {
  const wanted = /(source-sans-3-latin-wght-normal|newsreader-latin-wght-normal)[^/]*\.woff2$/
  return {
    name: 'preau-preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => wanted.test(name))
          .map((name) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${name}`, crossorigin: '' },
          })),
    },
  }
}

/** Nothing of the server may reach a browser: the build stops. */
function refuseServerCode(): Plugin {
  return {
    name: 'preau-refuse-server-code',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        const own = chunk.moduleIds.find((id) => !id.includes('/node_modules/') && /\/server\//.test(id))
        const schema = chunk.moduleIds.find((id) => id.includes('/node_modules/typebox/'))
        if (schema)
          this.error(
            `${chunk.fileName} contains schemas: import contracts with "import type", constants from another file`,
          )
        const builtin = [...chunk.imports, ...chunk.dynamicImports].find((id) => id.startsWith('node:'))
        if (own ?? builtin)
          this.error(`${chunk.fileName} contains ${own ?? builtin}: web code imports server code`)
        if (/(?:from|import\()\s*["'`]node:/.test(chunk.code)) this.error(`${chunk.fileName} imports node:`)
      }
    },
  }
}

const shellWords = /\/(apps|platform)\/web\/messages\//
/** What reading and answering without a network needs: it must be there before the network goes. */
const readOffline =
  /\/platform\/web\/kept\.ts$|\/web\/slots-inside\.tsx$|\/shell\/OfflineBand\.tsx$|\/modules\/(discussions|communities|knowledge|gatherings)\/(messages\/|web\/pages\/(HomePage|PostPage|CommunityLayout|ConversationsTab|PagePage|GatheringPage|AgendaPage)\.|web\/composer\/(ReplyBox|Composer)\.)/

/** Writes `sw.js` with the list of files that the shell needs to open (the entry, what it imports, style, faces). */
function serviceWorker(): Plugin {
  return {
    name: 'preau-service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((chunk) => chunk.type === 'chunk')
        const shell = new Set<string>(['/', '/boot.js'])
        const add = (fileName: string) => {
          if (shell.has(`/${fileName}`)) return
          shell.add(`/${fileName}`)
          const chunk = chunks.find((candidate) => candidate.fileName === fileName)
          for (const imported of chunk?.imports ?? []) add(imported)
          for (const css of chunk?.viteMetadata?.importedCss ?? []) shell.add(`/${css}`)
        }
        for (const chunk of chunks) {
          const facade = chunk.facadeModuleId ?? ''
          if (chunk.isEntry || shellWords.test(facade) || readOffline.test(facade)) add(chunk.fileName)
        }
        for (const name of Object.keys(bundle))
          if (/latin-wght-normal.*\.woff2$/.test(name) && !/atkinson/.test(name)) shell.add(`/${name}`)
        const template = readFileSync(new URL('./apps/web/sw.template.js', import.meta.url), 'utf8')
        const files = [...shell].sort()
        // The version changes with any file name, and file names change with their content.
        const version = files
          .join()
          .split('')
          .reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 7)
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: template
            .replace('__FILES__', JSON.stringify(files))
            .replace('__VERSION__', (version >>> 0).toString(36)),
        })
      },
    },
  }
}

/** Files that every page has loaded before it asks for anything else: what the entry imports, and what that imports. */
const always = new Set<string>()

/** Notes them before the addresses to preload are written into the entry (build.modulePreload below). */
function noteWhatIsAlwaysThere(): Plugin {
  return {
    name: 'preau-always-there',
    apply: 'build',
    enforce: 'pre',
    generateBundle(_, bundle) {
      const add = (fileName: string) => {
        const chunk = bundle[fileName]
        if (chunk?.type !== 'chunk' || always.has(fileName)) return
        always.add(fileName)
        for (const css of chunk.viteMetadata?.importedCss ?? []) always.add(css)
        for (const imported of chunk.imports) add(imported)
      }
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.isEntry) add(chunk.fileName)
    },
  }
}

const server = process.env['PREAU_DEV_SERVER'] ?? 'http://127.0.0.1:3000'

export default defineConfig({
  root: 'apps/web',
  plugins: [
    { ...(optimizeLocales.vite({ locales: ['fr-FR', 'en-US'] }) as Plugin), enforce: 'pre' },
    catalogues(),
    contractConstants(),
    tailwind(),
    react(),
    preloadFonts(),
    noteWhatIsAlwaysThere(),
    refuseServerCode(),
    serviceWorker(),
  ],
  resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
  build: {
    outDir: '../../dist',
    emptyOutDir: true,
    manifest: true,
    // Each page lists in the entry what to load with it: without what is there anyway, that list is a third as long.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files) => files.filter((file) => !always.has(file)),
    },
    target: 'baseline-widely-available',
    // light-dark() stays as it is: the themes are made of it.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 1024,
    reportCompressedSize: false,
    // The entry lists some 500 files: their names alone would weigh as much as a page. The manifest knows them.
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: ({ names: [name = ''] }) =>
          name.endsWith('.css') ? 'assets/[hash:7].css' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
  preview: { proxy: { '/api': { target: server, changeOrigin: false } } },
})
