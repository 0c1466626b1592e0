import { requirePage } from '@/lib/platform/context.server'

export default async function HomePage() {
  const ctx = await requirePage('SIGNED_IN')
  return <h1>{ctx.user.name}</h1>
}
