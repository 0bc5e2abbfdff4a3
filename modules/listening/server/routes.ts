import { contract } from '#modules/listening/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
