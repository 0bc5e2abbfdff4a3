import { serve } from '#platform/http/serve.ts'
import { contract } from '#modules/polls/contract.ts'

export const routes = serve(contract, {})
