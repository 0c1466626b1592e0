/** Invisible for the first 150 ms: what is quick should not flicker. */
export const Spinner = () => (
  <span className="late inline-flex size-4 shrink-0" aria-hidden="true">
    <span className="size-full animate-[turn_700ms_linear_infinite] rounded-full border-2 border-current border-e-transparent" />
  </span>
)
