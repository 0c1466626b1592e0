'use server'

import { redirect } from 'next/navigation'
import { applyInput, batchInput, recheckInput, undoInput } from '@/lib/domain/interop/import-batch'
import { discardImport, recheckRoster, resumeImport, startApply, startUndo } from '@/lib/domain/interop/public.server'
import { defineAction } from '@/lib/platform/action.server'

const refresh = ['/imports']

export const applyImportAction = defineAction({ needs: 'RUN_IMPORTS', input: applyInput, refresh, run: startApply })
export const undoImportAction = defineAction({ needs: 'UNDO_IMPORTS', input: undoInput, refresh, run: startUndo })
export const resumeImportAction = defineAction({ needs: 'RUN_IMPORTS', input: batchInput, refresh, run: (ctx, { id }) => resumeImport(ctx, id) })
export const discardImportAction = defineAction({
  needs: 'RUN_IMPORTS',
  input: batchInput,
  refresh,
  run: async (ctx, { id }) => {
    await discardImport(ctx, id)
    redirect('/imports')
  },
})
export const recheckImportAction = defineAction({
  needs: 'RUN_IMPORTS',
  input: recheckInput,
  run: async (ctx, input) => {
    const { id } = await recheckRoster(ctx, input)
    redirect(`/imports/${id}`)
  },
})
