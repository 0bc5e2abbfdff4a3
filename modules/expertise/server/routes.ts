import { serve } from '#platform/http/serve.ts'
import { contract } from '#modules/expertise/contract.ts'

export const routes = serve(contract, {})
