/**
 * A Redocly plugin that puts each example file in the place of its `$ref`.
 *
 * Left to itself the bundle names examples by file, and files of different operations share names:
 * they would be called `404-not-found-2`, by order of appearance.
 */
export default function inlineExamplesPlugin() {
  return { id: 'postern', preprocessors: { oas3: { 'inline-examples': inlineExamples } } };
}

function inlineExamples() {
  const inline = (owner, { resolve }) => {
    for (const [name, example] of Object.entries(owner.examples ?? {})) {
      if (example?.$ref === undefined) continue;
      const { node } = resolve(example);
      // A copy, or an example used twice would become a YAML alias. What is missing is left for
      // the bundler to report.
      if (node !== undefined) owner.examples[name] = structuredClone(node);
    }
  };
  return { MediaType: { enter: inline }, Parameter: { enter: inline }, Header: { enter: inline } };
}
