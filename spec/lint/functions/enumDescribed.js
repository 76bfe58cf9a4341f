import { descriptionOf, isBlank } from './lib/description.js';

/** Every value of an enum is explained, and those of an integer enum have names for code. */
export default function enumDescribed(_root, _options, context) {
  return descriptionOf(context).schemas.filter(({ value }) => Array.isArray(value.enum)).flatMap(check);
}

function check(schema) {
  const { enum: values, 'x-enum-descriptions': texts, 'x-enum-varnames': names, type } = schema.value;
  const problems = [];
  const problem = (message, key) => problems.push(schema.problem(message, ...(key in schema.value ? [key] : [])));

  for (const value of new Set(values.filter((each, index) => values.indexOf(each) < index))) {
    problem(`The enum has ${JSON.stringify(value)} twice; keep it once.`, 'enum');
  }

  if (!Array.isArray(texts) || texts.length !== values.length) {
    const found = Array.isArray(texts) ? `${texts.length} descriptions` : 'no descriptions';
    problem(`The enum has ${count(values)} and ${found}; give x-enum-descriptions one sentence a value, in the same order.`, 'x-enum-descriptions');
  } else {
    texts.forEach((text, index) => {
      if (isBlank(text)) problem(`The enum value ${JSON.stringify(values[index])} has an empty description; say what it means.`, 'x-enum-descriptions');
    });
  }

  if (names === undefined && type !== 'integer') return problems;
  if (!Array.isArray(names) || names.length !== values.length) {
    const found = Array.isArray(names) ? `${names.length} names` : 'no names';
    problem(`The enum has ${count(values)} and ${found}; give x-enum-varnames one name a value, in the same order.`, 'x-enum-varnames');
    return problems;
  }
  names.forEach((name, index) => {
    if (!/^[A-Z][A-Z0-9_]*$/.test(name)) {
      problem(`The name ${name} in x-enum-varnames is no constant; write it in upper case, digits and underscores.`, 'x-enum-varnames');
    } else if (names.indexOf(name) < index) {
      problem(`The name ${name} is twice in x-enum-varnames; give each value a name of its own.`, 'x-enum-varnames');
    }
  });
  return problems;
}

function count(values) {
  return values.length === 1 ? '1 value' : `${values.length} values`;
}
