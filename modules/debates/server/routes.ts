import { contract } from '#modules/debates/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
