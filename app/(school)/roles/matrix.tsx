'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { LeaveGuard } from '@/components/form/leave-guard'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { MatrixRow } from './matrix-row'
import type { MatrixGroup, MatrixRole } from './permission-words.server'
import { useChanges } from './use-changes'
import './matrix.css'

const loadReview = () => import('./review-dialog')
const ReviewDialog = dynamic(loadReview, { ssr: false })

type MatrixProps = { roles: readonly MatrixRole[]; groups: readonly MatrixGroup[]; mayEdit: boolean; ownRoleId: string }
/** Which role a box is of: the first cell of a row is its sentence. */
const columnOf = (box: Element) => box.closest('td')!.cellIndex - 1
const steps: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** Roles by permissions. Changes are collected and published together; one listener serves every cell, and what it is of stands once in its row. */
export function Matrix({ roles, groups, mayEdit, ownRoleId }: MatrixProps) {
  const t = useTranslations('roles')
  const { changes, turn, discard, count, stored } = useChanges(roles, groups)
  const [isReviewed, setReviewed] = useState(false)
  // A whole row at once makes sense where several roles are seen.
  const isBulk = mayEdit && roles.length > 1
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
    const { name } = button.closest('tr')!.dataset
    const { turn: bulk, role: column } = button.dataset
    const wanted = bulk === 'all'
    if (column) turn(givable(shown.flatMap(({ rows }) => rows.map((one) => one.name)), wanted).map((one) => [column, one] as const), wanted)
    else if (name && bulk) turn(givable([name], wanted).flatMap((one) => roles.map(({ id }) => [id, one] as const)), wanted)
    else if (name && button.ariaDisabled !== 'true') turn([[roles[columnOf(button)]!.id, name]], null)
  }
  function move(event: KeyboardEvent<HTMLTableElement>) {
    const box = (event.target as HTMLElement).closest<HTMLElement>('.matrix-box')
    const step = steps[event.key]
    if (!box || !step) return
    event.preventDefault()
    const row = event.currentTarget.querySelector<HTMLTableRowElement>(`[data-row="${Number(box.closest('tr')!.dataset.row) + step[0]}"]`)
    const next = row?.cells[columnOf(box) + step[1] + 1]?.querySelector<HTMLElement>('.matrix-box')
    if (!next) return
    for (const one of event.currentTarget.querySelectorAll<HTMLElement>('.matrix-box[tabindex="0"]')) one.tabIndex = -1
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
                    {mayEdit && <span className="matrix-column"><button type="button" data-turn="all" data-role={id} aria-label={`${words.all}: ${name}`}>+</button><button type="button" data-turn="none" data-role={id} aria-label={`${words.none}: ${name}`}>−</button></span>}
                  </th>
                ))}
                {isBulk && <th scope="col" className="max-lg:hidden"><span className="sr-only">{t('bulk.label')}</span></th>}
              </tr>
            </thead>
            {shown.map(({ key, rows }) => (
              <tbody key={key}>
                <tr><th scope="colgroup" colSpan={roles.length + (isBulk ? 2 : 1)} className="matrix-module"><span>{t(`modules.${key}`)}</span></th></tr>
                {rows.map(({ name, label, index, mayGive: isGivable }) => <MatrixRow key={name} {...{ index, name, label, mayEdit, isBulk, only, words }} mayGive={isGivable} cells={cellsOf(name)} />)}
              </tbody>
            ))}
          </table>
        </div>
      )}
      {count > 0 && (
        <div className="screen-foot flex flex-wrap items-center gap-3" role="region" aria-label={t('review.label')}>
          <span className="flex-1"><Badge>{count}</Badge> {t('unpublished', { count })}</span>
          <Button onClick={discard}>{t('discard')}</Button>
          {/* Forms and dialogs come when they are about to be wanted: neither with the page, nor under a key that is pressed. */}
          <Button variant="primary" aria-haspopup="dialog" onMouseEnter={loadReview} onFocus={loadReview} onClick={() => setReviewed(true)}>{t('review.label')}</Button>
          {isReviewed && <ReviewDialog roles={roles} groups={groups} changes={changes} ownRoleId={ownRoleId} onPublished={discard} onClose={() => setReviewed(false)} />}
        </div>
      )}
      <LeaveGuard active={count > 0} />
    </div>
  )
}
