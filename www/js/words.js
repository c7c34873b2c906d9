// Values in words: dates, durations and numbers as the interface's language says them.

import { locale, t, tName } from './i18n.js';

const DAY = 86_400_000;

/**
 * A day, counted from 1970, in words.
 *
 * @param {number} day
 * @param {Intl.DateTimeFormatOptions} options
 */
export function dayInWords(day, options) {
  return new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(day * DAY);
}

/** A day of the week, Monday 1 to Sunday 7, in words. @param {string} weekday */
export function weekdayInWords(weekday) {
  // 1 January 1970, day 0, was a Thursday.
  return dayInWords(Number(weekday) + 3, { weekday: 'long' });
}

/** @type {Intl.DateTimeFormatOptions} */
export const FULL_DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
/** @type {Intl.DateTimeFormatOptions} */
const MONTH = { month: 'long', year: 'numeric' };
/** @type {Intl.DateTimeFormatOptions} */
const SHORT_DAY = { day: 'numeric', month: 'short', year: 'numeric' };

/**
 * A TIMEX3 value in words; empty when it says nothing that the code does not.
 *
 * @param {string} timex
 * @param {string} modifier
 * @param {{first: number, last: number} | null} days
 */
export function timeInWords(timex, modifier, days) {
  const words = timeValue(timex, days);
  return words && modifier ? tName('mod', modifier, { what: words }) : words;
}

/**
 * @param {string} timex
 * @param {{first: number, last: number} | null} days
 * @returns {string}
 */
function timeValue(timex, days) {
  if (timex.endsWith('_REF')) return tName('time', timex);
  const [from, to] = timex.split('/');
  if (to) return t('time.range', { from: timeValue(from, null), to: timeValue(to, null) });
  if (timex.startsWith('P')) return duration(timex);
  if (timex.includes('X')) return t('time.open');
  const [date, clock] = timex.split('T');
  const said = dateValue(date, days);
  if (clock === undefined) return said;
  const part = /^[A-Z]{2}$/.test(clock);
  if (part) return `${said}, ${tName('part', clock)}`;
  return t('time.at', { date: said, clock: clock.replace(/([+-]\d\d:\d\d|Z)$/, (zone) => ` (UTC${zone === 'Z' ? '' : zone})`) });
}

/**
 * @param {string} date
 * @param {{first: number, last: number} | null} days
 */
function dateValue(date, days) {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (day) return dayInWords(dayNumber(Number(day[1]), Number(day[2]), Number(day[3])), FULL_DAY);
  const month = /^(\d{4})-(\d\d)$/.exec(date);
  if (month) return dayInWords(dayNumber(Number(month[1]), Number(month[2]), 1), MONTH);
  const part = /^(\d{4})-([WQH])(\d+)(-WE)?$/.exec(date);
  if (part) return partOfYear(part[1], part[2], String(Number(part[3])), part[4] !== undefined, days);
  if (/^\d{3}$/.test(date)) return t('time.decade', { year: `${date}0` });
  if (/^\d{2}$/.test(date)) return t('time.century', { next: String(Number(date) + 1) });
  if (date.startsWith('BC')) return t('time.bc', { year: String(Number(date.slice(2))) });
  return date;
}

/**
 * @param {string} year
 * @param {string} kind
 * @param {string} n
 * @param {boolean} isWeekend
 * @param {{first: number, last: number} | null} days
 */
function partOfYear(year, kind, n, isWeekend, days) {
  const format = new Intl.DateTimeFormat(locale(), { ...SHORT_DAY, timeZone: 'UTC' });
  const span = days ? format.formatRange(days.first * DAY, days.last * DAY) : '';
  if (isWeekend && span) return t('time.weekend', { days: span });
  const words =
    kind === 'W' ? t('time.week', { week: n, year }) : kind === 'Q' ? t('time.quarter', { n, year }) : t('time.half', { n, year });
  if (!span) return words;
  // Few readers count weeks.
  return kind === 'W' ? `${span} (${words})` : `${words} (${span})`;
}

/** @param {string} timex `P3D`, `PT2H30M`, `PXY` */
function duration(timex) {
  const parts = [];
  let isClock = false;
  for (const [piece, amount, unit] of timex.slice(1).matchAll(/([\d.]+|X)([YMWDHS])|T/g)) {
    if (piece === 'T') {
      isClock = true;
      continue;
    }
    const key = isClock && unit === 'M' ? 'm' : unit;
    if (amount === 'X') parts.push(t('time.several', { unit: tName('many', key) }));
    else parts.push(tName('unit', key, { n: Number(amount) }));
  }
  return parts.join(' ');
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
export function dayNumber(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY);
}

/**
 * A number's value in words: money with its currency, percent, or the number with what it counts.
 *
 * @param {string} label
 * @param {string} decimal Exact; a range is `a/b`.
 * @param {string} unit
 * @param {string} modifier
 */
export function numberInWords(label, decimal, unit, modifier) {
  const words = decimal
    .split('/')
    .map((one) => (/^-?\d+(\.\d+)?$/.test(one) ? oneNumber(label, one, unit) : one))
    .join(' – ');
  const counted = label === 'quantity' && unit ? `${words} ${unit}` : words;
  return modifier ? tName('mod', modifier, { what: counted }) : counted;
}

/**
 * @param {string} label
 * @param {string} decimal
 * @param {string} unit
 */
function oneNumber(label, decimal, unit) {
  /** @type {Intl.NumberFormatOptions} */
  const options = { maximumFractionDigits: 20 };
  if (label === 'money' && /^[A-Z]{3}$/.test(unit)) Object.assign(options, { style: 'currency', currency: unit, minimumFractionDigits: 0 });
  const words = new Intl.NumberFormat(locale(), options).format(/** @type {any} */ (decimal));
  return label === 'percent' ? `${words} %` : words;
}
