import { Readable } from 'node:stream'
import { z } from 'zod'
import { photoSizeInput } from '@/lib/domain/files/file'
import { openFile } from '@/lib/domain/files/file.server'
import { log } from '@/lib/platform/log.server'
import { defineRoute } from '@/lib/platform/route.server'
import { fileOwners } from '../owners'

/** Sent to be saved, never to be run: a photo alone is shown in its place. */
const headersOf = ({ name, type, isPhoto, bytes }: { name: string; type: string; isPhoto: boolean; bytes: number | null }) => ({
  'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
  'Content-Disposition': isPhoto ? 'inline' : `attachment; filename="${name.replace(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  ...(bytes === null ? {} : { 'Content-Length': String(bytes) }),
})

/** One file. The browser may keep it but asks each time, so that a right that was taken away is missed at once. */
export const GET = defineRoute({
  needs: 'SIGNED_IN',
  input: z.object({ size: photoSizeInput, preview: z.literal('1').optional().catch(undefined) }),
  run: async (ctx, { input, params, request }) => {
    const file = await openFile(ctx, fileOwners, { id: String(params.id), size: input.size })
    // Who takes a document away leaves a line in its history.
    if (file.entity === 'documents' && !input.preview) await ctx.db.auditEvent.create({ data: { actorId: ctx.user.id, deed: 'download-file', entity: file.entity, entityId: file.recordId, after: { attachment: file.name } }, select: { id: true } })
    const kept = { ETag: `"${file.version}"`, 'Cache-Control': 'private, no-cache' }
    if (request.headers.get('if-none-match') === kept.ETag) return new Response(null, { status: 304, headers: kept })
    const content = await file.open()
    content.on('error', (error) => log.error({ err: error, file: file.version }, 'A file broke off while it was sent.'))
    return new Response(Readable.toWeb(content) as ReadableStream, { headers: { ...headersOf(file), ...kept } })
  },
})
