import { contract } from '#modules/recognition/contract.ts'
import { serve } from '#platform/http/serve.ts'

export const routes = serve(contract, {})
