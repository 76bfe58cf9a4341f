import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The folder spec/. Every script works from there, wherever it was called. */
export const spec = fileURLToPath(new URL('..', import.meta.url));

/** The descriptions, as folders below spec/: what redocly.yaml lists, which must be all there are. */
export async function descriptions() {
  const { default: { Yaml } } = await import('@stoplight/spectral-parsers');
  const listed = Object.keys(Yaml.parse(fs.readFileSync(`${spec}redocly.yaml`, 'utf8')).data.apis);
  const present = fs.readdirSync(spec)
    .flatMap(api => (/^(node_modules|target)$/.test(api) || !fs.statSync(spec + api).isDirectory()
      ? []
      : fs.readdirSync(spec + api).map(version => `${api}/${version}`)))
    .filter(folder => fs.existsSync(`${spec}${folder}/openapi.yaml`));
  const unlisted = present.filter(folder => !listed.includes(folder));
  if (unlisted.length > 0) fail(`redocly.yaml lists no ${unlisted.join(', ')}; add it below apis.`);
  return listed;
}

/** Runs a script of an npm package and answers with its exit code and what it printed. */
export function run(script, args, env = {}) {
  const file = script.startsWith('-') ? [script] : [createRequire(import.meta.url).resolve(script)];
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...file, ...args], {
    cwd: spec,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return { status, output: stdout + stderr };
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
