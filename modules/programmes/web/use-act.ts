import { defineActs } from '#platform/web/use-act.ts'
import { refresh } from './queries.ts'
import { useT } from './t.ts'

export const useAct = defineActs(useT, refresh)
