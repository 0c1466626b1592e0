'use server'

import { z } from 'zod'
import { guardianChange, guardianInput, guardianList } from '@/lib/domain/people/guardian'
import { guardianLinkInput, newLinkInput } from '@/lib/domain/people/guardian-link'
import { linkGuardian, relinkGuardian, unlinkGuardian, updateGuardianLink } from '@/lib/domain/people/guardian-link.server'
import { guardianBulks, guardianIds, guardians } from '@/lib/domain/people/guardian.server'
import { defineAction } from '@/lib/platform/action.server'
import { startBulk } from '@/lib/platform/bulk.server'
import { seenInput } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import { previewChange } from '@/lib/platform/record-bulk.server'
import { selectionInput, type Selection } from '@/lib/platform/selection'
import { assertAsSeen, selectedIds } from '@/lib/platform/selection.server'

const refresh = '/guardians'

export const createGuardianAction = defineAction({ needs: 'CREATE_GUARDIANS', input: guardianInput, run: guardians.create, refresh })
export const updateGuardianAction = defineAction({ needs: 'UPDATE_GUARDIANS', input: z.intersection(guardianInput, seenInput), run: guardians.update, refresh })
export const removeGuardianAction = defineAction({ needs: 'DELETE_GUARDIANS', input: seenInput, run: guardians.remove, refresh })
export const restoreGuardianAction = defineAction({ needs: 'DELETE_GUARDIANS', input: z.object({ id: z.uuid() }), run: guardians.restore, refresh })

const chosen = (ctx: Ctx, selection: Selection) => selectedIds(ctx, selection, guardianList, guardianIds)
const changeOfMany = z.object({ selection: selectionInput, change: guardianChange })
/** How many the person was shown: a list that has grown since is looked at again first. */
const count = z.int().min(1)

export const previewGuardianChangeAction = defineAction({ needs: 'UPDATE_GUARDIANS', input: changeOfMany, run: async (ctx, { selection, change }) => previewChange(ctx, guardians, await chosen(ctx, selection), change) })

export const changeGuardiansAction = defineAction({
  needs: 'UPDATE_GUARDIANS', refresh, input: changeOfMany.extend({ count }),
  async run(ctx, { selection, change, count: seen }) {
    const ids = await chosen(ctx, selection)
    assertAsSeen(ids, seen)
    return startBulk(ctx, guardianBulks.change, ids, change)
  },
})

export const removeGuardiansAction = defineAction({
  needs: 'DELETE_GUARDIANS', refresh, input: z.object({ selection: selectionInput, count }),
  async run(ctx, { selection, count: seen }) {
    const ids = await chosen(ctx, selection)
    assertAsSeen(ids, seen)
    return startBulk(ctx, guardianBulks.remove, ids, {})
  },
})

export const linkGuardianAction = defineAction({ needs: 'UPDATE_GUARDIANS', input: newLinkInput, run: linkGuardian, refresh })
export const updateLinkAction = defineAction({ needs: 'UPDATE_GUARDIANS', input: z.intersection(guardianLinkInput, seenInput), run: updateGuardianLink, refresh })
export const unlinkGuardianAction = defineAction({ needs: 'UPDATE_GUARDIANS', input: seenInput, run: unlinkGuardian, refresh })
export const relinkGuardianAction = defineAction({ needs: 'UPDATE_GUARDIANS', input: z.object({ id: z.uuid() }), run: relinkGuardian, refresh })
