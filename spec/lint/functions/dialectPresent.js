import { descriptionOf } from './lib/description.js';

const DIALECTS = ['APIC', 'APIG', 'SECMASTER', 'IAM', 'IAM_OS', 'POSTERN'];

/** An operation says how its errors read. */
export default function dialectPresent(_root, _options, context) {
  return descriptionOf(context).operations
    .filter(operation => !DIALECTS.includes(operation.value['x-postern-dialect']))
    .map(operation => operation.problem(`${operation.label} has ${operation.value['x-postern-dialect'] ?? 'nothing'} for x-postern-dialect; use one of ${DIALECTS.join(', ')}.`));
}
