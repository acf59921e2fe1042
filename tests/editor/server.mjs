// server.mjs SERVER SCHEMA SCENARIOS: what an editor shows of a scenario, asked of yaml-language-server (its program SERVER)
// with the schema. Every file below SCENARIOS is opened too. Prints TAP.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageServer } from './language_server.mjs';
import { finish, holds, same, test } from './tap.mjs';

const [program, schema, scenarios] = process.argv.slice(2).map((path) => resolve(path));
const server = new LanguageServer(program);
let opened = 0;

// Opens a text whose cursor stands where `|` does, below a first line that names the schema.
async function open(text) {
    const uri = pathToFileURL(join(scenarios, `opened-${++opened}.yaml`)).href;
    const before = `# yaml-language-server: $schema=${pathToFileURL(schema).href}\n${text}`.split('|')[0].split('\n');
    const diagnostics = await server.open(uri, before.join('\n') + (text.split('|')[1] ?? ''));
    return { uri, diagnostics, line: before.length - 1, character: before.at(-1).length };
}

async function completion(text) {
    const { uri, line, character } = await open(text);
    return server.complete(uri, line, character);
}

async function hover(text) {
    const { uri, line, character } = await open(text);
    return server.hover(uri, line, character);
}

function offers(items, ...labels) {
    const offered = items.map((item) => item.label);
    for (const label of labels)
        holds(offered.includes(label), `'${label}' is not offered; offered: ${offered.join(', ')}`);
}

function documents(items, label, meaning) {
    const item = items.find((one) => one.label === label);
    const text = item?.documentation?.value ?? item?.documentation ?? '';
    holds(text.includes(meaning), `'${label}' is documented by '${text}'`);
}

function mentions(text, ...parts) {
    for (const part of parts)
        holds(text.includes(part), `'${part}' is not in: ${text}`);
}

// The texts that are underlined, each once, with the lines they stand in (from 1, the schema's line not counted).
async function underlined(text) {
    const { diagnostics } = await open(text);
    const lines = text.split('\n');
    const places = diagnostics.map(({ range: { start, end } }) =>
        `${start.line}: ${lines[start.line - 1].slice(start.character, end.line === start.line ? end.character : undefined)}`);
    return [...new Set(places)];
}

const SCENARIO = 'seatsim: 1\nstandard: cn-2017\nyears: 2020..2030\n';

async function completions() {
    await test('a district is offered its keys, each with what it means', async () => {
        const items = await completion(`${SCENARIO}districts:\n  - id: west\n    |\n`);
        offers(items, 'births', 'pupils', 'entry', 'progression', 'title', 'source', 'status');
        documents(items, 'births', 'Births by calendar year');
        documents(items, 'pupils', 'Pupils by stage at the census of the base year');
    });
    await test('a value is offered where it comes from, in the words for it', async () => {
        const items = await completion(`${SCENARIO}cutoff:\n  value: 08-31\n  |\n`);
        documents(items, 'source', 'Where the value stands');
        offers(await completion(`${SCENARIO}cutoff:\n  value: 08-31\n  status: |\n`), 'given', 'derived', 'assumed');
    });
    await test('half a key is completed in the middle of a district', async () => {
        const items = await completion(`${SCENARIO}districts:\n  - id: west\n    bir|\n    pupils: {primary: 600}\n`);
        offers(items, 'births');
    });
    await test('a facility of the list is offered its keys', async () => {
        const items = await completion(`${SCENARIO}facilities:\n  - id: garden\n    |\n`);
        offers(items, 'stage', 'sector', 'seats', 'classes', 'sites');
        documents(items, 'sites', 'How many buildings this row pools');
    });
    await test('a facility written on one line in braces is offered them too', async () => {
        const items = await completion(`${SCENARIO}facilities:\n  - {id: garden, s|}\n`);
        offers(items, 'stage', 'sector', 'seats');
    });
    await test('an empty file is offered the keys to begin with', async () => {
        offers(await completion('|\n'), 'seatsim', 'standard', 'years', 'districts');
    });
    await test('a stage of a standard is offered its keys', async () => {
        const items = await completion('seatsim: 1\nstandard_id: mine\nstages:\n  - id: primary\n    |\n');
        offers(items, 'grades', 'entry_age', 'class_limit', 'compulsory', 'oversize');
        documents(items, 'oversize', 'Pupils from which a class counts as oversize');
    });
    await test('the value of a choice is one of its words', async () => {
        const items = await completion(`${SCENARIO}allocation:\n  kindergarten:\n    policy: |\n`);
        offers(items, 'proportional', 'public_first');
    });
    await test('a target is offered the indicators, and what is silenced the warnings', async () => {
        offers(await completion(`${SCENARIO}targets:\n  - id: half\n    indicator: |\n`), 'public_share', 'class_size_max');
        offers(await completion(`${SCENARIO}allow:\n  - |\n`), 'W140', 'W211');
    });
    await test('a truth is true or false', async () => {
        const items = await completion(`${SCENARIO}facilities:\n  - id: nine\n    through: |\n`);
        offers(items, 'true', 'false');
    });
}

