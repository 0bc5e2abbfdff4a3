import type { Line } from '../line.ts'

export const programmes: Record<string, Line> = {}
