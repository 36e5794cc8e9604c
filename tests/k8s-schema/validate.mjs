// Takes a JSON array of Kubernetes objects and writes a line for everything that the schema forbids or does not know.
import { text } from 'node:stream/consumers';

for (const object of JSON.parse(await text(process.stdin))) {
  for (const fault of await faults(object)) {
    console.log(`${object.kind} ${object.metadata?.name}: ${fault}`);
  }
}

async function faults(object) {
  const Model = await find(object);
  if (!Model) return [`there is no ${object.kind} in ${object.apiVersion}`];
  const asked = new Set();
  const wrong = refusals(watch(new Model(object), '', asked));
  return [...wrong, ...fields(object, '').filter(f => !asked.has(f)).map(f => `${f} is no field of it`)];
}

async function find({ apiVersion, kind }) {
  try {
    return (await import(`kubernetes-models/${apiVersion}/${kind}`))[kind];
  } catch (e) {
    if (e.code === 'ERR_MODULE_NOT_FOUND' || e.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return undefined;
    throw e;
  }
}

function refusals(model) {
  try {
    model.validate();
    return [];
  } catch (e) {
    if (!e.errors) throw e;
    return e.errors.map(x => `${x.instancePath} ${x.message ?? x.keyword}`);
  }
}

// The package's checks pass over a field that they do not know. They ask for each that they do know, and for each entry of a map.
function watch(value, path, asked) {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      const found = Reflect.get(target, key);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return found;
      asked.add(`${path}/${key}`);
      return watch(found, `${path}/${key}`, asked);
    },
  });
}

function fields(value, path) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap(key => [`${path}/${key}`, ...fields(value[key], `${path}/${key}`)]);
}
