import NextAuth from 'next-auth'
import { authOptions } from '@/lib/domain/access/auth.server'
import { publicRoute } from '@/lib/platform/route.server'

type Handler = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response>

const handler = publicRoute('Signing in is how one becomes somebody.', (request, context) => (NextAuth(authOptions()) as Handler)(request, context))

export { handler as GET, handler as POST }
