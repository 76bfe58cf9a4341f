/**
 * A description as our rules see it: every object of an OpenAPI document once, wherever `$ref`s
 * have put it, with its kind, its file and how it was reached.
 *
 * Spectral offers rules either the root file with its `$ref`s or the whole with none. Our rules are
 * about files and names, so they need both: the objects of all files, and the `$ref`s between them.
 */
import { dirname, resolve as resolvePath, relative } from '@stoplight/path';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const descriptions = new WeakMap();

/** The description of the document that a rule is run on; walked once for all rules. */
export function descriptionOf(context) {
  const inventory = context.documentInventory;
  if (!descriptions.has(inventory)) {
    descriptions.set(inventory, new Description(inventory));
  }
  return descriptions.get(inventory);
}

/**
 * One object of the document.
 *
 * - `kind`: 'operation', 'schema', 'parameter', …
 * - `file`, `pointer`: where it is written. `path`: where it is once `$ref`s are gone, which is
 *   what Spectral wants to be told; the first place, if there are several.
 * - `named`: it is a whole file or a component, so it has a name that code can be generated for.
 */
class Node {
  constructor(description, kind, value, file, pointer, path) {
    Object.assign(this, { description, kind, value, file, pointer, path });
  }

  get named() {
    return this.pointer.length === 0 || (this.pointer.length === 3 && this.pointer[0] === 'components');
  }

  /** The name of a named object: its file's without the extension, or the component's. */
  get name() {
    return this.pointer.length === 0
      ? this.file.slice(this.file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
      : this.pointer.at(-1);
  }

  /** For messages: `schemas/Foo.yaml#/properties/bar`. */
  get place() {
    const pointer = this.pointer.length === 0 ? '' : `#/${this.pointer.map(escape).join('/')}`;
    return this.file === this.description.file ? pointer || '#' : this.description.localName(this.file) + pointer;
  }

  get(...keys) {
    return keys.reduce((value, key) => value?.[key], this.value);
  }

  keys(field) {
    return isObject(this.value[field]) ? Object.keys(this.value[field]) : [];
  }

  /** A finding at this object, or at something in it. */
  problem(message, ...keys) {
    return { message, path: [...this.path, ...keys] };
  }
}

class Description {
  constructor(inventory) {
    this.documents = inventory.referencedDocuments;
    this.file = inventory.source ?? '';
    this.folder = dirname(this.file);
    this.value = inventory.unresolved;

    /** Every object, by where it is written. */
    this.nodes = new Map();
    /** Each `$ref` that stands where OpenAPI allows one: where it is written → the object it means. */
    this.refs = new Map();
    /** Files that something refers to. */
    this.files = new Set([this.file]);

    this.tags = [];
    this.pathItems = [];
    this.operations = [];
    this.schemas = [];
    this.parameters = [];
    this.headers = [];
    this.responses = [];
    this.requestBodies = [];
    this.examples = [];
    /** Values that have a schema to be checked against: {value, path, schema}. */
    this.samples = [];

    if (isObject(this.value)) this.#root();
    /** Whether this is the index of several files, rather than a bundle. */
    this.split = this.pathItems.some(item => item.ref !== null);
  }

  localName(file) {
    return relative(this.folder, file);
  }

  /** The text of a file of the description, as objects. */
  content(file) {
    return file === this.file ? this.value : this.documents[file]?.data;
  }

  // --- the walk: one method for each kind of object that OpenAPI 3.0 knows ---------------------

  #root() {
    const root = this.#add('root', this.value, this.file, [], []);
    for (const [index] of listOf(root.value.tags).entries()) {
      this.tags.push(this.#child(root, ['tags', index], this.#leaf('tag'), false));
    }
    for (const template of root.keys('paths')) {
      if (template.startsWith('/')) this.#child(root, ['paths', template], this.#pathItem);
    }
    // After the paths, so that what operations use is known by its place there.
    const components = {
      schemas: this.#schema,
      responses: this.#response,
      parameters: this.#parameter,
      examples: this.#example,
      requestBodies: this.#requestBody,
      headers: this.#header,
      securitySchemes: this.#leaf('securityScheme'),
    };
    for (const [section, visit] of Object.entries(components)) {
      this.#map(root, ['components', section], visit);
    }
  }

  #pathItem = (value, file, pointer, path, ref) => {
    const item = this.#add('pathItem', value, file, pointer, path);
    Object.assign(item, { ref, template: path[1], operations: [], parameters: [] });
    this.pathItems.push(item);
    item.parameters = this.#list(item, 'parameters', this.#parameter);
    for (const method of Object.keys(value).filter(key => METHODS.includes(key))) {
      const operation = this.#child(item, [method], this.#operation, false);
      if (operation === null) continue;
      Object.assign(operation, { method, item });
      item.operations.push(operation);
    }
    return item;
  };