async function mistakes() {
    await test('a right scenario has nothing underlined', async () => same(await underlined(
        `${SCENARIO}cutoff: 08-31\ndistricts:\n  - id: west\n    births: {2016: 9_569, 2017: {value: 3622, status: assumed}}\n` +
        '    entry: {primary: {method: births, rate: {2020: 86%, 2025: 0.92}}}\n'), [], 'underlined'));
    await test('an unknown key is underlined where it stands', async () => same(await underlined(
        `${SCENARIO}districts:\n  - id: west\n    birhts: {2016: 3666}\n`), ['6: birhts'], 'underlined'));
    await test('a value of the wrong type is underlined', async () => same(await underlined(
        `${SCENARIO}facilities:\n  - id: garden\n    stage: primary\n    seats: many\n`), ['7: many'], 'underlined'));
    await test('a number out of its range is underlined, behind Chinese text too', async () => same(await underlined(
        `${SCENARIO}projects:\n  - {expand: nine, title: 献唐学校三期, year: 22, classes: 6}\n`), ['5: 22'], 'underlined'));
    await test('a share above one is underlined', async () => same(await underlined(
        `${SCENARIO}allocation:\n  primary: {policy: proportional, transfer: 120%}\n`), ['5: 120%'], 'underlined'));
    await test('a word that is no choice is underlined', async () => same(await underlined(
        `${SCENARIO}allocation: {primary: {policy: publicfirst}}\n`), ['4: publicfirst'], 'underlined'));
    await test('years with a dash are underlined', async () => same(await underlined(
        'seatsim: 1\nstandard: cn-2017\nyears: 2020-2030\n'), ['3: 2020-2030'], 'underlined'));
    await test('a mistake in a stage of a standard is underlined', async () => same(await underlined(
        'seatsim: 1\nstandard_id: mine\nstages:\n  - {id: primary, entry_age: 6, grades: 6, class_limits: 45}\n'),
    ['4: class_limits'], 'underlined'));
}

async function hovers() {
    await test('pointing at a key of a district shows its meaning and unit', async () =>
        mentions(await hover(`${SCENARIO}districts:\n  - id: west\n    bir|ths: {2016: 3666}\n`),
            'Births by calendar year', 'births'));
    await test('pointing at a key shows how it is written', async () =>
        mentions(await hover(`${SCENARIO}districts:\n  - id: west\n    entry:\n      primary: {method: births, ra|te: 1}\n`),
            'Example', '"2020": 86%', '"2025": 92%'));
    await test('pointing at a key in a list in braces does so too', async () =>
        mentions(await hover(`${SCENARIO}projects:\n  - {expand: nine, stage: junior, year: 2021, classes: 6, la|g: 1}\n`),
            'Autumns from completion to the first in use', 'autumns'));
    await test('pointing at a key of a standard does so too', async () =>
        mentions(await hover('seatsim: 1\nstandard_id: mine\nstages:\n  - {id: primary, overs|ize: 56}\n'),
            'Pupils from which a class counts as oversize', 'pupils'));
}

function shipped(folder) {
    return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.yaml')).sort()
        .map((name) => join(folder, name));
}

// By its own first line if that names a schema, as it would be opened anywhere.
async function open_shipped(path) {
    const text = readFileSync(path, 'utf8');
    const first = text.split('\n', 1)[0];
    const modeline = /^# yaml-language-server: \$schema=(\S+)$/.exec(first);
    if (!modeline)
        throw new Error(`the first line does not name the schema: ${first}`);
    same(resolve(dirname(path), modeline[1]), schema, 'the schema that the first line names');
    const diagnostics = await server.open(pathToFileURL(path).href, text);
    const place = ({ line, character }) => `${line + 1}:${character + 1}`;
    same(diagnostics.map((one) => `${place(one.range.start)}: ${one.message}`), [], 'what is said');
}

await server.start(pathToFileURL(scenarios).href);
await completions();
await mistakes();
await hovers();
for (const path of shipped(scenarios))
    await test(`${relative(dirname(scenarios), path)} names the schema and opens without a complaint`, () => open_shipped(path));
server.stop();
finish();
