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
/** And where it has no spaces, in such pieces: of a run of combining marks each is weighed against all before it. */
const LONGEST_WORD = 1_024;
/** How far back a space is looked for. */
const NEAR = 1000;

/**
 * The lines of a text, each with its line break; together they are the text.
 *
 * @param {string} text
 * @returns {Range[]}
 */
export function lines(text) {
  const found = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 ? text.length : newline + 1;
    while (lineEnd - start > LONGEST_LINE * 2) {
      const cut = cutAfter(text, start);
      found.push({ start, end: cut });
      start = cut;
    }
    found.push({ start, end: lineEnd });
    start = lineEnd;
  }
  return found;
}

/**
 * A place to cut a long line that begins at `start`: after a space if one is near, and never inside a surrogate pair.
 *
 * @param {string} text
 * @param {number} start
 */
function cutAfter(text, start) {
  const end = start + LONGEST_LINE;
  const space = text.slice(end - NEAR, end).lastIndexOf(' ');
  if (space >= 0) return end - NEAR + space + 1;
  const at = start + LONGEST_WORD;
  const low = text.charCodeAt(at);
  return low >= 0xdc00 && low <= 0xdfff ? at - 1 : at;
}

/** Each line costs an element, be it ever so short. */
const MOST_LINES = 400;

/**
 * Gathers lines into chunks of about `size` units.
 *
 * @param {Range[]} all
 * @param {number} size
 * @returns {Range[][]}
 */
export function chunks(all, size) {
  const found = [];
  /** @type {Range[]} */
  let chunk = [];
  for (const line of all) {
    if (chunk.length && (line.end - chunk[0].start > size || chunk.length === MOST_LINES)) {
      found.push(chunk);
      chunk = [];
    }
    chunk.push(line);
  }
  if (chunk.length) found.push(chunk);
  return found;
}
