// What is selected in the article, as places in its text; and how it is copied.

/** @typedef {import('./nest.js').Range} Range */
/** @typedef {import('./article.js').Chunk} Chunk */

/**
 * The selected part of the text; none when nothing is selected in the article.
 *
 * @param {HTMLElement} root
 * @param {Chunk[]} chunks
 * @returns {Range | null}
 */
export function selectionIn(root, chunks) {
  const selection = getSelection();
  if (!selection || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const start = offsetOf(root, chunks, range.startContainer, range.startOffset);
  const end = offsetOf(root, chunks, range.endContainer, range.endOffset);
  return end > start ? { start, end } : null;
}

/**
 * Remembers what is selected within the article, to select it again when the elements of the same text are made anew.
 *
 * @param {HTMLElement} root
 * @param {Chunk[]} chunks
 * @returns {() => void} Selects it again.
 */
export function keepSelection(root, chunks) {
  const selection = getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  if (!selection || !anchorNode || !focusNode || selection.isCollapsed) return () => {};
  if (!root.contains(anchorNode) || !root.contains(focusNode)) return () => {};
  const ends = [offsetOf(root, chunks, anchorNode, anchorOffset ?? 0), offsetOf(root, chunks, focusNode, focusOffset ?? 0)];
  return () => {
    const [anchor, focus] = ends.map((end) => placeOf(chunks, end));
    if (anchor && focus) selection.setBaseAndExtent(...anchor, ...focus);
  };
}

/**
 * Where in the page this place of the text stands.
 *
 * @param {Chunk[]} chunks
 * @param {number} offset
 * @returns {[Text, number] | null}
 */
function placeOf(chunks, offset) {
  const chunk = chunks.findLast(({ start }) => start <= offset);
  if (!chunk) return null;
  const texts = document.createTreeWalker(chunk.element, NodeFilter.SHOW_TEXT);
  let left = offset - chunk.start;
  for (let text = /** @type {Text | null} */ (texts.nextNode()); text; text = /** @type {Text | null} */ (texts.nextNode())) {
    if (left <= text.length) return [text, left];
    left -= text.length;
  }
  return null;
}

/**
 * @param {HTMLElement} root
 * @param {Chunk[]} chunks
 * @param {Node} node
 * @param {number} offset
 */
function offsetOf(root, chunks, node, offset) {
  const chunk = chunks.find((one) => one.element.contains(node));
  const range = document.createRange();
  if (chunk) {
    range.setStart(chunk.element, 0);
    range.setEnd(node, offset);
    return chunk.start + range.toString().length;
  }
  // Outside the article, or between its chunks: before or after the text.
  const end = chunks[chunks.length - 1]?.end ?? 0;
  if (root.contains(node)) return chunks[offset]?.start ?? end;
  range.selectNodeContents(root);
  return range.comparePoint(node, offset) < 0 ? 0 : end;
}

/**
 * Copies the pasted text itself: browsers add line breaks of their own between blocks.
 *
 * @param {ClipboardEvent} event
 * @param {string} text The selected part.
 */
export function copyPlain(event, text) {
  if (!event.clipboardData) return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}