  #operation = (value, file, pointer, path) => {
    const operation = this.#add('operation', value, file, pointer, path);
    this.operations.push(operation);
    operation.label = value.operationId ?? `${path.at(-1)} ${path[1]}`;
    operation.parameters = this.#list(operation, 'parameters', this.#parameter);
    operation.requestBody = this.#child(operation, ['requestBody'], this.#requestBody);
    operation.responses = new Map();
    for (const status of operation.keys('responses')) {
      if (status.startsWith('x-')) continue;
      const response = this.#child(operation, ['responses', status], this.#response);
      if (response !== null) operation.responses.set(status, response);
    }
    return operation;
  };

  #parameter = (value, file, pointer, path) => this.#parameterLike('parameter', this.parameters, value, file, pointer, path);

  #header = (value, file, pointer, path) => this.#parameterLike('header', this.headers, value, file, pointer, path);

  #parameterLike(kind, list, value, file, pointer, path) {
    const node = this.#add(kind, value, file, pointer, path);
    list.push(node);
    node.schema = this.#child(node, ['schema'], this.#schema);
    node.content = this.#map(node, ['content'], this.#mediaType);
    this.#samplesOf(node);
    return node;
  }

  #requestBody = (value, file, pointer, path) => {
    const body = this.#add('requestBody', value, file, pointer, path);
    this.requestBodies.push(body);
    body.content = this.#map(body, ['content'], this.#mediaType);
    return body;
  };

  #response = (value, file, pointer, path) => {
    const response = this.#add('response', value, file, pointer, path);
    this.responses.push(response);
    response.headers = this.#map(response, ['headers'], this.#header);
    response.content = this.#map(response, ['content'], this.#mediaType);
    this.#map(response, ['links'], this.#leaf('link'));
    return response;
  };

  #mediaType = (value, file, pointer, path) => {
    const media = this.#add('mediaType', value, file, pointer, path);
    media.schema = this.#child(media, ['schema'], this.#schema);
    this.#samplesOf(media);
    return media;
  };

  #samplesOf(owner) {
    owner.examples = this.#map(owner, ['examples'], this.#example);
    if (owner.value.example !== undefined) {
      this.samples.push({ value: owner.value.example, path: [...owner.path, 'example'], schema: owner.schema });
    }
    for (const [name, example] of owner.examples) {
      if (example.value.value === undefined) continue;
      this.samples.push({
        value: example.value.value,
        path: [...owner.path, 'examples', name, 'value'],
        schema: owner.schema,
      });
    }
  }

  #example = (value, file, pointer, path) => {
    const example = this.#add('example', value, file, pointer, path);
    this.examples.push(example);
    return example;
  };

  #schema = (value, file, pointer, path) => {
    const schema = this.#add('schema', value, file, pointer, path);
    this.schemas.push(schema);
    schema.properties = this.#map(schema, ['properties'], this.#schema);
    for (const property of schema.properties.values()) {
      if (!property.named) property.isProperty = true;
    }
    schema.items = this.#child(schema, ['items'], this.#schema);
    schema.additional = this.#child(schema, ['additionalProperties'], this.#schema);
    schema.not = this.#child(schema, ['not'], this.#schema);
    for (const key of ['allOf', 'anyOf', 'oneOf']) {
      schema[key] = this.#list(schema, key, this.#schema);
    }
    for (const key of ['example', 'default']) {
      if (value[key] !== undefined) {
        this.samples.push({ value: value[key], path: [...path, key], schema });
      }
    }
    return schema;
  };

  #leaf(kind) {
    return (value, file, pointer, path) => this.#add(kind, value, file, pointer, path);
  }

  // --- and what they share ------------------------------------------------------------------

  #add(kind, value, file, pointer, path) {
    const node = new Node(this, kind, value, file, pointer, path);
    this.nodes.set(placeOf(file, pointer), node);
    return node;
  }

  /** The object at `keys` below a node, be it behind `$ref`s, walked with `visit`; null if there is none. */
  #child(parent, keys, visit, mayRefer = true) {
    let value = parent.get(...keys);
    let file = parent.file;
    let pointer = [...parent.pointer, ...keys];
    const path = [...parent.path, ...keys];
    let ref = null;
    const seen = new Set();
    while (mayRefer && isObject(value) && typeof value.$ref === 'string') {
      const place = placeOf(file, pointer);
      if (seen.has(place)) return null;
      seen.add(place);
      ref ??= value.$ref;
      const target = this.#target(value.$ref, file);
      this.refs.set(place, target);
      // What leads nowhere is reported by Spectral itself, as invalid-ref.
      if (target === null) return null;
      ({ value, file, pointer } = target);
    }
    if (!isObject(value) || '$ref' in value) return null;
    return this.nodes.get(placeOf(file, pointer)) ?? visit(value, file, pointer, path, ref);
  }

  #target(ref, from) {
    const [name, fragment = ''] = ref.split('#', 2);
    const file = name === '' ? from : resolvePath(dirname(from), name);
    const pointer = fragment.split('/').slice(1).map(part => unescape(decodeURIComponent(part)));
    const value = pointer.reduce((at, key) => at?.[key], this.content(file));
    if (value === undefined) return null;
    this.files.add(file);
    return { value, file, pointer };
  }

  #list(parent, key, visit) {
    return listOf(parent.value[key])
      .map((_, index) => this.#child(parent, [key, index], visit))
      .filter(node => node !== null);
  }

  #map(parent, keys, visit) {
    const nodes = new Map();
    const entries = parent.get(...keys);
    for (const name of isObject(entries) ? Object.keys(entries) : []) {
      const node = this.#child(parent, [...keys, name], visit);
      if (node !== null) nodes.set(name, node);
    }
    return nodes;
  }

  // --- what several rules ask ---------------------------------------------------------------

  /** The parameters of an operation, with those of its path item. */
  parametersOf(operation) {
    const own = operation.parameters.map(parameter => `${parameter.value.in} ${parameter.value.name}`);
    return [
      ...operation.item.parameters.filter(({ value }) => !own.includes(`${value.in} ${value.name}`)),
      ...operation.parameters,
    ];
  }

  /** The schemas of what an operation is sent. */
  requestSchemas(operation) {
    return schemasOf(operation.requestBody === null ? [] : [operation.requestBody]);
  }

  /** The schemas of what an operation answers. */
  responseSchemas(operation) {
    return schemasOf([...operation.responses.values()]);
  }

  /** Some schemas with everything they are made of. */
  reach(roots) {
    const reached = new Set();
    const queue = [...roots];
    while (queue.length > 0) {
      const schema = queue.pop();
      if (reached.has(schema)) continue;
      reached.add(schema);
      queue.push(...partsOf(schema));
    }
    return reached;
  }

  /** Whether this is the one schema that errors are answered with. */
  isError(schema) {
    return schema.named && schema.name === 'Error'
      && (schema.file === this.file || this.localName(schema.file) === 'schemas/Error.yaml');
  }
}

