import { nextFree } from './port.mjs'
import { Problem } from './say.mjs'

/** Where the web server listens: the wanted port, or the next free one and a word about it. */
export async function chooseAddress({ port, host }) {
  // A server on all interfaces and one on loopback alone can share a number; both would be confusing.
  const hosts = host === '0.0.0.0' || host === '::' ? [host] : [host, '0.0.0.0']
  const free = await nextFree(port, hosts)
  if (!free) throw new Problem(`No port from ${port} to ${port + 49} is free. Set PORT to one that is.`)
  const shown = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host
  return { port: free, host, url: `http://${shown}:${free}`, remark: free === port ? '' : `port ${port} is taken by another program, using ${free}` }
}
