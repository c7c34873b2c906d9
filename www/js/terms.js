// What the reader looks for: shown, added, changed and tried out. What is wrong with a pattern is said in words, with its place.

import { make } from './dom.js';
import { t, tName } from './i18n.js';
import { Remembered } from './remembered.js';
import { areRules, isFull, LONGEST_NAME, LONGEST_RULE, rulesFromFile, rulesToFile, withRule } from './rules.js';
import { saveFile } from './take.js';
import { asWritten } from './visible.js';

/** @typedef {import('./rules.js').Rule} Rule */
/** @typedef {import('./rules.js').Outcome} Outcome */

/**
 * @typedef {object} Seeking
 * @property {(rule: Rule) => Promise<Outcome>} test What is wrong with a rule, if anything.
 * @property {() => void} changed The rules are others now.
 */

export class Terms {
  /** @type {readonly Rule[]} */
  rules = [];
  /** What came of the rules in the article at hand. @type {readonly Outcome[]} */
  #outcomes = [];
  /** The rule that is being changed; none: a new one. @type {Rule | null} */
  #edited = null;
  #remembered = new Remembered('terms', () => rulesToFile(this.rules));

  /**
   * @param {HTMLElement} root
   * @param {Seeking} seeking
   */
  constructor(root, seeking) {
    this.root = root;
    this.seeking = seeking;
    this.list = make('ul');
    this.name = make('input', { type: 'text', id: 'rule-name', maxlength: LONGEST_NAME, autocomplete: 'off', spellcheck: 'false', dir: 'auto' });
    this.kind = make('select', { id: 'rule-kind' });
    this.box = make('textarea', { id: 'rule-text', rows: 4, maxlength: LONGEST_RULE, 'aria-describedby': 'rule-hint rule-wrong', dir: 'auto' });
    for (const name of ['autocomplete', 'autocorrect', 'autocapitalize']) this.box.setAttribute(name, 'off');
    for (const name of ['spellcheck', 'writingsuggestions']) this.box.setAttribute(name, 'false');
    this.ignoresCase = make('input', { type: 'checkbox', id: 'rule-case', checked: true });
    this.wrong = make('div', { id: 'rule-wrong', class: 'rule-wrong', role: 'alert' });
    this.kind.addEventListener('change', () => this.show());
    this.box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#apply();
    });
  }

  /** Takes over other rules. @param {readonly Rule[]} rules */
  change(rules) {
    this.rules = rules;
    this.#remembered.update();
    this.#edited = null;
    this.#outcomes = [];
    this.seeking.changed();
    this.show();
  }

  /** Brings back the rules that the reader asked to keep. */
  async recall() {
    const rules = rulesFromFile(await this.#remembered.recall());
    if (rules?.length) this.change(rules);
    else this.show();
  }

  /** Nothing is kept any longer; the rules stay until the page closes. */
  forgotten() {
    this.#remembered.forgotten();
    this.show();
  }

  /** Says what came of the rules. @param {readonly Outcome[]} outcomes */
  report(outcomes) {
    this.#outcomes = outcomes;
    this.#showList();
  }

  /** Shows all of it, in the interface's language; what is typed stays. */
  show() {
    const isPattern = this.kind.value === 'pattern';
    this.kind.replaceChildren(
      make('option', { value: 'terms', text: t('ruleTerms'), selected: !isPattern }),
      make('option', { value: 'pattern', text: t('rulePattern'), selected: isPattern }),
    );
    this.box.classList.toggle('is-pattern', isPattern);
    this.box.placeholder = isPattern ? String.raw`Rp ?[\d.,]+ (?:miliar|triliun)` : t('rulePlaceholder');
    const apply = make('button', { type: 'button', id: 'rule-apply', text: t(this.#edited ? 'ruleChange' : 'ruleAdd'), onclick: () => this.#apply() });
    const leave = make('button', { type: 'button', class: 'quiet', text: t('cancel'), hidden: !this.#edited, onclick: () => this.#edit(null) });
    const focused = document.activeElement;
    this.root.replaceChildren(
      make('button', { type: 'button', class: 'card-close', 'aria-label': t('close'), text: '×', popovertarget: this.root.id, popovertargetaction: 'hide' }),
      make('h2', { text: t('termsTitle') }),
      make('p', { class: 'hint', text: t('termsHint') }),
      this.list,
      make(
        'div',
        { class: 'rule-form' },
        make('label', { for: 'rule-name' }, t('ruleName'), this.name),
        make('label', { for: 'rule-kind' }, t('ruleKind'), this.kind),
        make('label', { for: 'rule-text', class: 'wide' }, t(isPattern ? 'rulePattern' : 'ruleLines'), this.box),
        make('p', { id: 'rule-hint', class: 'wide soft', text: t(isPattern ? 'rulePatternHint' : 'ruleTermsHint') }),
        this.wrong,
        make('label', { class: 'check wide' }, this.ignoresCase, ` ${t('ruleCase')}`),
        make('div', { class: 'row wide' }, apply, leave),
      ),
      this.#files(),
    );
    this.#showList();
    if (focused instanceof HTMLElement && this.root.contains(focused)) focused.focus();
  }

  #showList() {
    this.list.replaceChildren(...this.rules.map((rule, at) => this.#row(rule, this.#outcomes[at])));
  }

  /**
   * @param {Rule} rule
   * @param {Outcome | undefined} outcome
   */
  #row(rule, outcome) {
    const edit = make('button', { type: 'button', text: t('ruleEdit'), 'aria-label': `${t('ruleEdit')}: ${rule.name}`, onclick: () => this.#edit(rule) });
    const remove = make('button', { type: 'button', 'aria-label': t('removeArticle', { name: rule.name }), text: '×' });
    remove.addEventListener('click', () => {
      this.change(this.rules.filter((other) => other !== rule));
      this.name.focus();
    });
    const said = make('span', { text: outcome ? outcomeInWords(outcome) : '' });
    return make('li', {}, make('span', { class: 'take-words' }, asWritten(rule.name, { class: 'rule-called' }), ' ', said), edit, remove);
  }

  #files() {
    const failed = make('p', { class: 'hint', role: 'alert' });
    const chooser = make('input', { type: 'file', accept: '.json,application/json', hidden: true, tabindex: -1, 'aria-label': t('wordsImport') });
    chooser.addEventListener('change', async () => {
      const rules = rulesFromFile((await chooser.files?.[0]?.text()) ?? '');
      const all = rules?.reduce((all, rule) => withRule(all, rule, null), this.rules);
      if (areRules(all)) this.change(all);
      else failed.textContent = t('rulesWrong');
    });
    const open = make('button', { type: 'button', text: t('wordsImport'), onclick: () => chooser.click() });
    const save = make('button', { type: 'button', text: t('wordsExport'), disabled: !this.rules.length, onclick: () => saveFile(rulesToFile(this.rules), 'sorot-terms.json', 'application/json') });
    return make('div', { class: 'rule-files' }, failed, this.#remembered.render(), make('div', { class: 'row' }, chooser, open, save));
  }

  /** Puts a rule into the form; none: a fresh one. @param {Rule | null} rule */
  #edit(rule) {
    this.#edited = rule;
    this.name.value = rule?.name ?? '';
    this.box.value = rule?.text ?? '';
    this.kind.value = rule?.kind ?? this.kind.value;
    this.ignoresCase.checked = rule?.ignoresCase ?? true;
    this.#complain([]);
    this.show();
    (rule ? this.box : this.name).focus();
  }

  /** Takes the rule in the form over, when it can be used. */
  async #apply() {
    /** @type {Rule} */
    const rule = { name: this.name.value.trim() || this.#freeName(), kind: this.kind.value === 'pattern' ? 'pattern' : 'terms', text: this.box.value, ignoresCase: this.ignoresCase.checked };
    if (!this.#edited && isFull(this.rules)) return this.#complain([make('p', { text: t('rulesFull') })]);
    let outcome;
    try {
      outcome = await this.seeking.test(rule);
    } catch (error) {
      return this.#complain([make('p', { text: t('requestFailed', { reason: error instanceof Error ? error.message : String(error) }) })]);
    }
    if (outcome.reason) return this.#refuse(rule, outcome);
    const rules = withRule(this.rules, rule, this.#edited);
    this.#edit(null);
    this.change(rules);
  }

  /**
   * Says what is wrong, shows where, and puts the caret there.
   *
   * @param {Rule} rule
   * @param {Outcome} outcome
   */
  #refuse({ kind, text }, { reason, start, end }) {
    /** @type {HTMLElement[]} */
    const nodes = [make('p', { text: tName('wrong', reason) })];
    if (kind === 'pattern' && text.trim()) {
      const place = make('mark', { text: text.slice(start, end) || '␣' });
      nodes.push(make('code', { class: 'rule-place', dir: 'ltr' }, text.slice(0, start), place, text.slice(Math.max(end, start))));
    }
    this.#complain(nodes);
    this.box.focus();
    if (kind === 'pattern') this.box.setSelectionRange(start, end);
  }

  /** @param {Node[]} nodes None: all is well. */
  #complain(nodes) {
    this.wrong.replaceChildren(...nodes);
    this.box.setAttribute('aria-invalid', String(nodes.length > 0));
  }

  /** A name for a rule that the reader gave none. */
  #freeName() {
    for (let n = 1; ; n++) {
      const name = t('ruleUnnamed', { number: String(n) });
      if (!this.rules.some((rule) => rule.name === name)) return name;
    }
  }
}

/** @param {Outcome} outcome */
function outcomeInWords({ n, hasMore, reason }) {
  if (reason) return tName('wrong', reason);
  if (hasMore) return n ? t('ruleTooMany', { n }) : t('ruleGivenUp');
  return t('done', { n });
}
