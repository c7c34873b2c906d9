// Makes the page work without a network after the first visit.

import { registerKeeper } from './trusted.js';

/** While developing, kept files would hide what was changed; `?offline` asks for them all the same. */
const HOME = ['127.0.0.1', 'localhost', '[::1]'];

/** Registers the service worker where there can be one; without it the page works as before, but not offline. */
export function keepForOffline() {
  const isWanted = !HOME.includes(location.hostname) || new URLSearchParams(location.search).has('offline');
  if (!isWanted || !('serviceWorker' in navigator)) return;
  registerKeeper().catch((error) => console.warn('not kept for offline use:', error));
}
