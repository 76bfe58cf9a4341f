import { descriptionOf, isObject, typeOf } from './lib/description.js';

const CLAMP = 'x-postern-clamp';
const BOUNDS = { below: 'minimum', above: 'maximum' };

/** What is said of a corrected parameter fits its bounds. */
export default function clampShape(_root, _options, context) {
  return descriptionOf(context).parameters.filter(({ value }) => CLAMP in value).flatMap(check);
}

function check(parameter) {
  const { name, in: place, [CLAMP]: clamp } = parameter.value;
  const problems = [];
  const problem = (message, ...keys) => problems.push(parameter.problem(message, CLAMP, ...keys));

  if (place !== 'query' || typeOf(parameter.schema) !== 'integer') {
    problem(`${name} is no integer in the query, so it cannot be corrected; drop ${CLAMP}.`);
    return problems;
  }
  if (!isObject(clamp) || Object.keys(clamp).length === 0) {
    problem(`${CLAMP} of ${name} says nothing; give it below, above or both.`);
    return problems;
  }
  const { minimum = -Infinity, maximum = Infinity } = parameter.schema.value;
  for (const [key, value] of Object.entries(clamp)) {
    const bound = BOUNDS[key];
    if (bound === undefined) {
      problem(`${CLAMP} of ${name} has ${key}; use only below and above.`, key);
    } else if (parameter.schema.value[bound] === undefined) {
      problem(`${CLAMP} of ${name} has ${key}, but its schema has no ${bound}; add the bound or drop ${key}.`, key);
    } else if (!Number.isInteger(value) || value < minimum || value > maximum) {
      problem(`${CLAMP} of ${name} corrects to ${value}, which its schema does not allow; use an integer within minimum and maximum.`, key);
    }
  }
  return problems;
}
