'use client'

import { useTranslations } from 'next-intl'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { FormDialog } from '@/components/form/form-dialog'
import { SelectField } from '@/components/form/select-field'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Setup } from '@/lib/domain/academics/setup.server'
import { makeYearCurrentAction } from './actions'

const yearForm = z.object({ id: z.uuid('form.problems.required') })

/** The year that lists, forms and plans begin with. */
export function CurrentYearCard({ years, mayChange }: { years: Setup['years']; mayChange: boolean }) {
  const t = useTranslations('setup.guide')
  if (years.length === 0) return null
  const current = years.find((year) => year.current)
  return (
    <Card title={t('currentYear')}>
      <div className="flex flex-wrap items-center gap-4">
        <p className="min-w-0 flex-1 text-lg font-semibold">{current?.name ?? t('noYear')}</p>
        {mayChange && (
          <FormDialog title={t('changeYear')} description={t('changeYearHint')} trigger={<Button>{t('changeYear')}</Button>}>
            {(done) => (
              <ActionForm schema={yearForm} action={makeYearCurrentAction} defaults={{ id: current?.id ?? '' }} onSaved={() => done(t('yearChanged'))} submit={t('changeYear')}>
                <SelectField name="id" label={t('currentYear')} options={years.map(({ id, name }) => ({ value: id, label: name }))} />
              </ActionForm>
            )}
          </FormDialog>
        )}
      </div>
    </Card>
  )
}
