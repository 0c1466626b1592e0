import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { z } from 'zod'
import { attachInput } from '@/lib/domain/files/file'
import { attachFile } from '@/lib/domain/files/attach.server'
import { ownerOf } from '@/lib/domain/files/owner.server'
import { Refusal } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/platform/route.server'
import { wholeBody } from './whole-body'
import { fileOwners } from './owners'

/** A file as the raw body; the query says what it is and which record it is for, whose own right decides. */
export const POST = defineRoute({
  needs: 'SIGNED_IN',
  input: z.object({}),
  run: (ctx, { request }) => {
    if (!request.body) throw new Refusal('invalid', 'files.problems.empty')
    const { entity, id, ...arriving } = attachInput.parse(Object.fromEntries(new URL(request.url).searchParams))
    return attachFile(ctx, { owner: ownerOf(fileOwners, entity), id }, arriving, wholeBody(Readable.fromWeb(request.body as ReadableStream), request.headers.get('content-length')))
  },
})
