import { contract } from '#modules/trials/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
