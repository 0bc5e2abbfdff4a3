import { contract } from '#modules/newsletters/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
