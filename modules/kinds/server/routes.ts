import { contract } from '#modules/kinds/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
