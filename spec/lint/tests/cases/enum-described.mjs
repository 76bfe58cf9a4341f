const COLOUR = 'schemas/Colour.yaml';
const DESCRIPTIONS = 'x-enum-descriptions';
const NAMES = 'x-enum-varnames';
const set = (key, value) => files => { files[COLOUR][key] = value; };

export const good = [
  {
    title: 'an enum of strings without names for code',
    change: files => {
      files[COLOUR] = { type: 'string', description: 'A colour.', enum: ['blue'], [DESCRIPTIONS]: ['Like the sky.'] };
    },
  },
];

export const bad = [
  {
    title: 'an enum without descriptions',
    change: files => { delete files[COLOUR][DESCRIPTIONS]; },
    finds: [[COLOUR, '', 'The enum has 2 values and no descriptions; give x-enum-descriptions one sentence a value, in the same order.']],
  },
  {
    title: 'too few descriptions',
    change: set(DESCRIPTIONS, ['Like the sky.']),
    finds: [[COLOUR, DESCRIPTIONS, 'The enum has 2 values and 1 descriptions; give x-enum-descriptions one sentence a value, in the same order.']],
  },
  {
    title: 'an empty description',
    change: set(DESCRIPTIONS, ['Like the sky.', '']),
    finds: [[COLOUR, DESCRIPTIONS, 'The enum value 2 has an empty description; say what it means.']],
  },
  {
    title: 'integers without names',
    change: files => { delete files[COLOUR][NAMES]; },
    finds: [[COLOUR, '', 'The enum has 2 values and no names; give x-enum-varnames one name a value, in the same order.']],
  },
  {
    title: 'too many names',
    change: set(NAMES, ['BLUE', 'GREEN', 'RED']),
    finds: [[COLOUR, NAMES, 'The enum has 2 values and 3 names; give x-enum-varnames one name a value, in the same order.']],
  },
  {
    title: 'a name in lower case',
    change: set(NAMES, ['BLUE', 'green']),
    finds: [[COLOUR, NAMES, 'The name green in x-enum-varnames is no constant; write it in upper case, digits and underscores.']],
  },
  {
    title: 'a name twice',
    change: set(NAMES, ['BLUE', 'BLUE']),
    finds: [[COLOUR, NAMES, 'The name BLUE is twice in x-enum-varnames; give each value a name of its own.']],
  },
  {
    title: 'a value twice',
    change: set('enum', [1, 1]),
    finds: [[COLOUR, 'enum', 'The enum has 1 twice; keep it once.']],
  },
];
