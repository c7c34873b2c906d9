// Small hands for the DOM. Data enters the page as text nodes and attributes only, never as markup.

/**
 * Makes an element: `on…` properties are listeners, `text` is its text, `true` an empty attribute, `false` and `null` none;
 * `aria-…` attributes are written out.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'text') element.textContent = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name.startsWith('aria-') && value != null) element.setAttribute(name, String(value));
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/**
 * The element of this id, of this kind; its absence is a mistake in index.html.
 *
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function find(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`index.html has no ${kind.name} #${id}`);
  return element;
}

/**
 * Waits until input has been quiet for a while.
 *
 * @param {() => void} action
 * @param {number} milliseconds
 */
export function afterQuiet(action, milliseconds) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(action, milliseconds);
  };
}

/**
 * Waits for something, but not for longer than this.
 *
 * @param {Promise<unknown>} something
 * @param {number} milliseconds
 */
export function soon(something, milliseconds) {
  return Promise.race([something, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}

/** Lets the page be drawn first. One that is hidden is not drawn, and does not wait for it. */
export function afterFrame() {
  return new Promise((resolve) => {
    const tired = setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(() => (clearTimeout(tired), resolve(undefined))));
  });
}
