import type { Line } from '../line.ts'

export const kinds: Record<string, Line> = {}
