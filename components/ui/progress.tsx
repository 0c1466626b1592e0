type ProgressProps = { label: string; value: number; max: number; detail?: string }

/** How far a job is: the bar, and the same in words. */
export function Progress({ label, value, max, detail }: ProgressProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex justify-between gap-4 text-sm">
        <span className="font-medium">{label}</span>
        {detail && <span className="text-soft tabular-nums">{detail}</span>}
      </div>
      <progress
        aria-label={label}
        value={value}
        max={max || 1}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-campus-line [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-campus-line"
      />
    </div>
  )
}
