import { descriptionOf } from './lib/description.js';

/** A path item stands in a file of its own that is named after its operations. */
export default function operationIdFileName(_root, _options, context) {
  const description = descriptionOf(context);
  if (!description.split) return [];
  const problems = [];
  for (const item of description.pathItems) {
    const expected = `${item.operations.map(operation => operation.label).join('_')}.yaml`;
    const local = description.localName(item.file);
    if (item.file === description.file) {
      problems.push(item.problem(`${item.template} is written in the index; move it to paths/<family>/${expected} and refer to that.`));
    } else if (local.slice(local.lastIndexOf('/') + 1) !== expected) {
      problems.push(item.problem(`${local} holds ${expected.slice(0, -5).replaceAll('_', ', ')}; rename the file to ${expected}.`));
    }
  }
  return problems;
}
