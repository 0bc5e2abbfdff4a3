import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { detectLanguage } from './detect-language.ts'
import { htmlToMarkdown, remarkToMarkdown } from '#platform/markdown/html-to-markdown.ts'

describe('HTML as Markdown', () => {
  it.each([
    ['<p>Un <strong>mot</strong> et <em>un</em> <code>code_x</code>.</p>', 'Un **mot** et *un* `code_x`.'],
    [
      '<pre class="lang-py prettyprint"><code>def f():\n    return "*a*"\n</code></pre>',
      '```py\ndef f():\n    return "*a*"\n```',
    ],
    ['<pre><code>```\nx\n```</code></pre>', '````\n```\nx\n```\n````'],
    [
      '<p>Soit $a_b^*$ et \\(x_1\\), $$\\sum_{i}_*$$ mais a_b_c et 5 $ * 2</p>',
      'Soit $a_b^*$ et $x_1$, $$\\sum_{i}_*$$ mais a\\_b\\_c et 5 $ \\* 2',
    ],
    ['<p><a href="https://a.test/x y(1)">un\nlien</a></p>', '[un lien](https://a.test/x%20y%281%29)'],
    [
      '<p><a href="javascript:alert(1)">clic</a> <a href="member:0190aaaa-0000-7000-8000-000000000001">@Inès</a></p>',
      'clic @Inès',
    ],
    [
      '<p><img src="https://a.test/i.png" alt="enter image description here"> <img src="data:x" alt="plan"></p>',
      '[image](https://a.test/i.png) plan',
    ],
    ['<a href="https://a.test"><img src="https://a.test/i.png" alt="plan"></a>', '[plan](https://a.test)'],
    [
      '<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td><td>x<br>y</td></tr></table>',
      '| a | b\\|c |\n| --- | --- |\n| 1 | x y |',
    ],
    ['<p>x<sup>2</sup> <s>non</s></p>', 'x² ~~non~~'],
    ['<blockquote><p>cité</p></blockquote><ul><li>a</li><li>b</li></ul>', '> cité\n\n-   a\n-   b'],
    [
      '<p>[@x](member:0190aaaa-0000-7000-8000-000000000001)</p>',
      '\\[@x\\](member:0190aaaa-0000-7000-8000-000000000001)',
    ],
    ['<script>alert(1)</script><p>reste</p>', 'reste'],
    ['', ''],
  ])('%j', (html, markdown) => expect(htmlToMarkdown(html)).toBe(markdown))

  it('saves the words of what is nested too deep', () => {
    expect(htmlToMarkdown(`${'<div>'.repeat(60_000)}mot${'</div>'.repeat(60_000)}`)).toContain('mot')
  })

  it('makes no mention, attachment or image of foreign text', () => {
    const own = '0190aaaa-0000-7000-8000-000000000001'
    for (const text of [
      `[@x](member:${own})`,
      `[@x]( <member:${own}>)`,
      `[@x][1]\n\n[1]: member:${own}`,
      `![i](attachment:${own})`,
    ]) {
      const { mentions, attachments } = renderMarkdown(remarkToMarkdown(text))
      expect([...mentions, ...attachments]).toEqual([])
    }
  })

  it('keeps remarks in one paragraph', () => {
    expect(renderMarkdown(remarkToMarkdown('# 1 is `best`')).html).toBe('<p># 1 is <code>best</code></p>\n')
    expect(renderMarkdown(remarkToMarkdown('1. yes')).html).toBe('<p>1. yes</p>\n')
    expect(renderMarkdown(remarkToMarkdown('*italic* stays')).html).toBe('<p><em>italic</em> stays</p>\n')
  })

  it('hears the language in the small words', () => {
    expect(detectLanguage('Should we include the sources in this answer?')).toBe('en')
    expect(detectLanguage('Que faire pour les sources dans une réponse ?')).toBe('fr')
    expect(detectLanguage('E = mc²')).toBeUndefined()
  })
})
