// How an article comes in: pasted anywhere, dropped, or opened as a file.

import { find } from './dom.js';
import { textOfFile, textOfTransfer } from './paste.js';

/**
 * @param {object} way
 * @param {(text: string, name?: string) => void} way.take The name is that of a file.
 * @param {(name: string) => void} way.fail
 * @param {import('./editor.js').Editor} way.editor
 */
export function takeInput({ take, fail, editor }) {
  const takeFile = (/** @type {File} */ file) => textOfFile(file).then((text) => take(text, file.name), () => fail(file.name));
  document.addEventListener('paste', (event) => {
    if (isField(event.target) || !event.clipboardData) return;
    event.preventDefault();
    const [file] = event.clipboardData.files;
    const text = textOfTransfer(event.clipboardData);
    if (text) take(text);
    else if (file) takeFile(file);
  });
  takeDrops(take, takeFile, editor);
  const chooser = find('file', HTMLInputElement);
  find('open', HTMLButtonElement).addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    for (const file of chooser.files ?? []) takeFile(file);
    chooser.value = '';
  });
}

/**
 * @param {(text: string) => void} take
 * @param {(file: File) => void} takeFile
 * @param {import('./editor.js').Editor} editor
 */
function takeDrops(take, takeFile, editor) {
  const hint = find('drop-hint', HTMLElement);
  document.addEventListener('dragover', (event) => {
    if (event.target === editor.box) return;
    event.preventDefault();
    hint.hidden = !event.dataTransfer?.types.includes('Files');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) hint.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    hint.hidden = true;
    if (!event.dataTransfer || (event.target === editor.box && !event.dataTransfer.files.length)) return;
    event.preventDefault();
    if (event.dataTransfer.files.length) for (const file of event.dataTransfer.files) takeFile(file);
    else take(textOfTransfer(event.dataTransfer));
  });
}

/** True for elements that take text themselves. @param {EventTarget | null} target */
export function isField(target) {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'file');
}
