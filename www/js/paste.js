// Clean text out of what was pasted, dropped or opened.

import { parseHtml } from './trusted.js';

const DROPPED = 'title,script,style,noscript,template,nav,button,form,input,select,textarea,svg,canvas,iframe,object,audio,video,dialog,[hidden],[aria-hidden="true"]';
const PARAGRAPHS = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'UL', 'OL', 'DL', 'TABLE', 'FIGURE', 'FIGCAPTION', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'ASIDE', 'MAIN', 'ADDRESS', 'PRE', 'HR']);
const LINES = new Set(['DIV', 'LI', 'DT', 'DD', 'TR']);

/** Longer markup, and deeper than any page that people read, would keep the browser's parser busy for seconds. */
const LONGEST_HTML = 5_000_000;
const DEEPEST_HTML = 1000;
/** Elements that hold nothing. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements that the next of their kind ends. */
const BRIEF = new Set('caption colgroup dd dt li optgroup option p rp rt tbody td tfoot th thead tr'.split(' '));
/** An end tag reaches through elements that are no stronger than its own: of words, of blocks, cells and frames, without markup. */
const BLOCKS = new Set('address article aside blockquote body button center details dir div dl fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup iframe listing main menu nav noembed noframes noscript ol pre search section select summary ul xmp'.split(' '));
const WALLS = new Set('applet caption html marquee object table td template th'.split(' '));
const RAW = new Set('script style textarea title'.split(' '));

/** True when markup is more than a browser reads at once; counts open elements as its parser would. @param {string} html */
export function isTooMuch(html) {
  if (html.length > LONGEST_HTML) return true;
  /** @type {string[]} */
  const open = [];
  for (const [, slash, written] of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    const name = written.toLowerCase();
    if (VOID.has(name)) continue;
    if (slash) {
      const at = open.lastIndexOf(name);
      if (at >= 0 && open.every((other, i) => i <= at || strength(other) <= strength(name))) open.length = at;
      continue;
    }
    while (BRIEF.has(name) && BRIEF.has(open[open.length - 1])) open.pop();
    open.push(name);
    if (open.length > DEEPEST_HTML) return true;
  }
  return false;
}

/** @param {string} name */
function strength(name) {
  if (RAW.has(name)) return 3;
  if (WALLS.has(name)) return 2;
  return BLOCKS.has(name) || BRIEF.has(name) ? 1 : 0;
}

/**
 * Elements that a parser opens again in each paragraph after the one that they were left open in: a thousand of them and a
 * thousand paragraphs are a million elements. By another name they are not, and the words in them stay.
 */
const REOPENED = /<(\/?)(?=(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>])/gi;

/**
 * The text of a piece of HTML: a blank line between paragraphs, a line break where the page breaks one, no white space of the
 * markup's own, nothing of scripts, buttons and menus.
 *
 * @param {string} html
 */
export function textOfHtml(html) {
  // Comments before a body are slow to add; within it they are not.
  const { body } = parseHtml(`<body>${html.replace(REOPENED, '<$1x-')}`);
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  const writer = new Writer();
  writer.write(body, false);
  return writer.text;
}

class Writer {
  /** Joined at the end: a text that is looked at while it grows is copied each time. @type {string[]} */
  #parts = [];
  /** White space after the last word, which goes where the text or a paragraph ends. */
  #gap = '';
  /** Line breaks owed before the next word. */
  #breaks = 0;

  get text() {
    return this.#parts.join('').trim();
  }

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
    const hasBegun = this.#parts.length > 0;
    if (!clean.trim()) {
      if (!this.#breaks && hasBegun && !this.#gap) this.#gap = keepsSpace ? clean : ' ';
      return;
    }
    if (this.#breaks) {
      this.#gap = hasBegun ? '\n'.repeat(this.#breaks) : '';
      this.#breaks = 0;
    }
    const isFresh = !hasBegun || this.#gap;
    const added = isFresh && !keepsSpace ? clean.trimStart() : clean;
    const end = added.trimEnd();
    this.#parts.push(this.#gap, end);
    this.#gap = added.slice(end.length);
  }
}

/**
 * The text on a clipboard or in a drag; empty when it holds none.
 *
 * @param {Pick<DataTransfer, 'getData'>} data
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
