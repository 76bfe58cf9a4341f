import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import spectralCore from '@stoplight/spectral-core';
import spectralParsers from '@stoplight/spectral-parsers';
import loader from '@stoplight/spectral-ruleset-bundler/with-loader';

const { Document, Spectral } = spectralCore;
const { Yaml } = spectralParsers;

export const rulesetFile = fileURLToPath(new URL('../../.spectral.yaml', import.meta.url));

/** What .spectral.yaml says, as objects. */
export const rulesetText = Yaml.parse(fs.readFileSync(rulesetFile, 'utf8')).data;

/** The ruleset with its functions, loaded as Spectral's command line does. */
const { definition } = await loader.bundleAndLoadRuleset(rulesetFile, { fs, fetch });

/**
 * Lints a description, given as objects by file name, with one rule or with all.
 * Answers with what was found, `source` being the file name.
 */
export async function lint(files, rule) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-lint-')).replaceAll('\\', '/');
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, JSON.stringify(content, null, 2));
    }
    const spectral = new Spectral();
    spectral.setRuleset(rule === undefined ? definition : { rules: { [rule]: definition.rules[rule] } });
    const index = `${folder}/openapi.yaml`;
    const found = await spectral.run(new Document(fs.readFileSync(index, 'utf8'), Yaml, index));
    return found.map(({ code, message, path: at, source, severity }) => ({
      code,
      message,
      path: at.join('.'),
      file: source.slice(folder.length + 1),
      severity,
    }));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** The same description in one file, as the bundle has it. */
export function bundle(files) {
  const components = {};
  const inline = (value, from) => {
    if (Array.isArray(value)) return value.map(each => inline(each, from));
    if (typeof value !== 'object' || value === null) return value;
    if (typeof value.$ref !== 'string' || value.$ref.startsWith('#')) {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inline(each, from)]));
    }
    const file = path.posix.join(path.posix.dirname(from), value.$ref);
    const section = file.slice(0, file.indexOf('/'));
    if (!['schemas', 'parameters', 'responses'].includes(section)) return inline(files[file], file);
    const name = path.posix.basename(file, '.yaml');
    components[section] ??= {};
    if (components[section][name] === undefined) {
      components[section][name] = {}; // Not again, if it refers to itself.
      components[section][name] = inline(files[file], file);
    }
    return { $ref: `#/components/${section}/${name}` };
  };
  const root = inline(files['openapi.yaml'], 'openapi.yaml');
  return { 'openapi.yaml': { ...root, components: { ...root.components, ...components } } };
}
