import { descriptionOf, isObject, titleOf } from './lib/description.js';

/** An example shows nothing that its schema does not describe. */
export default function examplesDescribed(_root, _options, context) {
  return descriptionOf(context).samples
    .filter(({ schema }) => schema !== null)
    .flatMap(({ value, path, schema }) => check(value, [schema], path));
}

/** `schemas` are those that describe the value, all of which may name properties. */
function check(value, schemas, path) {
  const all = schemas.flatMap(schema => [...composed(schema)]);
  if (Array.isArray(value)) {
    const items = all.map(schema => schema.items).filter(schema => schema !== null);
    return value.flatMap((item, index) => check(item, items, [...path, index]));
  }
  if (!isObject(value)) return [];
  const open = all.every(schema => schema.properties.size === 0)
    || all.some(schema => schema.value.additionalProperties === true);
  return Object.entries(value).flatMap(([name, member]) => {
    const described = all
      .map(schema => schema.properties.get(name) ?? schema.additional)
      .filter(schema => schema !== undefined && schema !== null);
    if (described.length > 0) return check(member, described, [...path, name]);
    if (open) return [];
    return [{
      message: `${titleOf(schemas[0])} describes no property ${name}; describe it there or correct the example.`,
      path: [...path, name],
    }];
  });
}

/** A schema with those that it is composed of. */
function composed(schema, found = new Set()) {
  if (found.has(schema)) return found;
  found.add(schema);
  for (const part of [...schema.allOf, ...schema.anyOf, ...schema.oneOf]) composed(part, found);
  return found;
}
