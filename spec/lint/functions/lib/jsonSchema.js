import { listOf } from './description.js';

const COPIED = [
  'type', 'format', 'enum', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'multipleOf',
  'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties', 'required',
];

/** A schema of OpenAPI 3.0 as one of JSON Schema, with every `$ref` written out. */
export function toJsonSchema(schema, above = []) {
  // A circle, which no-recursion reports.
  if (above.includes(schema)) return {};
  const convert = part => toJsonSchema(part, [...above, schema]);
  const { value } = schema;
  const json = Object.fromEntries(COPIED.filter(key => key in value).map(key => [key, value[key]]));

  // As OpenAPI 3.0.3 has it: nullable adds null to the `type` beside it, and to nothing else.
  if (value.nullable === true && value.type !== undefined) json.type = [value.type, 'null'];
  for (const [bound, exclusive] of [['minimum', 'exclusiveMinimum'], ['maximum', 'exclusiveMaximum']]) {
    if (value[exclusive] !== true || json[bound] === undefined) continue;
    json[exclusive] = json[bound];
    delete json[bound];
  }

  if (schema.properties.size > 0) {
    json.properties = Object.fromEntries([...schema.properties].map(([name, part]) => [name, convert(part)]));
  }
  if (schema.additional !== null) json.additionalProperties = convert(schema.additional);
  else if (value.additionalProperties === false) json.additionalProperties = false;
  if (schema.items !== null) json.items = convert(schema.items);
  if (schema.not !== null) json.not = convert(schema.not);
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    if (listOf(value[key]).length > 0) json[key] = schema[key].map(convert);
  }
  return json;
}
