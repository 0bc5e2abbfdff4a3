import { serve } from '#platform/http/serve.ts'
import { contract } from '#modules/interchange/contract.ts'

export const routes = serve(contract, {})
