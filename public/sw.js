// Only for when the school's server is not reached: a page that says so. Nothing of a school is kept here, because tablets are shared.
const shelf = 'offline'
const page = '/offline'

addEventListener('install', (event) => {
  const kept = caches.open(shelf).then((cache) => cache.add(new Request(page, { cache: 'reload' })))
  event.waitUntil(kept.then(() => self.skipWaiting()))
})

addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), self.registration.navigationPreload?.enable()]))
})

addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  const answer = async () => (await event.preloadResponse) ?? fetch(event.request)
  event.respondWith(answer().catch(async () => (await caches.match(page)) ?? Response.error()))
})
