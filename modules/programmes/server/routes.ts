import { contract } from '#modules/programmes/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
