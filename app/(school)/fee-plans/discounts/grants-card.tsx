'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { FormDialog } from '@/components/form/form-dialog'
import { RemotePickField } from '@/components/form/remote-pick-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Day } from '@/components/ui/day'
import { endGrantInput, grantInput } from '@/lib/domain/billing/discount'
import type { Grant } from '@/lib/domain/billing/discount.server'
import { endGrantAction, grantDiscountAction } from './actions'

type GrantsCardProps = { ruleId: string; grants: readonly Grant[]; today: string; mayChange: boolean }

/** To whom a rule is granted, from when, until when and why. */
export function GrantsCard({ ruleId, grants, today, mayChange }: GrantsCardProps) {
  const t = useTranslations('discounts')
  const [students, invoices] = [useTranslations('discounts.grants'), useTranslations('invoices')]
  const grant = (
    <FormDialog title={students('add')} description={students('addHint')} trigger={<Button>{students('add')}</Button>}>
      {(done) => (
        <ActionForm schema={grantInput} action={grantDiscountAction} defaults={{ ruleId, studentId: '', startsOn: today, endsOn: '', reason: '' }} onSaved={() => done(students('added'))} submit={students('add')}>
          <RemotePickField name="studentId" label={invoices('fields.student')} source="/api/choices/students" chosen={null} />
          <div className="flex flex-wrap gap-4"><DateField name="startsOn" label={t('fields.startsOn')} /><DateField name="endsOn" label={t('fields.endsOn')} optional /></div>
          <TextAreaField name="reason" label={t('fields.reason')} optional />
        </ActionForm>
      )}
    </FormDialog>
  )
  return (
    <Card title={students('title')} aside={mayChange && grant} flush>
      {grants.length === 0 && <p className="border-t border-line p-4 text-soft">{students('none')}</p>}
      <ul>
        {grants.map(({ id, student, studentId, startsOn, endsOn, reason }) => (
          <li key={id} className="flex min-h-14 flex-wrap items-center gap-3 border-t border-line px-4 py-2">
            <div className="min-w-0 flex-1 basis-48">
              <Link href={`/students/${studentId}`} className="font-medium hover:underline">{student}</Link>
              <p className="text-sm text-soft"><Day on={startsOn} /> – {endsOn ? <Day on={endsOn} /> : students('open')}{reason && ` · ${reason}`}</p>
            </div>
            {mayChange && (endsOn === null || endsOn > today) && (
              <FormDialog title={students('end')} description={students('endHint')} trigger={<Button size="sm" aria-label={`${students('end')}: ${student}`}>{students('end')}</Button>}>
                {(done) => (
                  <ActionForm schema={endGrantInput} action={endGrantAction} defaults={{ id, endsOn: today }} onSaved={() => done(students('ended'))} submit={students('end')}>
                    <DateField name="endsOn" label={t('fields.endsOn')} />
                  </ActionForm>
                )}
              </FormDialog>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
