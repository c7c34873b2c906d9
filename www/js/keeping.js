// What the reader asked to keep, in this browser's own database: articles, and lists of their own. Nothing is written unless
// asked for, and when nothing is left, the database goes too.

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
const LISTS = 'lists';

/** Opens the database; it is made only when something is to be kept. @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(DATABASE, 2);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) request.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true });
    request.result.createObjectStore(LISTS);
  };
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
 * @param {string} name
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} act
 */
async function withStore(name, mode, act) {
  const database = await open();
  try {
    return await answered(act(database.transaction(name, mode).objectStore(name)));
  } finally {
    database.close();
  }
}

/** @param {Omit<Kept, 'id'>} article */
export async function keep(article) {
  await withStore(STORE, 'readwrite', (store) => store.add(article));
  // Browsers may clear away what was not asked to last.
  await navigator.storage?.persist?.();
}

/** All kept articles, the latest first; asking makes no database. @returns {Promise<Kept[]>} */
export async function kept() {
  if (!(await isAnythingKept())) return [];
  const all = await withStore(STORE, 'readonly', (store) => store.getAll());
  return all.reverse();
}

/** @param {number} id */
export async function forget(id) {
  await withStore(STORE, 'readwrite', (store) => store.delete(id));
  await tidy();
}

/**
 * Keeps a list of the reader's own, as a file's text.
 *
 * @param {string} name
 * @param {string} file
 */
export async function keepOwn(name, file) {
  await withStore(LISTS, 'readwrite', (store) => store.put(file, name));
  await navigator.storage?.persist?.();
}

/** A list that was kept, or nothing; asking makes no database. @param {string} name @returns {Promise<string | null>} */
export async function keptOwn(name) {
  const file = (await isAnythingKept()) ? await withStore(LISTS, 'readonly', (store) => store.get(name)) : null;
  return typeof file === 'string' ? file : null;
}

/** @param {string} name */
export async function forgetOwn(name) {
  await withStore(LISTS, 'readwrite', (store) => store.delete(name));
  await tidy();
}

/** True when there is a database. */
export async function isAnythingKept() {
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
}

/** A database that holds nothing is nothing to keep. */
async function tidy() {
  for (const name of [STORE, LISTS]) if (await withStore(name, 'readonly', (store) => store.count())) return;
  await forgetAll();
}

/** Forgets all, the database itself too. */
export async function forgetAll() {
  await answered(indexedDB.deleteDatabase(DATABASE));
}
