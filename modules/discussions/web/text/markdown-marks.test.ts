import { expect, test } from 'vitest'
import { continueLine, insertBlock, toggleMark } from './markdown-marks.ts'

const at = (marked: string) => {
  const start = marked.indexOf('|')
  const end = marked.lastIndexOf('|')
  return start === end
    ? { text: marked.replace('|', ''), start, end: start }
    : { text: marked.replaceAll('|', ''), start, end: end - 1 }
}
const show = ({ text, start, end }: { text: string; start: number; end: number }) =>
  start === end
    ? `${text.slice(0, start)}|${text.slice(start)}`
    : `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`

test.each([
  ['bold', 'un |mot| ici', 'un **|mot|** ici'],
  ['bold', 'un **|mot|** ici', 'un |mot| ici'],
  ['italic', 'un **|mot|** ici', 'un ***|mot|*** ici'],
  ['italic', 'un ***|mot|*** ici', 'un **|mot|** ici'],
  ['code', '||', '`|`'],
  ['link', 'voir |la fiche|', 'voir [la fiche](|https://|)'],
  ['link', 'voir |https://a.test/b|', 'voir [|](https://a.test/b)'],
  ['list', 'a\n|b\nc|\nd', 'a\n|- b\n- c|\nd'],
  ['list', '|- b\n- c|', '|b\nc|'],
  ['numbers', '|- b\n- c|', '|1. b\n2. c|'],
  ['quote', 'x|', '|> x|'],
] as const)('%s on %s', (mark, from, to) => {
  expect(show(toggleMark(mark, at(from.replace('||', '|'))))).toBe(to)
})

test('Enter continues a list, numbers it, and leaves it on an empty item', () => {
  expect(show(continueLine(at('- un|'))!)).toBe('- un\n- |')
  expect(show(continueLine(at('2. un|'))!)).toBe('2. un\n3. |')
  expect(show(continueLine(at('- un\n- |'))!)).toBe('- un\n|')
  expect(continueLine(at('plain|'))).toBeUndefined()
})

test('a picture stands on lines of its own', () => {
  expect(show(insertBlock(at('avant|après'), '![](x)'))).toBe('avant\n\n![](x)\n\n|après')
  expect(show(insertBlock(at('|'), '![](x)'))).toBe('![](x)\n\n|')
})
