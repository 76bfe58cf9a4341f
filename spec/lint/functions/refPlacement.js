import { descriptionOf, isObject, placeOf } from './lib/description.js';

/**
 * `$ref` stands only where OpenAPI allows one, alone in its object. That leaves out example values:
 * tools would follow it there.
 */
export default function refPlacement(_root, _options, context) {
  const description = descriptionOf(context);
  const problems = [];

  // `path` is that of the nearest object around: Spectral would look for the `$ref`'s own in its target.
  const scan = (value, file, pointer, path) => {
    const place = placeOf(file, pointer);
    if (typeof value !== 'object' || value === null) return;
    path = description.nodes.get(place)?.path ?? path;
    const where = () => `${description.localName(file)}${place.slice(file.length)}`;
    if (isObject(value) && typeof value.$ref === 'string') {
      if (!description.refs.has(place)) {
        problems.push({ message: `OpenAPI allows no $ref at ${where()}; write out what it refers to.`, path });
      } else if (Object.keys(value).length > 1) {
        problems.push({ message: `The $ref at ${where()} has neighbours, which are ignored; move it into an allOf or drop them.`, path });
      } else if (value.$ref.startsWith('#') && file !== description.file) {
        problems.push({ message: `The $ref at ${where()} is local to its file, which swagger-parser looks up in the index; put ./${file.slice(file.lastIndexOf('/') + 1)} before the #, or give the target a file of its own.`, path });
      }
      return;
    }
    for (const [key, child] of Object.entries(value)) scan(child, file, [...pointer, key], path);
  };

  for (const file of description.files) scan(description.content(file), file, [], []);
  return problems;
}
