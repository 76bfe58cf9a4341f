import { descriptionOf, isBlank, isControl } from './lib/description.js';

/** An operation of the vendor's names the document it was transcribed from. */
export default function sourcePresent(_root, _options, context) {
  return descriptionOf(context).operations
    .filter(operation => isBlank(operation.value['x-postern-source'])
      && ('x-postern-source' in operation.value || !isControl(operation)))
    .map(operation => operation.problem(`${operation.label} names no source; put the title and date of its document into x-postern-source. Only the dialect POSTERN has none.`));
}
