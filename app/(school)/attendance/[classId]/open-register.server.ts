import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { registerKey } from '@/lib/domain/attendance/register'
import { getRegister } from '@/lib/domain/attendance/register.server'
import { requirePage } from '@/lib/platform/context.server'
import { gone } from '../../gone'

const asked = registerKey.extend({ date: registerKey.shape.date.nullable() })

/** The register of an address, read once a request for its page and for the browser's title. */
export const openRegister = cache(async (classId: string, date: unknown, periodId: unknown) => {
  const ctx = await requirePage('READ_ATTENDANCE')
  const key = asked.safeParse({ classId, date: date ?? null, periodId: periodId ?? null })
  if (!key.success) notFound()
  return { ctx, register: await getRegister(ctx, key.data).catch(gone) }
})
