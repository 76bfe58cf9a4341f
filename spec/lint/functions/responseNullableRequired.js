import { descriptionOf, isControl, isNullable, titleOf } from './lib/description.js';

/** In what the vendor answers, a property is required if and only if it is printed even as null. */
export default function responseNullableRequired(_root, _options, context) {
  const description = descriptionOf(context);
  const roots = description.operations
    .filter(operation => !isControl(operation))
    .flatMap(operation => description.responseSchemas(operation))
    .filter(schema => !description.isError(schema));
  const problems = [];
  for (const schema of description.reach(roots)) {
    const required = Array.isArray(schema.value.required) ? schema.value.required : [];
    const properties = propertiesOf(schema);
    for (const [index, name] of required.entries()) {
      const property = properties.get(name);
      if (property === undefined) {
        problems.push(schema.problem(`${titleOf(schema)} requires ${name}, which is none of its properties; describe it or drop it from required.`, 'required', index));
      } else if (!isNullable(property)) {
        problems.push(schema.problem(`${titleOf(schema)} requires ${name}, which is never null; drop it from required, or make it nullable if the vendor prints it as null.`, 'required', index));
      }
    }
    for (const [name, property] of schema.properties) {
      if (isNullable(property) && !required.includes(name)) {
        problems.push(schema.problem(`${titleOf(schema)} may have null for ${name} but may also leave it out; add ${name} to required, or make it not nullable.`, 'properties', name));
      }
    }
  }
  return problems;
}

function propertiesOf(schema, seen = new Set()) {
  if (seen.has(schema)) return new Map();
  seen.add(schema);
  return new Map([...schema.allOf.flatMap(part => [...propertiesOf(part, seen)]), ...schema.properties]);
}
