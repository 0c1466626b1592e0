'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { toast } from '@/components/ui/toast'
import type { Board, Lesson, Placed, Step } from '@/lib/domain/timetable/board'
import { clashFinder, unplacedOf } from '@/lib/domain/timetable/clash'
import { weekOf } from '@/lib/domain/timetable/week'
import type { Weekday } from '@/lib/platform/time'
import { copyDay } from './copy-day'
import { DragArea } from './drag'
import { Grid } from './grid'
import { changeOf, makingRoom, swapOf, usualRoom, verdictsOf, type Hand, type Verdict } from './hand'
import { HandBar } from './hand-bar'
import { LessonName, Pool } from './pool'
import { useDrawing } from './use-drawing'
import { choicesOf, huesOf, isIn, type View, type ViewKind } from './view'

const ClashDialog = dynamic(() => import('./clash-dialog').then((module) => module.ClashDialog), { ssr: false })
const none: ReadonlyMap<string, Verdict> = new Map()

/** A draft while it is drawn: pick a lesson up, see where it can go, put it there. */
export function DrawingBoard({ board: initial, view: asked }: { board: Board; view: View }) {
  const t = useTranslations('timetables')
  const { board, run, undo, redo, canUndo, canRedo, isSaving } = useDrawing(initial)
  const [view, setView] = useState(asked)
  const [hand, setHand] = useState<Hand | null>(null)
  const [asking, setAsking] = useState<Verdict | null>(null)
  const week = useMemo(() => weekOf(board.bells, board.placed), [board.bells, board.placed])
  const clashesOf = useMemo(() => clashFinder(board), [board])
  const lessonOf = useMemo(() => new Map(board.lessons.map((lesson) => [lesson.id, lesson])), [board.lessons])
  const hueOf = useMemo(() => huesOf(board.lessons.map(({ subject }) => subject)), [board.lessons])
  const unplaced = useMemo(() => unplacedOf(board), [board])
  const verdicts = useMemo(() => (hand ? verdictsOf(week, hand, clashesOf) : none), [week, hand, clashesOf])
  const shown = unplaced.filter(({ lesson }) => (view.by === 'room' ? true : isIn(view, lesson, null)))
  const total = unplaced.reduce((sum, { left }) => sum + left, 0)

  // Whoever has it in hand would put it back where it no longer is.
  const held = hand?.placed ? board.placed.find(({ id }) => id === hand.placed?.id) : null
  const isStale = hand?.placed && (!held || held.day !== hand.placed.day || held.startsAt !== hand.placed.startsAt || held.room !== hand.placed.room)
  if (isStale) setHand(null)

  useEffect(() => {
    window.history.replaceState(null, '', `?by=${view.by}&of=${encodeURIComponent(view.of)}`)
  }, [view])

  function pick(lesson: Lesson, placed: Placed | null) {
    setHand({ lesson, placed, room: usualRoom(board, view, lesson, placed) })
  }
  function pickById(id: string) {
    const placed = board.placed.find((one) => one.id === id)
    const lesson = lessonOf.get(placed?.lessonId ?? id.replace('pool ', ''))
    if (lesson) pick(lesson, placed ?? null)
  }
  function take(step: Step) {
    run(step)
    setAsking(null)
    // What is left of the same lesson stays in hand: the next place takes one tap.
    const more = hand && !hand.placed && unplaced.some(({ lesson, left }) => lesson.id === hand.lesson.id && left > 1)
    if (!more) setHand(null)
  }
  function leave() {
    setAsking(null)
    setHand(null)
  }
  function drop(cell: string) {
    const verdict = verdicts.get(cell)
    if (!hand || !verdict || verdict.isHere) return setHand(null)
    if (verdict.clashes.length > 0) return setAsking(verdict)
    take([changeOf(hand, verdict.slot)])
  }
  function choose(cell: string, placed: Placed | null) {
    if (hand) return drop(cell)
    const lesson = placed && lessonOf.get(placed.lessonId)
    if (lesson) pick(lesson, placed)
  }
  function unplace(placed: Placed) {
    const lesson = lessonOf.get(placed.lessonId)
    if (lesson) run([changeOf({ lesson, placed }, null)])
    setHand(null)
  }
  function dropDragged(on: string | null) {
    if (on === 'pool' && hand?.placed) unplace(hand.placed)
    else if (on === null || on === 'pool') setHand(null)
    else drop(on)
  }
  function copy(from: Weekday, to: Weekday) {
    const { changes, left } = copyDay(board, week, view, from, to)
    if (changes.length > 0) run(changes)
    toast({ title: t('board.copied', { count: changes.length, left }), tone: changes.length > 0 ? 'ok' : 'warn' })
  }
  function show(by: ViewKind, of?: string) {
    const found = of ?? choicesOf(board, by)[0]?.value
    if (found) setView({ by, of: found })
  }
  function onRoom(room: string | null) {
    if (!hand) return
    if (!hand.placed) return setHand({ ...hand, room })
    // A lesson that has its place changes its room there, where nobody else is in it.
    const slot = { ...hand.placed, room }
    const clashes = clashesOf(hand.lesson, slot, [hand.placed.id]).filter(({ because }) => because === 'room')
    if (clashes.length > 0) return setHand({ ...hand, room })
    run([changeOf(hand, { day: slot.day, startsAt: slot.startsAt, endsAt: slot.endsAt, name: slot.name, room })])
    setHand(null)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && hand) {
      event.preventDefault()
      setHand(null)
    } else if (event.key.toLowerCase() === 'z' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      if (event.shiftKey) redo()
      else undo()
    }
  }

  const name = choicesOf(board, view.by).find(({ value }) => value === view.of)?.label ?? ''
  return (
    <DragArea onPick={pickById} onDrop={dropDragged} held={hand && <div className="chip" data-hue={hueOf(hand.lesson.subject)}><LessonName lesson={hand.lesson} ofClass={view.by === 'class'} /></div>}>
      <div className="flex flex-col gap-4" onKeyDown={onKeyDown}>
        <HandBar view={view} choices={choicesOf(board, view.by)} rooms={board.rooms.map(({ name: room }) => ({ value: room, label: room }))} {...{ hand, isSaving, canUndo, canRedo, onRoom }} onView={show} onPutBack={() => setHand(null)} onUndo={undo} onRedo={redo} />
        <div className="board">
          <Grid {...{ board, week, view, hueOf, hand, verdicts }} caption={t('week.of', { name })} clashesOf={(placed) => clashesOf(lessonOf.get(placed.lessonId)!, placed, [placed.id])} onChoose={choose} onUnplace={unplace} onCopy={copy} />
          <Pool lessons={shown} hueOf={hueOf} total={total} heldId={hand && !hand.placed ? hand.lesson.id : null} ofClass={view.by === 'class'} isOpen={hand?.placed !== null && hand !== null} onPick={(lesson) => (hand?.lesson.id === lesson.id && !hand.placed ? setHand(null) : pick(lesson, null))} onPutBack={() => hand?.placed && unplace(hand.placed)} />
        </div>
      </div>
      {hand && asking && <ClashDialog lesson={hand.lesson} clashes={asking.clashes} swap={swapOf(hand, asking, clashesOf)} room={makingRoom(hand, asking)} onTake={take} onClose={leave} />}
    </DragArea>
  )
}
