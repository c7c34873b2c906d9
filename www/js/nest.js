// Overlapping annotations as properly nested pieces. Pure functions; the page's elements are made in tailor.js.

/**
 * @typedef {{start: number, end: number, i: number}} Piece
 * @typedef {Piece & {children: Tree[]}} Tree
 */

/**
 * Nests pieces that lie in one line. Where two cross, the one that starts later is cut at the other's end, so that each
 * character lies in exactly the pieces that cover it.
 *
 * @param {Piece[]} pieces By start, then longest first.
 * @returns {Tree[]}
 */
export function nest(pieces) {
  const rest = [...pieces];
  /** @type {Tree[]} */
  const roots = [];
  /** @type {Tree[]} */
  const open = [];
  for (let at = 0; at < rest.length; at++) {
    const piece = rest[at];
    while (open.length && open[open.length - 1].end <= piece.start) open.pop();
    const around = open[open.length - 1];
    let end = piece.end;
    if (around && around.end < end) {
      end = around.end;
      insert(rest, at + 1, { ...piece, start: end });
    }
    const tree = { start: piece.start, end, i: piece.i, children: [] };
    (around ? around.children : roots).push(tree);
    open.push(tree);
  }
  return roots;
}

/**
 * @param {Piece[]} pieces
 * @param {number} from
 * @param {Piece} piece
 */
function insert(pieces, from, piece) {
  let at = from;
  const before = (/** @type {Piece} */ other) => other.start < piece.start || (other.start === piece.start && other.end >= piece.end);
  while (at < pieces.length && before(pieces[at])) at++;
  pieces.splice(at, 0, piece);
}

/**
 * @typedef {{start: number, end: number}} Range Half open, in UTF-16 units.
 */

/** Longer lines than this are shown in several pieces: a browser lays out one line of a megabyte for seconds. */
const LONGEST_LINE = 16_384;
/** And where it has no spaces, in such pieces. */
const LONGEST_WORD = 1_024;
/** More combining marks on one letter are no writing: each is weighed against all before it, and thousands take a second. */
const HEAP = 128;
const MARK = /^\p{M}/u;
/** How far back a space is looked for. */
const NEAR = 1000;

/**
 * The lines of a text, or of a part that begins and ends with a line, each with its line break; together they are the text.
 *
 * @param {string} text
 * @param {number} [start]
 * @param {number} [end]
 */
export function lines(text, start = 0, end = text.length) {
  /** @type {Range[]} */
  const found = [];
  for (let at = start; at < end; at = found[found.length - 1].end) pieces(text, at, Math.min(endOfLine(text, at), end), found);
  return found;
}

/**
 * Adds the pieces of a line to those found.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end The line's.
 * @param {Range[]} found
 */
function pieces(text, start, end, found) {
  while (start < end) {
    const next = pieceEnd(text, start, end);
    found.push({ start, end: next });
    start = next;
  }
}

/** After the line's break. @param {string} text @param {number} start */
function endOfLine(text, start) {
  return text.indexOf('\n', start) + 1 || text.length;
}

/**
 * Where the piece that begins at `start` ends: at the line's end if that is near, else after a space, or inside a word.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} lineEnd
 */
function pieceEnd(text, start, lineEnd) {
  // What follows a heap that was cut is more of it, which its ends tell: ten million marks need not all be looked at.
  if (start + HEAP < lineEnd && isMark(text, start) && isMark(text, start + HEAP)) return whole(text, start + HEAP);
  let end = lineEnd;
  if (lineEnd - start > LONGEST_LINE * 2) {
    const far = start + LONGEST_LINE;
    const space = text.slice(far - NEAR, far).lastIndexOf(' ');
    end = space < 0 ? start + LONGEST_WORD : far - NEAR + space + 1;
  }
  const heap = heapIn(text, start, end);
  if (heap >= 0) end = heap + HEAP;
  return end < lineEnd ? whole(text, end) : lineEnd;
}

/**
 * Where marks begin to be heaped on a letter, or -1. No heap lies between the places that are looked at.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function heapIn(text, start, end) {
  // An odd step, so that not every look falls into the middle of a pair.
  for (let at = start; at < end; at += HEAP - 1) {
    if (!isMark(text, at)) continue;
    let first = at;
    while (first > start && isMark(text, whole(text, first - 1))) first = whole(text, first - 1);
    let last = at;
    while (last < end && last - first < HEAP && isMark(text, last)) last += isPair(text, last) ? 2 : 1;
    if (last - first >= HEAP) return first;
  }
  return -1;
}

/** What each unit is, as far as it was asked for: ten million are looked at while the page waits. */
const KNOWN = new Uint8Array(0x10000);
const [A_MARK, NO_MARK] = [1, 2];

/** @param {string} text @param {number} at */
function isMark(text, at) {
  if (isPair(text, at)) return MARK.test(text.slice(at, at + 2));
  const unit = text.charCodeAt(at);
  KNOWN[unit] ||= MARK.test(text[at]) ? A_MARK : NO_MARK;
  return KNOWN[unit] === A_MARK;
}

/** Where a surrogate pair begins. @param {string} text @param {number} at */
function isPair(text, at) {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}

/** A place that is not inside a surrogate pair. @param {string} text @param {number} at */
function whole(text, at) {
  return isPair(text, at - 1) ? at - 1 : at;
}

/** Each line costs an element, be it ever so short. */
const MOST_LINES = 400;
/** In long texts more of them are drawn at a time: a browser watches each chunk, and ten thousand hold up every frame. */
const LONG_TEXT = 1_000_000;
const MOST_LINES_OF_MANY = 1_600;

/**
 * @typedef {object} Stretch Whole lines that are shown together.
 * @property {number} start
 * @property {number} end
 * @property {number} n How many lines.
 * @property {Range[] | null} lines Only where a line is cut here: of others they are found when they are drawn, for there may be millions.
 */

/**
 * Parts a text into stretches of lines of about `size` units.
 *
 * @param {string} text
 * @param {number} size
 * @returns {Stretch[]}
 */
export function stretches(text, size) {
  const most = text.length > LONG_TEXT ? MOST_LINES_OF_MANY : MOST_LINES;
  /** @type {Stretch[]} */
  const found = [];
  for (let start = 0; start < text.length; start = found[found.length - 1].end) {
    const { end, n } = wholeLines(text, start, size, most);
    if (end - start <= LONGEST_LINE * 2) found.push({ start, end, n, lines: null });
    else found.push(...cutLine(text, start, end, size));
  }
  return found;
}

/**
 * Lines that together take no more than `size`, or one that takes more: where they end, and how many they are.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} size
 * @param {number} most How many there may be.
 */
function wholeLines(text, start, size, most) {
  let [end, n] = [endOfLine(text, start), 1];
  while (end < text.length && n < most) {
    const next = endOfLine(text, end);
    if (next - start > size) break;
    end = next;
    n++;
  }
  return { end, n };
}

/**
 * A long line, in stretches of pieces.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end The line's.
 * @param {number} size
 */
function cutLine(text, start, end, size) {
  /** @type {Range[]} */
  const all = [];
  pieces(text, start, end, all);
  /** @type {Stretch[]} */
  const found = [];
  for (const piece of all) {
    const last = found[found.length - 1];
    if (last?.lines && piece.end - last.start <= size) {
      last.lines.push(piece);
      last.end = piece.end;
      last.n++;
    } else {
      found.push({ ...piece, n: 1, lines: [piece] });
    }
  }
  return found;
}
