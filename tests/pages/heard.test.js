// What a screen reader is told, in order: Chromium's accessibility tree as lines of role, name and state. Each state of the page
// lists the lines that a listener needs; between them others may stand.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, paste, ready } from './harness.js';

const ARTICLE = 'Jembatan Dibuka\n\nMenteri Budi Santoso tiba di Surabaya pada Rabu, 21 November 2024.\n\n"Ya," kata Siti Aminah. Budi Santoso lalu pulang.\n';

let site;
before(async () => (site = await open()));
after(() => site?.close());

const click = (selector) => (page) => page.locator(selector).first().click();
const press = (...keys) => async (page) => {
  for (const key of keys) await page.keyboard.press(key);
};
const intoArticle = (page) => page.locator('.skip').focus().then(() => page.keyboard.press('Enter'));

/** @type {[string, any, ((page: any) => Promise<unknown>)[], string[]][]} */
const HEARD = [
  [
    'the page, from top to bottom',
    {},
    [],
    [
      'link "Skip to the article"',
      'banner',
      'heading "Sorot" level=1',
      'group "Your articles"',
      'button "Edit" pressed=false',
      'button "Save" expanded=false',
      'group "Language of this page"',
      'button "English" pressed=true',
      'button "Help" expanded=false',
      'main',
      'toolbar "Layers"',
      'button "People 3" pressed=true',
      'button "Pronouns 0" pressed=false',
      'button "Checks 1" pressed=true',
      'region "Reading"',
      'group "Settings"',
      'combobox "Language" value=Found: Indonesian expanded=false',
      'Date "Article’s date"',
      'slider "Confidence at least"',
      'checkbox "Say what each mark is" checked=false',
      'article "Article"',
      'heading "Jembatan Dibuka" level=2',
      'paragraph',
      'StaticText "Budi Santoso"',
      'complementary "What is in the article"',
      'tablist "What is in the article"',
      'tab "Who 3" selected=true',
      'tab "Checks 1" selected=false',
      'tabpanel "Who 3"',
      'heading "People" level=2',
      'button "Budi Santoso 2 mentions" pressed=false',
      'contentinfo',
      'status live=polite',
      'StaticText "9 marks"',
    ],
  ],
  ['a mark reached by the keyboard says what it is', {}, [intoArticle], ['article "Article"', 'button "Menteri" [role] focused']],
  ['its card has the focus, its name, what it means and why', {}, [intoArticle, press('ArrowRight', 'Enter')], ['dialog "Person Budi Santoso" focused', 'button "Close"', 'heading "Budi Santoso" level=2', 'term "Refers to"', 'button "Next mention"', 'term "Confidence"', 'DisclosureTriangle "Correct" expanded=false']],
  ['a check says in words what it expects', {}, [click('#tab-checks'), click('.checks .timeline-where')], ['dialog "Weekday does not fit Rabu, 21 November 2024"', 'term "Expected"', 'StaticText "Thursday"']],
  ['a layer switched by its key says so', {}, [intoArticle, press('1')], ['button "People 3" pressed=false', 'status live=polite', 'StaticText "People: hidden"']],
  ['a chosen name is pressed', {}, [click('.entity')], ['button "Budi Santoso 2 mentions" pressed=true focused']],
  ['a panel is named by its tab', {}, [click('#tab-said')], ['tab "Said 1" selected=true focused', 'tabpanel "Said 1"', 'heading "Siti Aminah" level=2', 'button ""Ya,""']],
  ['the drawer of a phone', { viewport: { width: 390, height: 800 } }, [click('#side-open')], ['button "What is in the article" expanded=true focused', 'complementary "What is in the article"', 'tab "Who 3" selected=true']],
  ['without a text there is a way on, and no empty panel', {}, [click('#clear')], ['button "Edit" pressed=true', 'textbox "Text of the article" focused', 'heading "Paste an article anywhere on this page" level=2', 'button "Show the sample"', 'contentinfo']],
];

for (const [state, options, acts, wanted] of HEARD) {
  test(`heard: ${state}`, async () => {
    const page = await site.page(options);
    await ready(page);
    await paste(page, ARTICLE);
    await page.waitForFunction(() => document.querySelector('#article').textContent.startsWith('Jembatan') && document.querySelector('#article .m'));
    await ready(page);
    for (const act of acts) await act(page);
    await page.waitForTimeout(300);
    const lines = await heard(page);
    let at = -1;
    for (const line of wanted) {
      const next = lines.indexOf(line, at + 1);
      assert.ok(next > at, `${line}\nis not heard ${at < 0 ? 'at all' : `after ${lines[at]}`}:\n${lines.join('\n')}`);
      at = next;
    }
    // A control without a name is a riddle.
    assert.deepEqual(lines.filter((line) => /^(button|link|tab|textbox|combobox|checkbox|slider|dialog|region)( \w+=.*)?$/.test(line)), []);
    await page.context().close();
  });
}

test('the article says in which language it is, whatever the page speaks', async () => {
  const page = await site.page();
  await ready(page);
  assert.equal(await page.locator('#article').getAttribute('lang'), 'en');
  await paste(page, ARTICLE);
  await page.waitForFunction(() => document.querySelector('#article').lang === 'id');
  await page.locator('#tab-said').click();
  assert.equal(await page.locator('.said').first().getAttribute('lang'), 'id');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await page.context().close();
});

/** What is announced of a state, in the order in which it is said. */
const STATES = ['level', 'pressed', 'expanded', 'selected', 'checked', 'live'];
/** Layout, not meaning. */
const SILENT = ['none', 'generic', 'InlineTextBox', 'LineBreak', 'ListMarker', 'LabelText'];

/** The tree as lines. @param {any} page */
async function heard(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (node) => {
    const role = node.role?.value;
    if (!node.ignored && !SILENT.includes(role)) lines.push(line(role, node));
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id));
  };
  walk(nodes[0]);
  return lines;
}

function line(role, { name, description, value, properties = [] }) {
  const states = Object.fromEntries(properties.map((property) => [property.name, property.value.value]));
  return [
    role,
    name?.value ? `"${name.value}"` : '',
    description?.value ? `[${description.value}]` : '',
    role === 'combobox' ? `value=${value?.value}` : '',
    ...STATES.filter((state) => state in states).map((state) => `${state}=${states[state]}`),
    states.focused && role !== 'RootWebArea' ? 'focused' : '',
  ].filter(Boolean).join(' ');
}
