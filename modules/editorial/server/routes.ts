import { contract } from '#modules/editorial/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
