import { expect, test } from 'vitest'
import { keepLineBreaks } from './line-breaks.ts'

test('Enter stays a new line between plain lines, and nowhere else', () => {
  expect(keepLineBreaks('Bonjour,\nQui a le plan ?\n\nMerci')).toBe('Bonjour,  \nQui a le plan ?\n\nMerci')
  expect(keepLineBreaks('Liste :\n- un\n- deux\nfin')).toBe('Liste :\n- un\n- deux\nfin')
  expect(keepLineBreaks('```\na\nb\n```\nc\nd')).toBe('```\na\nb\n```\nc  \nd')
  expect(keepLineBreaks(keepLineBreaks('a\r\nb'))).toBe('a  \nb')
})
