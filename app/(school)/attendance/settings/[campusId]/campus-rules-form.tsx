'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { ActionForm } from '@/components/form/action-form'
import { CheckField } from '@/components/form/check-field'
import { FormSection } from '@/components/form/form-section'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Checkbox } from '@/components/ui/checkbox'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { campusRulesInput, type CampusRules, type CampusRulesRow } from '@/lib/domain/attendance/campus-rules'
import { dayRules } from '@/lib/domain/attendance/day-rule'
import { registerModes } from '@/lib/domain/attendance/register'
import type { PlainDate } from '@/lib/platform/time'
import { saveCampusRulesAction } from '../actions'
import { RecountPreview } from './recount-preview'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

function Weekdays() {
  const t = useTranslations('attendance.settings')
  const { register, formState: { errors } } = useFormContext<{ schoolDays: string[] }>()
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('schoolDays')}</legend>
      <div className="flex flex-wrap gap-x-5">{weekdays.map((day) => <Checkbox key={day} label={t(`weekdays.${day}`)} value={String(day)} {...register('schoolDays')} />)}</div>
      {errors.schoolDays && <p className="text-sm font-medium text-bad">{t('problems.days')}</p>}
    </fieldset>
  )
}

/** The rule and, beneath it, what it makes of a day of six lessons. */
function RuleFields({ campusId, today }: { campusId: string; today: PlainDate }) {
  const t = useTranslations('attendance.settings')
  const watched = useFormContext<CampusRules>().watch(['registerMode', 'dayRule', 'halfDayPercent', 'wholeDayPercent', 'missedAfterMinutes'])
  const [mode, rule, half, whole, after] = watched
  if (mode !== 'period') return null
  const lessons = (percent: number) => Math.ceil((Number(percent) * 6) / 100)
  const isShare = rule === 'share'
  return (
    <FormSection title={t('dayRule')} hint={t('dayRuleHint')}>
      <SelectField name="dayRule" label={t('dayRule')} options={dayRules.map((value) => ({ value, label: t(`rules.${value}`) }))} />
      {isShare && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="halfDayPercent" label={t('halfDayPercent')} inputMode="numeric" hint={Number(half) > 0 ? t('example', { missed: lessons(Number(half)) }) : t('noHalf')} optional />
          <TextField name="wholeDayPercent" label={t('wholeDayPercent')} inputMode="numeric" hint={t('example', { missed: lessons(Number(whole)) })} />
        </div>
      )}
      <TextField name="missedAfterMinutes" label={t('missedAfterMinutes')} inputMode="numeric" hint={t('missedHint')} className="max-w-40" optional />
      <RecountPreview campusId={campusId} today={today} rule={{ dayRule: isShare ? 'share' : 'any_lesson', halfDayPercent: isShare && half ? Number(half) : null, wholeDayPercent: isShare ? Number(whole) : 100, missedAfterMinutes: after ? Number(after) : null }} />
    </FormSection>
  )
}

/** How a campus takes its registers, when somebody is late, until when a register may be changed, and what a day is. */
export function CampusRulesForm({ row: { campusId, seen, rules }, today }: { row: CampusRulesRow; today: PlainDate }) {
  const t = useTranslations('attendance.settings')
  const router = useRouter()
  const defaults = { ...rules, campusId, seen, schoolDays: rules.schoolDays.map(String), attendanceLink: rules.attendanceLink ?? '', halfDayPercent: rules.halfDayPercent ?? '', missedAfterMinutes: rules.missedAfterMinutes ?? '' }
  const saved = () => {
    toast({ title: t('saved') })
    router.refresh()
  }
  return (
    <ActionForm schema={campusRulesInput} action={saveCampusRulesAction} defaults={defaults} onSaved={saved} submit={t('save')} aside={<LinkButton href="/attendance/settings" variant="quiet">{t('back')}</LinkButton>} word={(name, value) => (name === 'registerMode' ? t(`modes.${String(value)}`) : name === 'dayRule' ? t(`rules.${String(value)}`) : undefined)}>
      <FormSection title={t('taking')}>
        <SelectField name="registerMode" label={t('registerMode')} options={registerModes.map((value) => ({ value, label: t(`modes.${value}`) }))} />
        <Weekdays />
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField name="startsAt" type="time" label={t('startsAt')} />
          <TextField name="lateAfterMinutes" inputMode="numeric" label={t('lateAfterMinutes')} />
          <TextField name="registerDueAt" type="time" label={t('registerDueAt')} />
        </div>
        <TextField name="editableDays" inputMode="numeric" className="max-w-40" label={t('editableDays')} hint={t('editableHint')} />
      </FormSection>
      <RuleFields campusId={campusId} today={today} />
      <FormSection title={t('elsewhere')} hint={t('elsewhereHint')}>
        <TextField name="attendanceLink" type="url" label={t('attendanceLink')} placeholder="https://" optional />
      </FormSection>
      <FormSection title={t('staff')}>
        <CheckField name="staffCheckIn" label={t('staffCheckIn')} hint={t('staffCheckInHint')} />
        <TextField name="staffDueAt" type="time" className="max-w-40" label={t('staffDueAt')} />
      </FormSection>
    </ActionForm>
  )
}
