import { contract } from '#modules/reports/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
