// schema.mjs SCHEMA SCENARIOS BAD BEYOND RANDOM STARTERS: what a validator of JSON Schema 2020-12 makes of the schema. It has to
// accept the files below SCENARIOS, RANDOM and STARTERS and those in BAD that the program accepts, and to reject the others in
// BAD: all but those that BEYOND lists, each with the reason why no schema can. Prints TAP.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { parseDocument } from 'yaml';
import { finish, holds, same, test } from './tap.mjs';

const [schema_path, scenarios, bad, beyond_path, random, starters] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(schema_path, 'utf8'));
const REASONS = new Map([
    ['reference', 'it hangs on what stands elsewhere: a stage, a district, a facility, a grade, a file'],
    ['twice', 'a name stands in two places where it may stand in one'],
    ['sum', 'numbers that must add up, agree, or stay below one another'],
    ['years', 'years and ages that must fit one another'],
    ['count', 'as many numbers as there are grades or years'],
    ['merged', 'what is missing may come from another file'],
    ['patch', 'the file is right; what the command line or a variant makes of it is not'],
    ['table', 'a rule that no row of the key table holds, so that the schema written from it cannot either'],
    ['yaml', 'a part of YAML that the language leaves out; the value behind it is right'],
    ['unseen', 'characters that YAML allows and a reader cannot see'],
]);

// Strict, but for a union of types (a text or a number), which says what it means.
let validate;
function compile() {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
    holds(ajv.validateSchema(schema), ajv.errorsText());
    same(schema.$schema, 'https://json-schema.org/draft/2020-12/schema', '$schema');
    validate = ajv.compile(schema);
}

// Calls `visit` for every schema inside `node`, with its JSON pointer.
function each_schema(node, pointer, visit) {
    if (typeof node !== 'object' || node === null)
        return;
    visit(node, pointer);
    for (const [name, inside] of Object.entries(node))
        if (name !== 'examples' && name !== 'default')
            each_schema(inside, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, visit);
}

// What the schema gives as an example or default must be right by the schema itself.
function examples_hold() {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, schemas: [{ ...schema, $id: 'schema' }] });
    const wrong = [];
    let checked = 0;
    each_schema(schema, '', (node, pointer) => {
        if (!Array.isArray(node.examples) || pointer.endsWith('/properties'))
            return;
        const right = ajv.compile({ $ref: `schema#${encodeURI(pointer).replaceAll('^', '%5E')}` });
        for (const value of 'default' in node ? [...node.examples, node.default] : node.examples) {
            checked++;
            if (!right(value))
                wrong.push(`${pointer}: ${JSON.stringify(value)} ${ajv.errorsText(right.errors)}`);
        }
    });
    same(wrong, [], 'wrong examples');
    holds(checked > 150, `only ${checked} examples were found`);
}

// The value that a YAML file holds; fails on one that is not UTF-8 or not YAML.
function read(path, version) {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    const document = parseDocument(text, { version, merge: true, prettyErrors: false });
    const unreadable = [...document.errors, ...document.warnings];
    if (unreadable.length > 0)
        throw unreadable[0];
    return document.toJS();
}

// What is wrong with a file, at most three sentences: not UTF-8, not YAML, or not by the schema. Nothing if it is accepted.
function complaints(path, version) {
    let value;
    try {
        value = read(path, version);
    } catch (error) {
        return [error.message];
    }
    if (validate(value))
        return [];
    return validate.errors.slice(0, 3).map((error) => `${error.instancePath} ${error.message}`);
}

function yaml_files(folder) {
    return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.yaml')).sort()
        .map((name) => join(folder, name));
}

function read_beyond() {
    const rows = readFileSync(beyond_path, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
    return new Map(rows.map((line) => line.split(/ +/)));
}

// By the last line of what the program says of it.
function is_wrong(path) {
    return !readFileSync(path.replace(/yaml$/, 'expected'), 'utf8').endsWith('exit 0\n');
}

async function accepts(paths, what) {
    for (const version of ['1.2', '1.1'])
        await test(`${what} is accepted as YAML ${version} reads it`, () => {
            const all = paths.flatMap((path) => complaints(path, version).map((one) => `${relative('.', path)}: ${one}`));
            same(all, [], 'complaints');
        });
}

async function rejects(paths, beyond) {
    for (const path of paths) {
        const name = basename(path, '.yaml');
        const reason = beyond.get(name);
        const rejected = () => complaints(path, '1.2').length > 0;
        if (reason === undefined)
            await test(`${name} is rejected`, () =>
                holds(rejected(), 'it is accepted: mend the schema, or list it with its reason'));
        else
            await test(`${name} is accepted, for no schema can see it (${reason})`, () =>
                holds(!rejected(), `it is rejected, which is better: take it out of ${basename(beyond_path)}`));
    }
}

async function check_list(beyond, wrong) {
    const names = wrong.map((path) => basename(path, '.yaml'));
    await test('the list of what no schema can see names wrong files only, each with a known reason', () => {
        for (const [name, reason] of beyond) {
            holds(names.includes(name), `there is no wrong file '${name}'`);
            holds(REASONS.has(reason), `'${name}' has the reason '${reason}'; known are: ${[...REASONS.keys()].join(', ')}`);
        }
    });
}

await test('the schema is valid JSON Schema 2020-12, also strictly', compile);
if (!validate)
    finish();
await test('its own examples and defaults are accepted where they stand', examples_hold);
await accepts(yaml_files(scenarios), 'every scenario and standard that comes with the program');
await accepts(yaml_files(starters), 'every scenario to begin with');
if (yaml_files(random).length > 0)
    await accepts(yaml_files(random), 'every random scenario of the second implementation');
const examples = yaml_files(bad);
const wrong = examples.filter(is_wrong);
await accepts(examples.filter((path) => !wrong.includes(path)), 'every file that has nothing worse than a warning');
const beyond = read_beyond();
await check_list(beyond, wrong);
await rejects(wrong, beyond);
finish();
