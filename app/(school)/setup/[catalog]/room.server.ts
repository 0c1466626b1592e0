import 'server-only'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { academicYears } from '@/lib/domain/academics/academic-year.server'
import { grades } from '@/lib/domain/academics/grade.server'
import { subjects } from '@/lib/domain/academics/subject.server'
import { attendanceReasons } from '@/lib/domain/attendance/reason.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import type { PlainReading } from '@/lib/platform/plain.server'
import type { PlainRow } from '@/lib/platform/record.server'
import { entries } from './entries'

/** What the pages read; what they change goes through the entry's doors. */
export const readings: ReadonlyMap<string, PlainReading> = new Map<string, PlainReading>([
  ['academic-years', academicYears],
  ['grades', grades],
  ['attendance-reasons', attendanceReasons],
  ['subjects', subjects],
])

/** The entry of an address with its words, or no page. */
export async function roomOf(name: string) {
  const [entry, verbs] = [entries.get(name), readings.get(name)]
  if (!entry || !verbs) notFound()
  const { facts } = entry
  return { name, facts, verbs, say: await getTranslations(`setup.entries.${facts.name}`) }
}

/** The record of an address; another organization's or a removed one is no page. */
export async function recordOf(verbs: PlainReading, ctx: Ctx, id: string): Promise<PlainRow> {
  return verbs.get(ctx, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-found') notFound()
    throw error
  })
}
