import { contract } from '#modules/lifecycle/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
