import { descriptionOf } from './lib/description.js';

/** An operation that takes a body states what becomes of one that is too large or of another type. */
export default function bodyErrors(_root, _options, context) {
  const problems = [];
  for (const operation of descriptionOf(context).operations) {
    if (operation.requestBody === null) continue;
    for (const [status, name] of [['413', 'PayloadTooLarge'], ['415', 'UnsupportedMediaType']]) {
      if (operation.responses.has(status)) continue;
      problems.push(operation.problem(`${operation.label} takes a body but states no ${status}; refer to responses/${name}.yaml.`, 'responses'));
    }
  }
  return problems;
}
