import { serve } from '#platform/http/serve.ts'
import { contract } from '#modules/moderation/contract.ts'

export const routes = serve(contract, {})
