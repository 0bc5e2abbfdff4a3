import { contract } from '#modules/ambassadors/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
