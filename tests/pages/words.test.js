import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ENGLISH } from '../../www/js/i18n/en.js';
import { INDONESIAN } from '../../www/js/i18n/id.js';
import { CHANNELS } from '../../www/js/layers.js';
import { preferred } from '../../www/js/preferred.js';

Object.defineProperty(globalThis, 'navigator', { value: { languages: ['en-GB'] }, configurable: true });
const { setInterfaceLanguage, t } = await import('../../www/js/i18n.js');
const { numberInWords, timeInWords } = await import('../../www/js/words.js');

const holes = (message) => [...new Set(Object.values(typeof message === 'string' ? [message] : message).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

test('both languages say everything, with the same holes', () => {
  assert.deepEqual(Object.keys(INDONESIAN), Object.keys(ENGLISH));
  for (const key of Object.keys(ENGLISH)) assert.deepEqual(holes(INDONESIAN[key]), holes(ENGLISH[key]), key);
});

test('every layer and label has a name', () => {
  for (const { key, labels } of CHANNELS) {
    assert.ok(`channel.${key}` in ENGLISH, key);
    for (const label of labels) {
      assert.ok(`label.${label}` in ENGLISH, label);
      assert.ok(label === 'custom' || `tag.${label}` in ENGLISH, label);
    }
  }
});

test('the first of the reader’s languages that is ours is taken', () => {
  assert.equal(preferred(['de-DE', 'id-ID', 'en']), 'id');
  assert.equal(preferred(['en-AU', 'id']), 'en');
  assert.equal(preferred(['fr']), 'en');
  assert.equal(preferred([]), 'en');
});

test('plurals and numbers follow the language', () => {
  setInterfaceLanguage('en');
  assert.equal(t('mentions', { n: 1 }), '1 mention');
  assert.equal(t('mentions', { n: 1200 }), '1,200 mentions');
  setInterfaceLanguage('id');
  assert.equal(t('mentions', { n: 1200 }), '1.200 sebutan');
});

test('times are said in words', () => {
  const days = { first: 20_048, last: 20_054 };
  const cases = [
    ['2024-11-21', '', null, 'Thursday 21 November 2024', 'Kamis, 21 November 2024'],
    ['2018-06', '', null, 'June 2018', 'Juni 2018'],
    ['2018', '', null, '2018', '2018'],
    ['199', '', null, 'the 1990s', 'tahun 1990-an'],
    ['2024-05', 'START', null, 'early May 2024', 'awal Mei 2024'],
    ['P3D', '', null, '3 days', '3 hari'],
    ['PT2H30M', '', null, '2 hours 30 minutes', '2 jam 30 menit'],
    ['PXY', '', null, 'several years', 'beberapa tahun'],
    ['2024-Q3', '', null, 'quarter 3 of 2024', 'kuartal 3 tahun 2024'],
    ['2024-W47', '', days, '21–27 Nov 2024 (week 47 of 2024)', '21–27 Nov 2024 (minggu ke-47 tahun 2024)'],
    ['XXXX-09', '', null, 'not tied to the calendar', 'tidak terikat pada kalender'],
    ['PRESENT_REF', '', null, 'now, at the time of writing', 'sekarang, saat ditulis'],
  ];
  for (const [timex, modifier, interval, english, indonesian] of cases) {
    setInterfaceLanguage('en');
    assert.equal(timeInWords(timex, modifier, interval).replace('Thursday, ', 'Thursday ').replace(/\s–\s/, '–'), english, timex);
    setInterfaceLanguage('id');
    assert.equal(timeInWords(timex, modifier, interval), indonesian, timex);
  }
});

test('numbers keep every digit', () => {
  setInterfaceLanguage('id');
  assert.match(numberInWords('money', '1200000000000', 'IDR', ''), /^Rp\s?1\.200\.000\.000\.000$/);
  assert.equal(numberInWords('percent', '12.5', '', 'MORE_THAN'), 'lebih dari 12,5 %');
  assert.equal(numberInWords('quantity', '10/15', 'km', ''), '10 – 15 km');
  assert.equal(numberInWords('cardinal', '123456789012345678901', '', ''), '123.456.789.012.345.678.901');
});

test('what each format leaves out is said in both languages, as the core says it', async () => {
  const core = await readFile(new URL('../../src/export/mod.rs', import.meta.url), 'utf8');
  const about = [...core.matchAll(/about\(\s*"([^"]+)",\s*"[^"]*",\s*"[^"]*",\s*"([^"]*)",?\s*\)/g)];
  assert.ok(about.length > 5, 'the formats of the core');
  for (const [, name, leavesOut] of about) {
    assert.ok(`format.${name}` in ENGLISH, name);
    if (leavesOut) assert.equal(ENGLISH[`leaves.${name}`], leavesOut, name);
  }
});
