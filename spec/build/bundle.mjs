/** Bundles each description into target/bundle/<api>/<version>/openapi.yaml. */
import fs from 'node:fs';
import { descriptions, fail, run, spec } from './support.mjs';

const folders = await descriptions();
// With what Maven made of it, or files that were renamed would stay in the jar.
for (const stale of ['target/bundle', 'target/classes/META-INF/postern']) {
  fs.rmSync(spec + stale, { recursive: true, force: true });
}

// Two schemas of one name would get invented names, so that is an error.
const { status, output } = run('@redocly/cli/bin/cli.js', ['bundle', '--component-renaming-conflicts-severity', 'error'], {
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
});
const missing = folders.filter(folder => !fs.existsSync(`${spec}target/bundle/${folder}/openapi.yaml`));
if (status !== 0 || missing.length > 0) {
  fail(`${output}\nbundling failed${missing.length > 0 ? `: no bundle of ${missing.join(', ')}` : ''}`);
}
// A jar cannot be asked which descriptions are in it.
fs.writeFileSync(`${spec}target/bundle/index.txt`, folders.map(folder => `${folder}\n`).join(''));
console.log(`bundled ${folders.length} descriptions: ${folders.join(', ')}`);
