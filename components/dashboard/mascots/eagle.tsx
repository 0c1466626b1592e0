import { Eyes, Pair, Shoulders, ink } from './parts'

export const Eagle = () => (
  <>
    <Shoulders coat="#4b3427" />
    <path d="M44 103l6 6 5-6m10 0l5 6 6-6m-21 11l5 5 5-5" fill="none" stroke="#7d5c46" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" />
    <path d="M60 14c23 0 37 14 37 34 0 14-3 23-6 33l-8-3-2 12-9-6-4 11-8-8-8 8-4-11-9 6-2-12-8 3c-3-10-6-19-6-33 0-20 14-34 37-34z" fill="#fbf7f0" />
    <path d="M60 14c8 0 15 2 21 5-5 5-12 8-21 8s-16-3-21-8c6-3 13-5 21-5z" fill="#e6ddcf" />
    <Eyes apart={18} y={46} size={4.8} iris="#f3c02d" />
    <Pair>
      <path d="M29 37l20 7" stroke={ink} strokeWidth="3.6" strokeLinecap="round" />
    </Pair>
    <path d="M60 47c9 0 15 5 15 12-6 0-8 6-15 21-7-15-9-21-15-21 0-7 6-12 15-12z" fill="#f4ae1f" />
    <path d="M45 59c6 3 9 3 15 3s9 0 15-3c-6 1-8 7-15 21-7-14-9-20-15-21z" fill="#d98a12" />
  </>
)
