import { contract } from '#modules/radar/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
