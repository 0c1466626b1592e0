'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { roomEditInput, roomInput, roomTypes, type RoomInput } from '@/lib/domain/timetable/room'
import { seenInput } from '@/lib/platform/catalog'
import { createRoomAction, updateRoomAction } from './actions'

const editInput = z.intersection(roomEditInput, seenInput)
type Edited = Omit<RoomInput, 'campusId'>
const blank: Edited = { name: '', roomType: 'classroom', capacity: '', note: '' }

type RoomFormProps = { row?: { id: string; seen: string; values: Edited }; campuses: readonly Option[] }

/** One form for a new room and for the one that is there. */
export function RoomForm({ row, campuses }: RoomFormProps) {
  const t = useTranslations('timetables')
  const router = useRouter()
  const saved = () => {
    toast({ title: t('rooms.saved') })
    router.push('/setup/rooms')
  }
  const word = (name: string, value: unknown) => (name === 'roomType' ? t(`rooms.types.${String(value)}`) : undefined)
  const common = { onSaved: saved, submit: t(row ? 'save' : 'rooms.add'), aside: <LinkButton href="/setup/rooms" variant="quiet">{t('cancel')}</LinkButton>, word }
  const fields = (
    <>
      <TextField name="name" label={t('rooms.fields.name')} hint={t('rooms.fields.nameHint')} autoComplete="off" />
      {!row && <SelectField name="campusId" label={t('campus')} options={campuses} placeholder={campuses.length > 1 ? t('choose') : undefined} />}
      <SelectField name="roomType" label={t('rooms.fields.roomType')} options={roomTypes.map((value) => ({ value, label: t(`rooms.types.${value}`) }))} />
      <TextField name="capacity" label={t('rooms.fields.capacity')} hint={t('rooms.fields.capacityHint')} inputMode="numeric" optional />
      <TextAreaField name="note" label={t('rooms.fields.note')} optional />
    </>
  )
  if (!row) return <ActionForm schema={roomInput} action={createRoomAction} defaults={{ ...blank, campusId: campuses.length === 1 ? campuses[0]!.value : '' }} {...common}>{fields}</ActionForm>
  return <ActionForm schema={editInput} action={updateRoomAction} defaults={{ ...row.values, id: row.id, seen: row.seen }} {...common}>{fields}</ActionForm>
}
