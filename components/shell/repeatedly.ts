/** Does `work` at once, every so many milliseconds and when the connection is back; what it returns ends that. */
export function repeatedly(work: (isOver: () => boolean) => Promise<void>, every: number): () => void {
  let over = false
  const again = () => void work(() => over)
  const first = setTimeout(again, 0)
  const timer = setInterval(again, every)
  window.addEventListener('online', again)
  return () => {
    over = true
    clearTimeout(first)
    clearInterval(timer)
    window.removeEventListener('online', again)
  }
}
