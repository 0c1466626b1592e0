'use client'

import { DndContext, DragOverlay, MouseSensor, TouchSensor, pointerWithin, useDraggable, useDroppable, useSensor, useSensors } from '@dnd-kit/core'
import type { ReactNode } from 'react'

type DragAreaProps = { onPick: (id: string) => void; onDrop: (on: string | null) => void; held: ReactNode; children: ReactNode }

/** Dragging by mouse and by finger. The keyboard has its own way, which is also that of the tap: so no sensor of it here. */
export function DragArea({ onPick, onDrop, held, children }: DragAreaProps) {
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 6 } }), useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }))
  return (
    <DndContext
      id="timetable" sensors={sensors} collisionDetection={pointerWithin} accessibility={{ screenReaderInstructions: { draggable: '' }, announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined } }}
      onDragStart={({ active }) => onPick(String(active.id))} onDragEnd={({ over }) => onDrop(over ? String(over.id) : null)} onDragCancel={() => onDrop(null)}
    >
      {children}
      <DragOverlay dropAnimation={null}>{held}</DragOverlay>
    </DndContext>
  )
}

/** What can be dragged: its reference and what listens to fingers and mouse. */
export function useDragged(id: string, isFixed = false) {
  const { setNodeRef, listeners } = useDraggable({ id, disabled: isFixed })
  return { ref: setNodeRef, listeners }
}

/** What something can be dropped on. */
export function useDropPlace(id: string, isOpen: boolean) {
  const { setNodeRef, isOver } = useDroppable({ id, disabled: !isOpen })
  return { ref: setNodeRef, isOver }
}
