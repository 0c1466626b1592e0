'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { BulkDialog } from '@/components/bulk/bulk-dialog'
import type { Chosen } from '@/components/bulk/bulk-remove'
import { useBulk } from '@/components/bulk/use-bulk'
import { useUnsent } from '@/components/form/use-unsent'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Select, type Option } from '@/components/ui/select'
import { Spinner } from '@/components/ui/spinner'
import type { CarryPreview } from '@/lib/domain/academics/carry-over-preview.server'
import { bulkDoors } from '../bulk/doors'
import { carryClassesAction, previewCarryAction } from './actions'
import { CarryLines } from './carry-lines'

/** Into which years classes can be carried, and what whoever looks may do for it. */
export type Carrying = { years: readonly Option[]; mayMove: boolean; mayAddYear: boolean }
type CarryDialogProps = { chosen: Chosen; carrying: Carrying; onClose: () => void }

/** Carries the chosen classes into a later year, after a look at what each of them becomes. */
export function CarryDialog({ chosen, carrying, onClose }: CarryDialogProps) {
  const t = useTranslations('classes.carry')
  const [first] = carrying.years
  if (first) return <CarryInto chosen={chosen} carrying={carrying} first={first.value} onClose={onClose} />
  return (
    <Dialog title={t('title')} open onOpenChange={(open) => !open && onClose()}>
      <EmptyState title={t('noYear')} deed={carrying.mayAddYear && <LinkButton href="/setup/academic-years/new" variant="primary">{t('addYear')}</LinkButton>}>{carrying.mayAddYear ? t('thenCarry') : t('askForYear')}</EmptyState>
    </Dialog>
  )
}

function CarryInto({ chosen, carrying: { years, mayMove }, first, onClose }: CarryDialogProps & { first: string }) {
  const t = useTranslations('classes.carry')
  const id = useId()
  const unsent = useUnsent()
  const { run, progress, isBusy } = useBulk(bulkDoors)
  const [input, setInput] = useState({ yearId: first, students: mayMove, teaching: true, higher: false })
  const [seen, setSeen] = useState<CarryPreview | null>(null)
  const [failure, setFailure] = useState<string>()
  const ask = useEffectEvent((asked: typeof input) => previewCarryAction({ ...asked, selection: chosen.selection }).catch(unsent))
  useEffect(() => {
    let isLatest = true
    void ask(input).then((result) => {
      if (!isLatest) return
      if (result.ok) setSeen(result.data)
      else setFailure(result.message)
    })
    return () => { isLatest = false }
  }, [input])

  function set(more: Partial<typeof input>) {
    setSeen(null)
    setFailure(undefined)
    setInput({ ...input, ...more })
  }
  const deed = { label: t('do', { count: seen?.fitting ?? chosen.count }), disabled: !seen?.fitting, run: () => void run(() => carryClassesAction({ ...chosen, ...input })).then((end) => end && onClose()) }
  return (
    <BulkDialog title={t('title')} isOpen onClose={onClose} progress={progress} isBusy={isBusy} deed={deed}>
      <div className="flex flex-col gap-4">
        <Field id={`${id}-year`} label={t('into')}>
          <Select id={`${id}-year`} options={years} value={input.yearId} onChange={({ target }) => set({ yearId: target.value })} />
        </Field>
        <div>
          {mayMove && <Checkbox label={t('withStudents')} hint={t('withStudentsHint')} checked={input.students} onChange={({ target }) => set({ students: target.checked })} />}
          <Checkbox label={t('withTeaching')} checked={input.teaching} onChange={({ target }) => set({ teaching: target.checked })} />
          <Checkbox label={t('higher')} hint={t('higherHint')} checked={input.higher} onChange={({ target }) => set({ higher: target.checked })} />
        </div>
        {failure ? <Notice tone="bad" title={failure} urgent /> : seen ? (
          <>
            <Notice tone={seen.fitting > 0 ? 'quiet' : 'warn'} title={t('told', { fitting: seen.fitting, left: seen.total - seen.fitting, students: seen.students })} />
            <CarryLines preview={seen} />
          </>
        ) : <Spinner />}
      </div>
    </BulkDialog>
  )
}
