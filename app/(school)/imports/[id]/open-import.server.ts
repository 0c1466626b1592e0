import 'server-only'
import { forbidden, notFound } from 'next/navigation'
import { z } from 'zod'
import { getImport, namesOf, type ImportRecord } from '@/lib/domain/interop/public.server'
import { requirePage, type Ctx } from '@/lib/platform/context.server'
import { Refusal } from '@/lib/platform/errors'

export type ImportPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The import of an address, for those who may see it; everybody else gets the page that fits. */
export async function openImport(params: Promise<{ id: string }>): Promise<{ ctx: Ctx; batch: ImportRecord; by: string | null }> {
  const ctx = await requirePage('READ_IMPORTS')
  const id = z.uuid().safeParse((await params).id)
  if (!id.success) notFound()
  try {
    const batch = await getImport(ctx, id.data)
    const names = await namesOf(ctx, [batch.createdById])
    return { ctx, batch, by: batch.createdById ? (names.get(batch.createdById) ?? null) : null }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') notFound()
    if (error instanceof Refusal && error.code === 'forbidden') forbidden()
    throw error
  }
}
