import { contract } from '#modules/sponsorship/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
