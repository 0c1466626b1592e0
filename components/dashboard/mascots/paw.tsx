import { Pair } from './parts'

/** For a mascot that nobody has drawn yet. */
export const Paw = () => (
  <>
    <path d="M60 58c18 0 32 14 32 30 0 11-8 18-18 18-6 0-9-2-14-2s-8 2-14 2c-10 0-18-7-18-18 0-16 14-30 32-30z" fill="#fff8ee" />
    <Pair>
      <ellipse cx="22" cy="58" rx="10.5" ry="14" transform="rotate(-24 22 58)" fill="#fff8ee" />
      <ellipse cx="45" cy="35" rx="11" ry="15.5" transform="rotate(-8 45 35)" fill="#fff8ee" />
    </Pair>
  </>
)
