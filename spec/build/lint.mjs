/** Lints the descriptions as they are written and as they are bundled. */
import fs from 'node:fs';
import path from 'node:path';
import { descriptions, fail, run, spec } from './support.mjs';

const folders = await descriptions();
const sources = folders.map(folder => `${folder}/openapi.yaml`);
const bundles = sources.map(source => `target/bundle/${source}`);
const missing = bundles.filter(bundle => !fs.existsSync(spec + bundle));
if (missing.length > 0) fail(`There is no ${missing.join(', ')}; run "npm run bundle" first.`);

const report = 'target/lint.json';
fs.rmSync(spec + report, { force: true });
const { status, output } = run('@stoplight/spectral-cli/dist/index.js', [
  'lint', ...sources, ...bundles,
  '--ruleset', 'lint/.spectral.yaml', '--fail-severity', 'hint', '--fail-on-unmatched-globs',
  '--format', 'json', '--output', report, '--quiet',
]);
if (!fs.existsSync(spec + report) || ![0, 1].includes(status)) fail(`${output}\nspectral failed`);

const problems = JSON.parse(fs.readFileSync(spec + report, 'utf8'));
let file;
for (const { source, range, code, message } of problems) {
  if (source !== file) console.error(path.relative(spec, file = source).replaceAll('\\', '/'));
  console.error(`  ${range.start.line + 1}:${range.start.character + 1}  ${code}  ${message}`);
}
console.log(`linted ${sources.length} sources and ${bundles.length} bundles: ${problems.length} problem${problems.length === 1 ? '' : 's'}`);
if (status !== 0 || problems.length > 0) process.exit(1);
