import { contract } from '#modules/campaigns/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
