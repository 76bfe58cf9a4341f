import { descriptionOf, typeOf } from './lib/description.js';
import { FORMATS } from './lib/formats.js';

/** A format is one that examples are checked against, on the type it belongs to. */
export default function formatKnown(_root, _options, context) {
  const problems = [];
  for (const schema of descriptionOf(context).schemas) {
    const { format } = schema.value;
    if (format === undefined) continue;
    const type = FORMATS[format];
    if (type === undefined) {
      problems.push(schema.problem(`The format ${format} is not known; use one of ${Object.keys(FORMATS).join(', ')}, or a pattern.`, 'format'));
    } else if (typeOf(schema) !== type) {
      problems.push(schema.problem(`The format ${format} is for the type ${type}, not ${typeOf(schema)}; change one of them.`, 'format'));
    }
  }
  return problems;
}