function schemasOf(bodies) {
  return bodies.flatMap(body => [...body.content.values()]).map(media => media.schema).filter(schema => schema !== null);
}

/** The schemas that a schema is made of, one level deep. */
export function partsOf(schema) {
  return [
    ...schema.properties.values(),
    ...schema.allOf,
    ...schema.anyOf,
    ...schema.oneOf,
    schema.items,
    schema.additional,
    schema.not,
  ].filter(part => part !== null);
}

/** What a schema says of `type`, be it through `allOf`. */
export function typeOf(schema, seen = new Set()) {
  if (schema === null || seen.has(schema)) return undefined;
  seen.add(schema);
  return schema.value.type ?? schema.allOf.map(part => typeOf(part, seen)).find(type => type !== undefined);
}

/**
 * Whether a schema takes null. As OpenAPI 3.0.3 has it, `nullable` adds null to the `type` beside it;
 * what else stands there must take null as well.
 */
export function isNullable(schema, seen = new Set()) {
  if (seen.has(schema)) return false;
  seen.add(schema);
  const { type, nullable, enum: values } = schema.value;
  if (type !== undefined && nullable !== true) return false;
  if (values !== undefined && !values.includes(null)) return false;
  const choices = [schema.anyOf, schema.oneOf].filter(list => list.length > 0);
  if (type === undefined && schema.allOf.length === 0 && choices.length === 0) return false;
  return schema.allOf.every(part => isNullable(part, seen))
    && choices.every(list => list.some(part => isNullable(part, seen)));
}

/** How a message calls a schema. */
export function titleOf(schema) {
  return schema.named ? schema.name : schema.place;
}

/** Whether an operation is one of Postern's own control API, which follows rules of its own. */
export function isControl(operation) {
  return operation.value['x-postern-dialect'] === 'POSTERN';
}

export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value) {
  return Array.isArray(value) ? value : [];
}

export function isBlank(text) {
  return typeof text !== 'string' || text.trim() === '';
}

export function placeOf(file, pointer) {
  return `${file}#${pointer.map(key => `/${escape(key)}`).join('')}`;
}

function escape(key) {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescape(key) {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
