// Keeps the page's own files, so that it opens without a network, and gives them the headers that a plain host cannot send.
// It never sees the text: the page sends none.

/** `cargo xtask dist` puts a digest of all files here, so that a new release is a new cache. */
const VERSION = 'unreleased';
const CACHE = `sorot-${VERSION}`;

const FILES = [
  './',
  'icon.svg',
  'js/article.js',
  'js/card.js',
  'js/correcting.js',
  'js/corrections.js',
  'js/desk.js',
  'js/dom.js',
  'js/drawer.js',
  'js/editor.js',
  'js/exchange.js',
  'js/facts.js',
  'js/finder.js',
  'js/help.js',
  'js/i18n.js',
  'js/i18n/en.js',
  'js/i18n/id.js',
  'js/input.js',
  'js/keeping.js',
  'js/keys.js',
  'js/layers.js',
  'js/main.js',
  'js/marker.js',
  'js/messages.js',
  'js/nest.js',
  'js/offline.js',
  'js/panels/abbreviations.js',
  'js/panels/checks.js',
  'js/panels/numbers.js',
  'js/panels/own.js',
  'js/panels/parts.js',
  'js/panels/said.js',
  'js/panels/when.js',
  'js/panels/who.js',
  'js/paste.js',
  'js/preferred.js',
  'js/reader.js',
  'js/reading.js',
  'js/remembered.js',
  'js/rules.js',
  'js/samples.js',
  'js/selecting.js',
  'js/share.js',
  'js/shelf.js',
  'js/side.js',
  'js/spotlight.js',
  'js/supply.js',
  'js/tailor.js',
  'js/take.js',
  'js/terms.js',
  'js/toolbar.js',
  'js/tools.js',
  'js/trusted.js',
  'js/visible.js',
  'js/wordlist.js',
  'js/words.js',
  'js/worker.js',
  'manifest.webmanifest',
  'pkg/names.en.bin',
  'pkg/names.id.bin',
  'pkg/sorot.js',
  'pkg/sorot_bg.wasm',
  'pkg/terms.js',
  'pkg/terms_bg.wasm',
  'style/article.css',
  'style/base.css',
  'style/card.css',
  'style/layers.css',
  'style/print.css',
  'style/side.css',
  'style/terms.css',
  'style/writing.css',
];

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types sorot",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

self.addEventListener('install', (event) => event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES))));

// A new release waits until the last page of the old one is closed: their files must not mix.
self.addEventListener('activate', (event) => event.waitUntil(clean().then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === 'GET' && url.origin === self.location.origin) event.respondWith(serve(event.request));
});

async function clean() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('sorot-') && name !== CACHE).map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function serve(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true });
  const response = kept ?? (await fetch(request));
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
