import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { z } from 'zod'
import { partInput, receivePart } from '@/lib/domain/interop/public.server'
import { Refusal } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/platform/route.server'

/** One part of an upload as the raw body; the query says which. */
export const POST = defineRoute({
  needs: 'RUN_IMPORTS',
  input: z.object({}),
  run: (ctx, { request }) => {
    if (!request.body) throw new Refusal('invalid', 'errors.refusals.invalid')
    const part = partInput.parse(Object.fromEntries(new URL(request.url).searchParams))
    return receivePart(ctx, part, Readable.fromWeb(request.body as ReadableStream))
  },
})
