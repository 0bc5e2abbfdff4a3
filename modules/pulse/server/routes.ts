import { contract } from '#modules/pulse/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
