// An article in a link: packed into the part after `#`, which browsers never send to a server. Made only on request.

/** What a link begins its text with, so that a later form can be told from this one. */
const MARK = '#t=1.';
/** Longer links are cut off by some programs they pass through. */
const LONGEST_LINK = 8000;
/** A link may unpack to no more than this: a small one can be made to swell without end. */
const LONGEST_TEXT = 1_000_000;

/**
 * A link that holds the text; none when it would be too long.
 *
 * @param {string} text
 */
export async function linkOf(text) {
  const packed = await through(new Blob([text]).stream(), new CompressionStream('deflate-raw'), Infinity);
  const code = btoa(String.fromCharCode(...packed.subarray(0, LONGEST_LINK))).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');
  const link = location.href.replace(/#.*$/s, '') + MARK + code;
  return packed.length <= LONGEST_LINK && link.length <= LONGEST_LINK ? link : null;
}

/** True when an address holds a text. @param {string} hash */
export function holdsText(hash) {
  return hash.startsWith('#t=');
}

/**
 * The text in an address; throws when it is broken, of another form, or too large.
 *
 * @param {string} hash
 */
export async function textOfLink(hash) {
  if (!hash.startsWith(MARK) || hash.length > LONGEST_LINK) throw new RangeError('not a link of this form');
  const code = hash.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(code), (sign) => sign.charCodeAt(0));
  const unpacked = await through(new Blob([bytes]).stream(), new DecompressionStream('deflate-raw'), LONGEST_TEXT);
  // A mark of byte order at its beginning is the text's own.
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked);
}

/**
 * Sends bytes through a stream and gathers them, up to a limit.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} bytes
 * @param {any} stream
 * @param {number} limit
 */
async function through(bytes, stream, limit) {
  const parts = [];
  let length = 0;
  const reader = bytes.pipeThrough(stream).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    const part = /** @type {Uint8Array<ArrayBuffer>} */ (step.value);
    length += part.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError('the text is too large');
    }
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
