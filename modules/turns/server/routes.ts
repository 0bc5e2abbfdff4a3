import { contract } from '#modules/turns/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
