import { descriptionOf, listOf } from './lib/description.js';

/** An operation has one tag, and its path item's folder is that tag in lower case. */
export default function tagFolder(_root, _options, context) {
  const description = descriptionOf(context);
  const problems = [];
  for (const operation of description.operations) {
    const tags = listOf(operation.value.tags);
    if (tags.length !== 1) {
      problems.push(operation.problem(`${operation.label} has ${tags.length} tags; give it the one tag of its family.`));
      continue;
    }
    if (operation.file === description.file) continue;
    const local = description.localName(operation.file);
    const expected = `paths/${String(tags[0]).toLowerCase()}`;
    if (local.slice(0, local.lastIndexOf('/')) !== expected) {
      problems.push(operation.problem(`${operation.label} has the tag ${tags[0]} but stands in ${local}; move the file to ${expected}/ or change the tag.`, 'tags'));
    }
  }
  return problems;
}
