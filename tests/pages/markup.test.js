// Markup that nobody wrote, and markup made to keep the browser busy: its words come out, nothing of it runs, and it takes no longer
// than its length. Longer, or from another seed: SOROT_FUZZ=100 SOROT_SEED=7 node --test markup.test.js

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dice, FACTOR, SEED, words } from './dice.js';
import { complete, open, ready } from './harness.js';

let site;
before(async () => (site = await open()));
after(() => site?.close());

const tags = (names) => names.split(' ').flatMap((name) => [`<${name}>`, `<${name}>`, `</${name}>`, `<${name} class="a b">`]);
/** What is read, and what may begin and end anywhere. */
const READ = [
  ...tags('div p span b i a em font nobr table tr td th ul li dl dd pre h1 blockquote section body html head br hr img ruby rt x-y'),
  '<p onclick="document.title=1">', '<img src=x onerror="document.title=2">', '<base href="//x.invalid">', '<a href="javascript:document.title=4">',
  'Budi', ' Santoso ', '\n', '\t', '\u00a0', '&nbsp;', '&lt;b&gt;', '&amp;', '&#0;', '&#xD800;', '&notit;', '😀', '\u202E', '\0', '<', '>', '"', "'", '</', '<!', '<!--', '-->', '<![CDATA[', ']]>', '<?', '<b <i', '<p title="', '=',
];
/** With what is left out: where it ends in broken markup is a matter of taste. */
const ALL = [...READ, ...tags('svg template select option button form object script style textarea title noscript iframe'), '<div hidden>', '<span aria-hidden="true">', '<script>document.title=3</script>'];

test('of any markup the words come out that a browser reads in it, and nothing runs', async () => {
  const page = await site.page();
  await complete(page);
  const n = page.asked.length;
  for (let batch = 0; batch < 10 * FACTOR; batch++) {
    const files = Array.from({ length: 200 }, (_, i) => words(dice(SEED * 3_000_017 + batch * 200 + i), batch % 2 ? ALL : READ, 60));
    const wrong = await page.evaluate(read, { files, isWhole: batch % 2 === 0 });
    assert.equal(wrong, '');
  }
  assert.equal(await page.title(), 'Sorot');
  assert.equal(page.asked.length, n, 'nothing is asked for');
  const refusals = page.said.filter((said) => said.includes('violates the following Content Security Policy'));
  assert.deepEqual(page.said, refusals, 'the policy speaks, and nothing else');
  await page.context().close();
});

/**
 * In the page: the first of these files that is read wrongly, or nothing; of whole ones the words are those of the browser's own tree.
 * Of a script none comes out, unless broken markup before it made its words the reader's.
 */
async function read({ files, isWhole }) {
  const [{ textOfHtml, isTooMuch }, { parseHtml }] = await Promise.all([import('/js/paste.js'), import('/js/trusted.js')]);
  const bare = (text) => text.replace(/\s+/g, '');
  for (const file of files) {
    const text = textOfHtml(file);
    const tree = parseHtml(file);
    const inTree = isWhole ? tree.body.textContent : text;
    tree.querySelectorAll('script').forEach((script) => script.remove());
    const isScript = (words) => words.includes('document.title=3') && !tree.body.textContent.includes('document.title=3');
    const isSound = !isTooMuch(file) && text === text.trim() && text === textOfHtml(file) && !isScript(text);
    if (!isSound || bare(text) !== bare(inTree)) return `${JSON.stringify(file)} gives ${JSON.stringify(text)}, a browser reads ${JSON.stringify(inTree)}`;
  }
  return '';
}

/** Each of these once took a browser many times longer when it was a few times longer. */
const SLOW = {
  'many paragraphs': (n) => '<p>Budi Santoso tiba. '.repeat(n),
  'elements left open, which are opened again in each paragraph': (n) => `<div>${Array.from({ length: 900 }, (_, i) => `<b a=${i}>`).join('')}</div>${'<p>x'.repeat(n)}`,
  'end tags of nothing within elements that are not ended': (n) => '<span></z>'.repeat(n),
  'end tags that a block keeps from what they would end': (n) => '<span><div></span></div>'.repeat(n),
  'comments before anything else': (n) => '<!---->'.repeat(n),
};

for (const [name, make] of Object.entries(SLOW)) {
  test(`markup is read or refused in good time: ${name}`, async () => {
    const page = await site.page();
    await ready(page);
    // What is quadratic takes minutes of this, what is linear less than a second.
    const reading = page.evaluate(async (html) => {
      const { textOfHtml, isTooMuch } = await import('/js/paste.js');
      return isTooMuch(html) || textOfHtml(html).length >= 0;
    }, make(200_000));
    const late = new Promise((resolve) => setTimeout(resolve, 30_000, 'too late').unref());
    assert.equal(await Promise.race([reading, late]), true);
    await page.context().close();
  });
}
