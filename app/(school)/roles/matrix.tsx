'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { LeaveGuard } from '@/components/form/leave-guard'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { RoleRow } from '@/lib/domain/access/role-edit.server'
import { MatrixRow } from './matrix-row'
import type { MatrixGroup } from './permission-words.server'
import { ReviewDialog } from './review-dialog'
import { useChanges } from './use-changes'
import './matrix.css'

type MatrixProps = { roles: readonly RoleRow[]; groups: readonly MatrixGroup[]; mayEdit: boolean; ownRoleId: string }
const steps: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** Roles by permissions. Changes are collected and published together; one listener serves every cell. */
export function Matrix({ roles, groups, mayEdit, ownRoleId }: MatrixProps) {
  const t = useTranslations('roles')
  const { changes, turn, discard, count, stored } = useChanges(roles)
  const [search, setSearch] = useState('')
  const [only, setOnly] = useState(0)
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase()
    const found = groups.map(({ key, rows }) => ({ key, rows: rows.filter(({ label, name }) => `${label} ${name}`.toLowerCase().includes(wanted)) })).filter(({ rows }) => rows.length > 0)
    let at = 0
    return found.map(({ key, rows }) => ({ key, rows: rows.map((row) => ({ ...row, index: at++ })) }))
  }, [groups, search])
  const cellsOf = (name: string) => roles.map(({ id }) => { const change = changes[id]?.[name]; return change === undefined ? (stored.get(id)!.has(name) ? '1' : '0') : change ? '+' : '-' }).join('')
  const mayGive = new Map(groups.flatMap(({ rows }) => rows.map((row) => [row.name, row.mayGive] as const)))
  const givable = (names: readonly string[], wanted: boolean) => names.filter((name) => !wanted || mayGive.get(name))

  function press({ target }: MouseEvent<HTMLTableElement>) {
    const button = (target as HTMLElement).closest('button')
    if (!button || !mayEdit) return
    const { name, col, all, none, roleAll, roleNone } = button.dataset
    if (name && button.ariaDisabled !== 'true') turn([[roles[Number(col)]!.id, name]], null)
    const row = all ?? none
    if (row) turn(givable([row], Boolean(all)).flatMap((one) => roles.map(({ id }) => [id, one] as const)), Boolean(all))
    const column = roleAll ?? roleNone
    if (column) turn(givable(shown.flatMap(({ rows }) => rows.map((one) => one.name)), Boolean(roleAll)).map((one) => [column, one] as const), Boolean(roleAll))
  }
  function move(event: KeyboardEvent<HTMLTableElement>) {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-name]')
    const step = steps[event.key]
    if (!cell || !step) return
    const [row, col] = [Number(cell.dataset.row) + step[0], Number(cell.dataset.col) + step[1]]
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-row="${row}"][data-col="${col}"]`)
    event.preventDefault()
    if (!next) return
    for (const one of event.currentTarget.querySelectorAll<HTMLElement>('[data-name][tabindex="0"]')) one.tabIndex = -1
    next.tabIndex = 0
    next.focus()
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  // The same object each time: a row is drawn anew only when something of it changed.
  const words = useMemo(() => ({ all: t('bulk.all'), none: t('bulk.none') }), [t])
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-60 lg:max-w-sm"><Input type="search" aria-label={t('search')} placeholder={t('search')} value={search} onChange={({ target }) => setSearch(target.value)} /></div>
        {roles.length > 1 && <div className="min-w-0 flex-1 basis-48 lg:hidden"><Select aria-label={t('one')} value={String(only)} onChange={({ target }) => setOnly(Number(target.value))} options={roles.map(({ name }, i) => ({ value: String(i), label: name }))} /></div>}
      </div>
      {shown.length === 0 ? <EmptyState title={t('noMatch')} /> : (
        <div className="matrix-scroll">
          <table role="grid" aria-label={t('title')} className="matrix" onClick={press} onKeyDown={move}>
            <thead>
              <tr>
                <th scope="col" className="matrix-corner">{t('permission')}</th>
                {roles.map(({ id, name, people }, col) => (
                  <th key={id} scope="col" className={col !== only ? 'max-lg:hidden' : undefined}>
                    <Link id={`r-${col}`} href={`/roles/${id}`} prefetch={false} className="hover:underline">{name}</Link>
                    <span className="block text-xs font-normal text-soft">{t('people', { people })}</span>
                    {mayEdit && <span className="matrix-column"><button type="button" data-role-all={id} aria-label={`${words.all}: ${name}`}>+</button><button type="button" data-role-none={id} aria-label={`${words.none}: ${name}`}>−</button></span>}
                  </th>
                ))}
                {mayEdit && <th scope="col"><span className="sr-only">{t('bulk.label')}</span></th>}
              </tr>
            </thead>
            {shown.map(({ key, rows }) => (
              <tbody key={key}>
                <tr><th scope="colgroup" colSpan={roles.length + (mayEdit ? 2 : 1)} className="matrix-module"><span>{t(`modules.${key}`)}</span></th></tr>
                {rows.map(({ name, label, index, mayGive: isGivable }) => <MatrixRow key={name} {...{ index, name, label, mayEdit, only, words }} mayGive={isGivable} cells={cellsOf(name)} />)}
              </tbody>
            ))}
          </table>
        </div>
      )}
      {count > 0 && (
        <div className="screen-foot flex flex-wrap items-center gap-3" role="region" aria-label={t('review.label')}>
          <span className="flex-1"><Badge>{count}</Badge> {t('unpublished', { count })}</span>
          <Button onClick={discard}>{t('discard')}</Button>
          <ReviewDialog roles={roles} groups={groups} changes={changes} ownRoleId={ownRoleId} onPublished={discard} />
        </div>
      )}
      <LeaveGuard active={count > 0} />
    </div>
  )
}
