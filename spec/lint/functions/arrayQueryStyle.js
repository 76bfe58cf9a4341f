import { descriptionOf, typeOf } from './lib/description.js';

/** An array in the query says how it is written; generators differ in what they take for granted. */
export default function arrayQueryStyle(_root, _options, context) {
  return descriptionOf(context).parameters
    .filter(({ value, schema }) => value.in === 'query' && typeOf(schema) === 'array')
    .filter(({ value }) => value.style === undefined || value.explode === undefined)
    .map(parameter => parameter.problem(`The array ${parameter.value.name} does not say how it is written; state style and explode (form and true for a repeated name).`));
}
