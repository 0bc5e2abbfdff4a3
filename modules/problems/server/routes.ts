import { contract } from '#modules/problems/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
