import { descriptionOf, isBlank } from './lib/description.js';

/** The kinds of object that each extension may stand on. */
const PLACES = {
  'x-enum-descriptions': ['schema'],
  'x-enum-varnames': ['schema'],
  'x-postern-action': ['operation'],
  'x-postern-clamp': ['parameter'],
  'x-postern-dialect': ['operation'],
  'x-postern-reported-as': ['parameter'],
  'x-postern-source': ['operation'],
  'x-postern-violation': ['parameter', 'schema'],
};

/** Extensions are those that CONTRIBUTING.md lists, where it puts them. */
export default function extensionPlace(_root, _options, context) {
  const description = descriptionOf(context);
  const sent = description.reach(description.operations.flatMap(operation => description.requestSchemas(operation)));
  const problems = [];
  for (const node of description.nodes.values()) {
    for (const key of Object.keys(node.value).filter(name => name.startsWith('x-'))) {
      const message = check(node, key, sent);
      if (message !== null) problems.push(node.problem(message, key));
    }
  }
  return problems;
}

function check(node, key, sent) {
  const places = PLACES[key];
  const value = node.value[key];
  if (places === undefined) {
    return `${key} is no extension of ours; correct it to one of those in CONTRIBUTING.md or drop it.`;
  }
  if (!places.includes(node.kind)) {
    return `${key} means nothing on a ${node.kind}; move it to the ${places.join(' or ')} it is about.`;
  }
  if (key.startsWith('x-enum-') && !('enum' in node.value)) {
    return `${key} stands on a schema without enum; move it to the schema that has the values.`;
  }
  if (key === 'x-postern-violation') {
    if (node.kind === 'schema' && !(node.isProperty && sent.has(node))) {
      return `${key} stands on a schema that is no property of a request; move it to the property it is about.`;
    }
    // After the number may stand which of its messages: APIG.2011_ACTION.
    if (!/^[A-Za-z]+\.[0-9]+(_[A-Z]+)*$/.test(value)) {
      return `${key} is ${JSON.stringify(value)}; give it an error code such as APIC.7301.`;
    }
  }
  if (key === 'x-postern-reported-as' && isBlank(value)) {
    return `${key} is empty; give it the name by which errors call the parameter.`;
  }
  return null;
}
