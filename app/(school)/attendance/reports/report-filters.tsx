'use client'

import Form from 'next/form'
import Link from 'next/link'
import { CalendarRange } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ChangeEvent } from 'react'
import { Input } from '@/components/ui/input'
import { Button } from '@/components/ui/button'
import { Select, type Option } from '@/components/ui/select'
import { reportGroups, type ReportQuery } from '@/lib/domain/attendance/report'
import type { ReportChoices } from './report-choices.server'

type ReportFiltersProps = { query: ReportQuery; from: string; to: string; choices: ReportChoices }

/** What a report is of; all of it stands in the address. A choice acts at once, a date on leaving the field. */
export function ReportFilters({ query, from, to, choices }: ReportFiltersProps) {
  const t = useTranslations('attendance.reports')
  const go = (event: ChangeEvent<HTMLSelectElement>) => event.target.form?.requestSubmit()
  const pick = (name: 'campus' | 'grade' | 'class', options: readonly Option[]) =>
    options.length > 0 && <label className="flex min-w-0 flex-col gap-1 text-sm font-medium">{t(`filters.${name}`)}<Select name={name} options={options} placeholder={t('all')} defaultValue={query[name] ?? ''} onChange={go} className="sm:max-w-48" /></label>
  return (
    <Form action="/attendance/reports" className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap print:hidden">
      <label className="flex min-w-0 flex-col gap-1 text-sm font-medium">{t('filters.by')}<Select name="by" options={reportGroups.map((value) => ({ value, label: t(`groups.${value}`) }))} defaultValue={query.by} onChange={go} className="sm:max-w-40" /></label>
      <label className="flex min-w-0 flex-col gap-1 text-sm font-medium">{t('filters.from')}<Input type="date" name="from" defaultValue={from} min="1900-01-01" className="sm:w-40" /></label>
      <label className="flex min-w-0 flex-col gap-1 text-sm font-medium">{t('filters.to')}<Input type="date" name="to" defaultValue={to} min="1900-01-01" className="sm:w-40" /></label>
      {pick('campus', choices.campuses)}{pick('grade', choices.grades)}{pick('class', choices.classes)}
      {query.by === 'student' && <label className="flex h-9 items-center gap-2 text-sm pointer-coarse:h-11"><input type="checkbox" name="chronic" value="1" defaultChecked={query.chronic === '1'} className="tick" onChange={(event) => event.target.form?.requestSubmit()} />{t('chronicOnly')}</label>}
      <Button type="submit">{t('show')}</Button>
      {query.class && <Link href={`/attendance/reports/register?class=${query.class}&month=${to.slice(0, 7)}`} className="inline-flex h-9 items-center gap-1.5 text-sm font-medium text-campus-text hover:underline pointer-coarse:h-11"><CalendarRange aria-hidden className="size-4" />{t('monthSheet')}</Link>}
    </Form>
  )
}
