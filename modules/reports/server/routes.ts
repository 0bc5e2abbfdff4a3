import { contract } from '#modules/reports/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { Refusal } from '#platform/shared/refusal.ts'

const later = () => Promise.reject(new Refusal('unavailable'))

export const routes = serve(
  contract,
  Object.fromEntries(Object.keys(contract).map((key) => [key, later])) as never,
)
