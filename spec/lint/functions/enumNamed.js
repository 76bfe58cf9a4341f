import { descriptionOf } from './lib/description.js';

/** An enum is a schema with a name, so that generators make a type of it. */
export default function enumNamed(_root, _options, context) {
  const description = descriptionOf(context);
  const isSchemaFile = schema => schema.file === description.file || /^schemas\/[^/]+$/.test(description.localName(schema.file));
  return description.schemas
    .filter(schema => 'enum' in schema.value && !(schema.named && isSchemaFile(schema)))
    .map(schema => schema.problem('The enum has no name; move it to schemas/<Type>.yaml and refer to that.', 'enum'));
}
