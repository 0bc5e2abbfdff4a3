import { contract } from '#modules/privacy/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
