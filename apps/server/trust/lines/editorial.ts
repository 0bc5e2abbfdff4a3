import type { Line } from '../line.ts'

export const editorial: Record<string, Line> = {}
