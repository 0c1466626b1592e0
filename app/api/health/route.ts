import { isDatabaseUp } from '@/lib/platform/db/gate.server'
import { publicRoute } from '@/lib/platform/route.server'

export const GET = publicRoute('Load balancers and the start script ask whether we are up; it tells nothing else.', async () => {
  const up = await isDatabaseUp()
  return Response.json({ up }, { status: up ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
})
