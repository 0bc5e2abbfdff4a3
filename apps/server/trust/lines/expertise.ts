import type { Line } from '../line.ts'

export const expertise: Record<string, Line> = {}
