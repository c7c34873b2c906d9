// Clean text out of what was pasted, dropped or opened.

import { parseHtml } from './trusted.js';

const DROPPED = 'script,style,noscript,template,nav,button,form,input,select,textarea,svg,canvas,iframe,object,audio,video,dialog,[hidden],[aria-hidden="true"]';
const PARAGRAPHS = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'UL', 'OL', 'DL', 'TABLE', 'FIGURE', 'FIGCAPTION', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'ASIDE', 'MAIN', 'ADDRESS', 'PRE', 'HR']);
const LINES = new Set(['DIV', 'LI', 'DT', 'DD', 'TR']);

/** Longer markup, and deeper than any page that people read, would keep the browser's parser busy for seconds. */
const LONGEST_HTML = 5_000_000;
const DEEPEST_HTML = 1000;
/** Elements that hold nothing, or that are left open in good markup: they do not count as depth. */
const OPEN = new Set('area base br col dd dt embed hr img input li link meta option p param source tbody td th thead tr track wbr'.split(' '));

/** True when markup is more than a browser reads at once; counts open elements without reading them. @param {string} html */
export function isTooMuch(html) {
  if (html.length > LONGEST_HTML) return true;
  let depth = 0;
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (OPEN.has(name.toLowerCase())) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST_HTML) return true;
  }
  return false;
}

/**
 * The text of a piece of HTML: a blank line between paragraphs, a line break where the page breaks one, no white space of the
 * markup's own, nothing of scripts, buttons and menus.
 *
 * @param {string} html
 */
export function textOfHtml(html) {
  const { body } = parseHtml(html);
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  const writer = new Writer();
  writer.write(body, false);
  return writer.text.trim();
}

class Writer {
  text = '';
  /** Line breaks owed before the next word. */
  #breaks = 0;

  /**
   * @param {Node} node
   * @param {boolean} keepsSpace Inside `pre`.
   */
  write(node, keepsSpace) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.#words(child.nodeValue ?? '', keepsSpace);
      else if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE) this.#element(/** @type {Element} */ (child), keepsSpace);
    }
  }

  /**
   * @param {Element} element
   * @param {boolean} keepsSpace
   */
  #element(element, keepsSpace) {
    const { tagName } = element;
    if (tagName === 'BR') {
      this.#breaks = Math.min(this.#breaks + 1, 2);
      return;
    }
    const breaks = PARAGRAPHS.has(tagName) ? 2 : LINES.has(tagName) ? 1 : 0;
    this.#breaks = Math.max(this.#breaks, breaks);
    this.write(element, keepsSpace || tagName === 'PRE');
    this.#breaks = Math.max(this.#breaks, breaks);
    if (tagName === 'TD' || tagName === 'TH') this.#words(' ', false);
  }

  /**
   * @param {string} words
   * @param {boolean} keepsSpace
   */
  #words(words, keepsSpace) {
    const clean = keepsSpace ? words : words.replace(/[\s\u00a0]+/g, ' ');
    if (!clean.trim()) {
      if (!this.#breaks && this.text && !/\s$/.test(this.text)) this.text += keepsSpace ? clean : ' ';
      return;
    }
    if (this.#breaks) {
      this.text = this.text.trimEnd();
      if (this.text) this.text += '\n'.repeat(this.#breaks);
      this.#breaks = 0;
    }
    const isFresh = !this.text || /\s$/.test(this.text);
    this.text += isFresh && !keepsSpace ? clean.trimStart() : clean;
  }
}

/**
 * The text on a clipboard or in a drag; empty when it holds none.
 *
 * @param {DataTransfer} data
 */
export function textOfTransfer(data) {
  const html = data.getData('text/html');
  return (html && !isTooMuch(html) && textOfHtml(html)) || data.getData('text/plain');
}

/** Larger files are no articles, and a page holds a text several times over. */
const LARGEST_FILE = 50_000_000;

/**
 * The text of a file: UTF-8, or windows-1252 where it is not valid UTF-8.
 *
 * @param {File} file
 */
export async function textOfFile(file) {
  if (file.size > LARGEST_FILE) throw new RangeError(`${file.name} is too large`);
  const bytes = await file.arrayBuffer();
  const text = decode(bytes);
  if (text.includes('\u0000')) throw new TypeError(`${file.name} is not a text`);
  if (!/\.x?html?$/i.test(file.name) && file.type !== 'text/html') return text;
  if (isTooMuch(text)) throw new RangeError(`${file.name} is too deep or too long`);
  return textOfHtml(text);
}

/** @param {ArrayBuffer} bytes */
function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
