import { serve } from '#platform/http/serve.ts'
import { contract } from '#modules/knowledge/contract.ts'

export const routes = serve(contract, {})
