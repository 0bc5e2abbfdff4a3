import type { Line } from '../line.ts'

export const lifecycle: Record<string, Line> = {}
