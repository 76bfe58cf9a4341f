import { descriptionOf, isControl } from './lib/description.js';

/** An answer states what there is; a default would let clients read what was never sent. */
export default function responseDefault(_root, _options, context) {
  const description = descriptionOf(context);
  const roots = description.operations
    .filter(operation => !isControl(operation))
    .flatMap(operation => description.responseSchemas(operation));
  return [...description.reach(roots)]
    .filter(schema => schema.value.default !== undefined)
    .map(schema => schema.problem(`The default ${schema.value.default} is part of an answer; say it in the description instead.`, 'default'));
}
