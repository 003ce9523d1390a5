// SPDX-License-Identifier: GPL-3.0-or-later
// Holds a data package against the Frictionless profiles: node data_package.js FOLDER/datapackage.json
// The descriptor, every value against its type and constraints, and every foreign key. The keys are checked one by one:
// the library puts the row that a key leads to in place of its columns, so that a second key over them is never found.
const path = require('path');
const {Package} = require('datapackage');

async function problemsOf(file) {
  const package_ = await Package.load(file, {basePath: path.dirname(file)});
  if (!package_.valid) return package_.errors.map((error) => error.message);
  const problems = [];
  const read = async (resource, options) => {
    try {
      return await resource.read({keyed: true, ...options});
    } catch (error) {
      const reasons = (error.errors || []).map((one) => one.message);
      problems.push(`${resource.name}: ${[error.message, ...reasons].join('; ')}`);
      return [];
    }
  };
  const descriptor = JSON.parse(JSON.stringify(package_.descriptor));
  for (const resource of package_.resources) {
    const rows = await read(resource, {});
    console.log(`${resource.name}: ${rows.length} rows`);
    const at = package_.resourceNames.indexOf(resource.name);
    for (const key of descriptor.resources[at].schema.foreignKeys || []) {
      const alone = JSON.parse(JSON.stringify(descriptor));
      alone.resources[at].schema.foreignKeys = [key];
      const one = await Package.load(alone, {basePath: path.dirname(file)});
      await read(one.resources[at], {relations: true});
    }
  }
  return problems;
}

problemsOf(process.argv[2]).then((problems) => {
  problems.forEach((problem) => console.error(problem));
  process.exit(problems.length === 0 ? 0 : 1);
}, (error) => {
  console.error(error.message);
  process.exit(1);
});
