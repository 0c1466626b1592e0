'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { bellKinds, type BellScheduleInput } from '@/lib/domain/timetable/bell-schedule'

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const timeOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The periods of a day, one under the other; a new one begins where the last ends and is as long. */
export function PeriodRows() {
  const t = useTranslations('timetables.bells')
  const { control, getValues, formState } = useFormContext<BellScheduleInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'periods', keyName: 'key' })
  const problem = formState.errors.periods?.root?.message ?? formState.errors.periods?.message
  const kinds = bellKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))

  function addOne() {
    const last = getValues('periods').at(-1)
    const isTimed = last !== undefined && last.startsAt !== '' && last.endsAt > last.startsAt
    const length = isTimed ? minutesOf(last.endsAt) - minutesOf(last.startsAt) : 45
    const from = isTimed ? minutesOf(last.endsAt) : 480
    append({ id: '', name: '', startsAt: timeOf(from), endsAt: timeOf(Math.min(from + length, 1439)), kind: 'lesson' })
  }

  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-3">
        {fields.map(({ key }, at) => (
          <li key={key}>
            <div role="group" aria-label={t('row.name', { number: at + 1 })} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2 rounded-lg border border-line p-3 sm:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.2fr)_auto] sm:border-0 sm:p-0">
              <div className="col-span-3 sm:col-auto"><TextField name={`periods.${at}.name`} label={t('row.name', { number: at + 1 })} autoComplete="off" /></div>
              <TextField name={`periods.${at}.startsAt`} label={t('row.startsAt')} type="time" />
              <TextField name={`periods.${at}.endsAt`} label={t('row.endsAt')} type="time" />
              <div className="col-span-2 sm:col-auto"><SelectField name={`periods.${at}.kind`} label={t('row.kind')} options={kinds} /></div>
              <IconButton label={t('row.remove', { number: at + 1 })} onClick={() => remove(at)}><X aria-hidden /></IconButton>
            </div>
          </li>
        ))}
      </ol>
      {problem && <p className="text-sm font-medium text-bad" role="alert">{problem}</p>}
      <div><Button onClick={addOne}><Plus aria-hidden />{t('row.add')}</Button></div>
    </div>
  )
}
