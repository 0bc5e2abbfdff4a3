import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Face = 'regular' | 'bold' | 'italic'

const folder = join(import.meta.dirname, 'fonts')

/** The faces that every PDF embeds (SIL Open Font License, fonts/OFL.txt). */
export const fonts: Record<Face, Buffer> = {
  regular: readFileSync(join(folder, 'preau-text-regular.ttf')),
  bold: readFileSync(join(folder, 'preau-text-bold.ttf')),
  italic: readFileSync(join(folder, 'preau-text-italic.ttf')),
}
