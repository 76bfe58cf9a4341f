import { existsSync, readdirSync } from 'node:fs';
import { descriptionOf } from './lib/description.js';

const FOLDERS = ['paths', 'schemas', 'parameters', 'responses', 'examples'];

/** Every file of a description is reached from its index. */
export default function noOrphans(_root, _options, context) {
  const description = descriptionOf(context);
  if (!description.split) return [];
  return FOLDERS.flatMap(folder => filesBelow(`${description.folder}/${folder}`))
    .filter(file => !description.files.has(file))
    .map(file => ({
      message: `${description.localName(file)} is referred to by nothing that the index reaches; refer to it or delete it.`,
      path: ['paths'],
    }));
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => (entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}
