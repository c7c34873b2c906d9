// Articles that the reader asked to keep, in this browser's own database. Nothing is written unless asked for.

/**
 * @typedef {object} Kept
 * @property {number} id
 * @property {string} title
 * @property {string} text
 * @property {import('./reader.js').Options} options
 * @property {readonly import('./corrections.js').Correction[]} corrections
 * @property {number} when
 */

const DATABASE = 'sorot';
const STORE = 'articles';

/** Opens the database; it is made only when something is to be kept. @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true });
  return answered(request);
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database does not answer'));
  });
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} act
 */
async function withStore(mode, act) {
  const database = await open();
  try {
    return await answered(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** @param {Omit<Kept, 'id'>} article */
export async function keep(article) {
  await withStore('readwrite', (store) => store.add(article));
  // Browsers may clear away what was not asked to last.
  await navigator.storage?.persist?.();
}

/** All kept articles, the latest first; asking makes no database. @returns {Promise<Kept[]>} */
export async function kept() {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === DATABASE)) return [];
  const all = await withStore('readonly', (store) => store.getAll());
  return all.reverse();
}

/** @param {number} id */
export async function forget(id) {
  await withStore('readwrite', (store) => store.delete(id));
}

/** Forgets all, the database itself too. */
export async function forgetAll() {
  await answered(indexedDB.deleteDatabase(DATABASE));
}
