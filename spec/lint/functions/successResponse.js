import { descriptionOf } from './lib/description.js';

/** An operation succeeds in one way. */
export default function successResponse(_root, _options, context) {
  const problems = [];
  for (const operation of descriptionOf(context).operations) {
    const statuses = [...operation.responses.keys()].filter(status => status.startsWith('2'));
    if (statuses.length === 1) continue;
    problems.push(operation.problem(`${operation.label} has ${statuses.join(' and ') || 'no 2xx'}; state exactly one 2xx response.`, 'responses'));
  }
  return problems;
}
