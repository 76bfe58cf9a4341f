/** Runs the tests of the lint rules. */
import fs from 'node:fs';
import { fail, run, spec } from './support.mjs';

const files = fs.readdirSync(`${spec}lint/tests`).filter(file => file.endsWith('.test.mjs'));
const { status, output } = run('--test', ['--test-reporter=spec', ...files.map(file => `lint/tests/${file}`)]);
const passed = Number(/^ℹ pass (\d+)$/m.exec(output)?.[1] ?? 0);
if (status !== 0 || passed === 0) fail(`${output}\nthe tests of the lint rules failed`);
console.log(`tested the lint rules: ${passed} tests passed`);
