import { serve } from '#platform/http/serve.ts'
import { contract } from '#modules/gatherings/contract.ts'

export const routes = serve(contract, {})
