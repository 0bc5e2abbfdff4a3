import type { Line } from '../line.ts'

export const privacy: Record<string, Line> = {}
