import { ITEM, operations } from '../support/base.mjs';

const RESPONSE = 'schemas/ShowThingResponse.yaml';
const property = name => ({
  title: `a property called ${name}`,
  change: files => { files[RESPONSE].properties[name] = { type: 'string', description: 'Text.' }; },
  finds: [[RESPONSE, `properties.${name}`, `The property ${name} is not in snake case; write it as in instance_id.`]],
});

export const good = [
  {
    title: 'digits in a property',
    change: files => { files[RESPONSE].properties.req_count2xx = { type: 'integer', description: 'A count.' }; },
  },
  { title: 'a parameter that is a header', change: files => { Object.assign(operations(files).get.parameters[0], { name: 'X-Limit', in: 'header' }); } },
];

export const bad = [
  property('thingName'),
  property('thing-name'),
  property('Name'),
  property('_name'),
  property('thing__name'),
  {
    title: 'an operationId in upper case',
    change: files => { operations(files).get.operationId = 'ShowThing'; },
    finds: [[ITEM, 'get.operationId', 'The operationId ShowThing is not in lower camel case; write it as in createInstanceV2.']],
  },
  {
    title: 'an operationId with an underscore',
    change: files => { operations(files).get.operationId = 'show_thing'; },
    finds: [[ITEM, 'get.operationId', 'The operationId show_thing is not in lower camel case; write it as in createInstanceV2.']],
  },
  {
    title: 'a parameter in camel case',
    change: files => { operations(files).get.parameters[0].name = 'pageLimit'; },
    finds: [[ITEM, 'get.parameters.0.name', 'The parameter pageLimit is not in snake case; write it as in instance_id.']],
  },
];
