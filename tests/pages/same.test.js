// The page and the command must say the same of every text, in every format: one core, two machines.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { initSync, Reader, vocabulary } from '../../www/pkg/sorot.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PKG = `${ROOT}www/pkg/`;
const module = new WebAssembly.Module(readFileSync(`${PKG}sorot_bg.wasm`));
initSync({ module });

const reader = new Reader();
for (const name of readdirSync(PKG).filter((name) => name.endsWith('.bin'))) reader.load_model(readFileSync(PKG + name));

const FORMATS = vocabulary().formats.map(({ name }) => name);
const ARTICLES = readdirSync(`${ROOT}tests/articles`).sort().map((name) => `tests/articles/${name}/article.txt`);

/** What breaks text tools, beside words that get marks. */
const HOSTILE = [
  '',
  '\0',
  '\uFEFFBOM pada Senin',
  'satu\r\ndua\rtiga\n\n\n empat',
  '<script>alert("Budi Santoso")</script> & <img src=x onerror=alert(1)>',
  '😀 Jose\u0301 Müller 👩‍👩‍👧 dari 🇮🇩 berkata, “Kamis\u202E, 21 November 2024!”',
  'محمد قال 日本語 İSTANBUL ﬁ Ⅷ ½ ٣ ß',
  'e' + '\u0301'.repeat(2000),
  '"'.repeat(3000) + ' kata Ani ' + '”“'.repeat(500),
  '('.repeat(2000) + 'PT Maju' + ')'.repeat(2000),
  '1.'.repeat(2000) + ' 99999999999999999999999999,9 juta 2024-02-30 31/13/2024',
  'Kim '.repeat(2000),
  'Senin, '.repeat(500) + 'lusa, pukul 25.61',
  'a'.repeat(50_000),
  '\u200B\u200D\u00AD\u2060Rp\u00A01,5\u202Fmiliar‑an\u2028baris\u2029akhir',
  '{"id":"x","text":"\\ud83d"} \\n \\u0000 \t',
];

/** @param {string[]} args @param {string} [input] */
function native(args, input) {
  const command = ['run', '--quiet', '--locked', '--package', 'sorot', '--', 'annotate', ...args];
  return execFileSync('cargo', command, { cwd: ROOT, input, encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** @param {string} format @param {string} id @param {string} text */
function wasm(format, id, text) {
  reader.annotate(text, {}).free();
  const written = reader.write(format, id);
  return written.endsWith('\n') ? written : `${written}\n`;
}

/** Fails with the first line in which the two differ. @param {string} page @param {string} command @param {string} what */
function same(page, command, what) {
  if (page === command) return;
  const [here, there] = [page.split('\n'), command.split('\n')];
  const at = here.findIndex((line, i) => line !== there[i]);
  const column = [...(here[at] ?? '')].findIndex((c, i) => c !== [...(there[at] ?? '')][i]);
  const near = (line) => (line === undefined ? 'nothing' : [...line].slice(Math.max(0, column - 60), column + 60).join(''));
  assert.fail(`${what}, line ${at + 1}, column ${column + 1}:\n  page:    ${near(here[at])}\n  command: ${near(there[at])}`);
}

test('hostile texts are read alike', () => {
  const input = HOSTILE.map((text, i) => `${JSON.stringify({ id: `${i}`, text })}\n`).join('');
  const lines = native(['--jsonl'], input).split('\n');
  assert.equal(lines.length, HOSTILE.length + 1);
  HOSTILE.forEach((text, i) => same(wasm('jsonl', `${i}`, text), `${lines[i]}\n`, `text ${JSON.stringify(text.slice(0, 40))}`));
});

for (const format of FORMATS) {
  test(`articles are written alike as ${format}`, () => {
    // One at a time: most formats hold one article.
    for (const path of ARTICLES) same(wasm(format, path, readFileSync(ROOT + path, 'utf8')), native(['--format', format, path]), `${path} as ${format}`);
  });
}

/** What the module may call: the making and reading of plain values, and the console for the last words of a panic. */
const CALLS = [
  'Error', 'Number', 'String', 'call', 'done', 'error', 'get', 'get_unchecked', 'get_with_ref_key', 'instanceof_ArrayBuffer', 'instanceof_Uint8Array',
  'isArray', 'isSafeInteger', 'iterator', 'length', 'new', 'next', 'prototypesetcall', 'set', 'value',
  'bigint_get_as_i64', 'boolean_get', 'debug_string', 'generic', 'in', 'init_externref_table', 'is_bigint', 'is_function', 'is_object', 'is_undefined',
  'jsval_eq', 'jsval_loose_eq', 'number_get', 'string_get', 'throw',
];

const MODULES = { sorot: module, terms: new WebAssembly.Module(readFileSync(`${PKG}terms_bg.wasm`)) };

for (const [name, module] of Object.entries(MODULES)) test(`the module ${name} is given nothing that reaches out of it`, () => {
  const imports = WebAssembly.Module.imports(module);
  assert.deepEqual([...new Set(imports.map((given) => `${given.module} ${given.kind}`))], [`./${name}_bg.js function`]);
  const names = imports.map(({ name }) => name.replace(/^(__wbg_)?(__wbindgen_)?/, '').replace(/_[0-9a-f]{16}$/, ''));
  const unknown = names.filter((name) => !CALLS.includes(name));
  assert.deepEqual(unknown, [], 'Say why the module needs these before they go on the list');
});
