'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { FormDialog } from '@/components/form/form-dialog'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { totalsInput, type SummaryRow } from '@/lib/domain/attendance/summary'
import { enterTotalsAction } from './actions'

export type CampusChoice = { value: string; label: string; today: string }
const numbers = ['totalEnrolled', 'totalPresent', 'totalTardy', 'totalExcused'] as const

type TotalsFormProps = { campuses: readonly CampusChoice[]; row?: SummaryRow; onDone: () => void }

/** A day's totals, new or entered before. */
export function TotalsForm({ campuses, row, onDone }: TotalsFormProps) {
  const t = useTranslations('attendance.summaries')
  const router = useRouter()
  const first = campuses[0]
  const defaults = row
    ? { campusId: row.campusId, date: row.date, totalEnrolled: row.enrolled, totalPresent: row.present, totalTardy: row.late, totalExcused: row.excused, recordedByLabel: row.recordedBy ?? '', notes: row.notes ?? '', seen: row.seen }
    : { campusId: first?.value ?? '', date: first?.today ?? '', totalEnrolled: '', totalPresent: '', totalTardy: '0', totalExcused: '0', recordedByLabel: '', notes: '', seen: null }
  const saved = () => {
    router.refresh()
    onDone()
  }
  return (
    <ActionForm schema={totalsInput} action={enterTotalsAction} defaults={defaults} onSaved={saved} submit={t('save')}>
      {!row && campuses.length > 1 && <SelectField name="campusId" label={t('campus')} options={campuses} />}
      {!row && <DateField name="date" label={t('date')} max={first?.today} />}
      <div className="grid grid-cols-2 gap-4">{numbers.map((name) => <TextField key={name} name={name} inputMode="numeric" autoComplete="off" label={t(`totals.${name}`)} />)}</div>
      <TextField name="recordedByLabel" label={t('recordedBy')} hint={t('recordedByHint')} optional />
      <TextAreaField name="notes" label={t('notes')} optional />
    </ActionForm>
  )
}

export function TotalsDialog({ campuses }: { campuses: readonly CampusChoice[] }) {
  const t = useTranslations('attendance.summaries')
  return (
    <FormDialog title={t('enter')} description={t('enterText')} trigger={<Button variant="primary"><Plus aria-hidden />{t('enter')}</Button>}>
      {(done) => <TotalsForm campuses={campuses} onDone={() => done(t('saved'))} />}
    </FormDialog>
  )
}
