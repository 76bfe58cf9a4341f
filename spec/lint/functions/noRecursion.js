import { descriptionOf, partsOf, titleOf } from './lib/description.js';

/** No schema is made of itself. */
export default function noRecursion(_root, _options, context) {
  const problems = [];
  const done = new Set();
  const visit = (schema, above) => {
    if (above.includes(schema)) {
      const circle = [...above.slice(above.indexOf(schema)), schema].filter(each => each.named).map(titleOf);
      problems.push(schema.problem(`${titleOf(schema)} is made of itself (${circle.join(' → ')}); cut the circle with a type that has no further level.`));
      return;
    }
    if (done.has(schema)) return;
    for (const part of partsOf(schema)) visit(part, [...above, schema]);
    done.add(schema);
  };
  for (const schema of descriptionOf(context).schemas) visit(schema, []);
  return problems;
}
