import { contract } from '#modules/practice/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
