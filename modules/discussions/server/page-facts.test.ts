import { expect, test } from 'vitest'
import { decodePage, readPageFacts } from './page-facts.ts'

test('reads what a page says of itself, Open Graph first, as text on one line', () => {
  expect(
    readPageFacts(`<title>
      Simple &eacute;cran &lt;script&gt;</title><meta name=description content="Un
      résumé"><META PROPERTY='og:image' CONTENT='https://a.test/i.png?a=1&amp;b=2'>`),
  ).toEqual({
    title: 'Simple écran <script>',
    description: 'Un résumé',
    siteName: null,
    image: 'https://a.test/i.png?a=1&b=2',
  })
  expect(readPageFacts(`<meta property="og:title" content="a\u202eb\u0000c">`).title).toBe('abc')
  expect(readPageFacts(`<title>${'long '.repeat(200)}</title>`).title).toHaveLength(200)
  expect(readPageFacts('')).toEqual({ title: null, description: null, siteName: null, image: null })
})

test('reads a page in its own encoding, and never fails', () => {
  const latin = Buffer.from('<meta charset="windows-1252"><title>Été</title>', 'latin1')
  expect(decodePage(latin, 'text/html')).toContain('Été')
  expect(decodePage(latin, 'text/html; charset=inconnu')).toContain('<title>')
})

test('does not let markup cost more than its length', () => {
  for (const hostile of [
    '<meta '.repeat(50_000),
    '<title'.repeat(50_000),
    `<meta ${'a="'.repeat(100_000)}`,
  ]) {
    const began = performance.now()
    readPageFacts(hostile)
    expect(performance.now() - began).toBeLessThan(2000)
  }
})
