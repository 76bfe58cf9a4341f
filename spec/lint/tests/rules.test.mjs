/**
 * Runs the cases of every rule: cases/<rule>.mjs exports `good` and `bad`, each a list of changes to
 * the description in support/base.mjs. A bad one states all that its rule must find.
 *
 * Each case is run on a description of several files and on the same as a bundle, unless it says
 * `only: 'source'`. A bundle must give the same messages; `bundled` has them where they differ.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, test } from 'node:test';
import { base } from './support/base.mjs';
import { bundle, lint, rulesetText } from './support/lint.mjs';

const folder = new URL('cases/', import.meta.url);
// Those of Spectral that are switched off are none of ours.
const rules = Object.fromEntries(Object.entries(rulesetText.rules).filter(([, rule]) => rule !== 'off'));
const cases = {};
for (const file of fs.readdirSync(folder)) {
  cases[file.replace(/\.mjs$/, '')] = await import(new URL(file, folder));
}

describe('every rule', () => {
  test('has its cases, good and bad', () => {
    assert.deepEqual(Object.keys(rules).filter(rule => !(rule in cases)), [], 'rules without cases');
    assert.deepEqual(Object.keys(cases).filter(rule => !(rule in rules)), [], 'cases without rule');
    for (const [rule, { good, bad }] of Object.entries(cases)) {
      assert.ok(good?.length > 0 && bad?.length > 0, `${rule} needs a good case and a bad one`);
    }
  });

  test('is the function of its name, and an error', () => {
    const camel = rule => rule.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    for (const [name, rule] of Object.entries(rules)) {
      assert.equal(rule.then.function, camel(name));
      assert.equal(rule.severity, 'error', name);
    }
    assert.deepEqual([...rulesetText.functions].sort(), Object.keys(rules).map(camel).sort());
  });

  test('is content with the description that the cases change', async () => {
    assert.deepEqual(await lint(base()), []);
    assert.deepEqual(await lint(bundle(base())), []);
  });

  test('stands beside those of Spectral', async () => {
    const files = base();
    files['paths/thing/updateThing_showThing.yaml'].get.tags = ['Other'];
    assert.ok((await lint(files)).some(({ code }) => code === 'operation-tag-defined'));
  });
});

for (const [rule, { good = [], bad = [] }] of Object.entries(cases)) {
  describe(rule, () => {
    for (const { title, change, only } of good) {
      test(`allows ${title}`, async () => {
        assert.deepEqual(await lint(changed(change), rule), []);
        if (only !== 'source') assert.deepEqual(await lint(bundle(changed(change)), rule), []);
      });
    }
    for (const { title, change, finds, bundled, only } of bad) {
      test(`refuses ${title}`, async () => {
        const found = await lint(changed(change), rule);
        const expected = finds.map(([file, path, message]) => ({ code: rule, message, path, file, severity: 0 }));
        assert.deepEqual(sorted(found), sorted(expected));
        if (only === 'source') return;
        const messages = (bundled ?? finds.map(([, , message]) => message)).map(message => `${rule}: ${message}`);
        const inBundle = await lint(bundle(changed(change)), rule);
        assert.deepEqual(inBundle.map(({ code, message }) => `${code}: ${message}`).sort(), messages.sort());
      });
    }
  });
}

function changed(change) {
  const files = base();
  change(files);
  return files;
}

function sorted(found) {
  return [...found].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
