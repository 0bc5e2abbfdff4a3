// @ts-expect-error -- the type program of the web has no Node, where this test runs
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accents } from './accents.ts'

// Reads the tokens themselves, so that nobody can change a colour without the proof.
const css: string = readFileSync(new URL('./styles/theme.css', import.meta.url), 'utf8')
type Rgb = readonly [number, number, number]
const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
const mix = (a: Rgb, share: number, b: Rgb): Rgb =>
  a.map((value, i) => value * share + b[i]! * (1 - share)) as unknown as Rgb

/** Relative luminance and contrast ratio, WCAG 2.2. */
function luminance(color: Rgb): number {
  const [r, g, b] = color.map((value) => {
    const c = value / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function blockOf(selector: string): string {
  const at = css.indexOf(selector)
  if (at < 0) throw new Error(`theme.css has no ${selector}`)
  return css.slice(at, css.indexOf('}', at))
}
function token(block: string, name: string, side: 0 | 1): Rgb | undefined {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(block)
  return found ? rgb(found[side + 1]!) : undefined
}

const plain = blockOf(':root {')
const strong = blockOf(":root[data-theme='contrast'] {")
const share = (block: string) => Number(/--tint-share: (\d+)%/.exec(block)?.[1]) / 100
const themes = [
  { name: 'light', block: plain, side: 0 },
  { name: 'dark', block: plain, side: 1 },
  { name: 'contrast', block: strong, side: 0 },
  { name: 'contrast, dark system', block: strong, side: 1 },
] as const

for (const theme of themes) {
  const of = (name: string): Rgb => {
    const value = token(theme.block, name, theme.side) ?? token(plain, name, theme.side)
    if (!value) throw new Error(`no token ${name}`)
    return value
  }
  const grounds = ['paper', 'surface', 'sunken'] as const

  test.each(['ink', 'muted', 'good', 'warn', 'bad'])(
    `${theme.name}: %s is readable on every ground`,
    (name) => {
      for (const ground of grounds)
        expect(contrast(of(name), of(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    },
  )

  test(`${theme.name}: the edge of a control is seen (3:1)`, () => {
    for (const ground of ['paper', 'surface'] as const)
      expect(contrast(of('line-strong'), of(ground)), ground).toBeGreaterThanOrEqual(3)
  })

  test.each(accents)(
    `${theme.name}: the accent %s is readable as text, on its tint, and under text`,
    (accent) => {
      const selector = `[data-accent='${accent}'] {`
      const color = token(blockOf(selector), 'accent', theme.side)
      if (!color) throw new Error(`no accent ${accent}`)
      for (const ground of grounds)
        expect(contrast(color, of(ground)), `on ${ground}`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(of('on-accent'), color), 'text on the accent').toBeGreaterThanOrEqual(4.5)
      const tint = mix(color, share(theme.block), of('surface'))
      expect(contrast(color, tint), 'on its tint').toBeGreaterThanOrEqual(4.5)
      expect(contrast(of('muted'), tint), 'muted on the tint').toBeGreaterThanOrEqual(4.5)
      // Initials sit on a deeper tint (controls.css, .avatar).
      expect(contrast(color, mix(color, 0.15, of('surface'))), 'initials').toBeGreaterThanOrEqual(4.5)
    },
  )
}
