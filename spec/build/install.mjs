/** Installs the npm packages that package-lock.json names, unless they are there already. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { fail, spec } from './support.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  fail(`Node ${process.versions.node} is too old: 20.19, 22.12 or a later one is needed.`);
}

// npm ci empties node_modules first, so a stamp from before it cannot outlive a failed one.
const stamp = `${spec}node_modules/.postern-stamp`;
const wanted = createHash('sha256');
for (const file of ['package.json', 'package-lock.json', '.npmrc']) wanted.update(fs.readFileSync(spec + file));
const hash = wanted.digest('hex');
const count = Object.keys(JSON.parse(fs.readFileSync(`${spec}package-lock.json`, 'utf8')).packages).length - 1;

if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) {
  console.log(`npm: ${count} packages are up to date`);
} else {
  // Through the shell, because npm is a script that only the shell of Windows finds.
  const { status } = spawnSync('npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error', {
    cwd: spec,
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) fail('npm ci failed.');
  fs.writeFileSync(stamp, hash);
  console.log(`npm: ${count} packages installed`);
}
