import { expect, test } from 'vitest'
import { createHash, createHmac } from 'node:crypto'
import { drawOrder, listOf } from './draw.ts'
import { readTag, tagsIn } from './tag.ts'
import { takeNameOut } from './server/take-out.ts'

test('the draw is what its page says: done again with other tools, the same order', async () => {
  const seed = 'a'.repeat(64)
  const codes = ['7Q2M9XKD', 'B4N8T1ZR', '0H5J6WCV', '7Q2M9XKD']
  const list = listOf(codes)
  expect(list).toEqual(['0H5J6WCV', '7Q2M9XKD', 'B4N8T1ZR'])
  const fingerprint = createHash('sha256').update(list.join('\n')).digest('hex')
  const number = (code: string) => createHmac('sha256', seed).update(`${fingerprint}\n${code}`).digest('hex')
  const order = await drawOrder(seed, codes)
  expect(order).toEqual(list.toSorted((a, b) => (number(a) < number(b) ? -1 : 1)))
  expect(await drawOrder(seed, codes.toReversed())).toEqual(order)
  expect(await drawOrder(seed, [])).toEqual([])
})

test('every entry has the same chance, at every place', async () => {
  const codes = Array.from({ length: 6 }, (_, n) => `CODE000${n}`)
  const draws = 3000
  const first = new Map<string, number>()
  const last = new Map<string, number>()
  for (let n = 0; n < draws; n++) {
    const order = await drawOrder(createHash('sha256').update(`seed ${n}`).digest('hex'), codes)
    first.set(order[0]!, (first.get(order[0]!) ?? 0) + 1)
    last.set(order[5]!, (last.get(order[5]!) ?? 0) + 1)
  }
  // Chi-squared with 5 degrees of freedom: 20.5 is passed by chance once in a thousand; the seeds are fixed.
  for (const seen of [first, last]) {
    const expected = draws / codes.length
    const chi = codes.reduce((sum, code) => sum + ((seen.get(code) ?? 0) - expected) ** 2 / expected, 0)
    expect(chi).toBeLessThan(20.5)
  }
})

test('a tag is one word; in a text it stands alone', () => {
  expect(readTag('#MonCarnet')).toEqual({ tag: 'MonCarnet', folded: 'moncarnet' })
  expect(readTag('Été2026')?.folded).toBe('ete2026')
  for (const bad of ['', '#', 'a', 'deux mots', '<b>', '2026', 'a-b', 'x'.repeat(41)])
    expect(readTag(bad)).toBeUndefined()
  expect(tagsIn('Voici #MonCarnet, (#été) et #moncarnet. # titre a#non https://x.test/#ancre')).toEqual([
    'moncarnet',
    'ete',
  ])
})

test('a name leaves a text whole: mention, whole name, parts of it', () => {
  const sofia = {
    memberId: '0197b5a0-0000-7000-8000-000000000000',
    displayName: 'Sofia Almeida',
    givenName: 'Sofia',
    familyName: 'Almeida',
  }
  expect(
    takeNameOut(`Merci [@Sofia A.](member:${sofia.memberId}) et Sofia Almeida, dite Sofia !`, sofia, 'fr'),
  ).toBe('Merci une personne et une personne, dite une personne !')
  expect(takeNameOut('Sofiane reste, SOFIA ALMEIDA non.', sofia, 'en')).toBe('Sofiane reste, somebody non.')
})
