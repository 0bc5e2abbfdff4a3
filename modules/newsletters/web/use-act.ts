import { defineAct } from '#platform/web/use-act.ts'
import { refresh } from './queries.ts'
import { useT } from './t.ts'

export const useAct = defineAct(useT, refresh)
