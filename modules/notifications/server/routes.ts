import { serve } from '#platform/http/serve.ts'
import { contract } from '#modules/notifications/contract.ts'

export const routes = serve(contract, {})
