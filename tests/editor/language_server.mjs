// A client of yaml-language-server: what an editor asks of it, over its standard input and output.
import { spawn } from 'node:child_process';

const SETTINGS = {
    yaml: {
        validate: true, hover: true, completion: true, format: { enable: false },
        schemaStore: { enable: false }, kubernetesCRDStore: { enable: false },
    },
    http: {}, '[yaml]': {}, editor: {}, files: {},
};
const PATIENCE = 60000;

export class LanguageServer {
    #process;
    #rest = Buffer.alloc(0);
    #asked = new Map();
    #published = new Map();
    #ids = 0;

    constructor(program) {
        this.#process = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
        this.#process.stdout.on('data', (data) => this.#read(data));
    }

    async start(folder) {
        await this.#ask('initialize', {
            processId: process.pid, rootUri: folder, workspaceFolders: [{ uri: folder, name: 'seatsim' }],
            capabilities: {
                workspace: { configuration: true, workspaceFolders: true },
                textDocument: {
                    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
                    hover: { contentFormat: ['markdown'] }, publishDiagnostics: {},
                },
            },
        });
        this.#tell('initialized', {});
        this.#tell('workspace/didChangeConfiguration', { settings: SETTINGS });
    }

    // Opens a text as the file `uri`; resolves to the diagnostics that the server publishes for it.
    async open(uri, text) {
        const diagnostics = new Promise((resolve) => this.#published.set(uri, resolve));
        this.#tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
        return patient(diagnostics, `diagnostics of ${uri}`);
    }

    // Lines and columns begin at 0, as the protocol has them.
    async complete(uri, line, character) {
        const list = await this.#ask('textDocument/completion', { textDocument: { uri }, position: { line, character } });
        return list.items ?? list;
    }

    async hover(uri, line, character) {
        const answer = await this.#ask('textDocument/hover', { textDocument: { uri }, position: { line, character } });
        return answer?.contents?.value ?? '';
    }

    stop() {
        this.#process.kill();
    }

    #send(message) {
        const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
        this.#process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
        this.#process.stdin.write(body);
    }

    #tell(method, params) {
        this.#send({ method, params });
    }

    #ask(method, params) {
        const id = ++this.#ids;
        this.#send({ id, method, params });
        return patient(new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject })), method);
    }

    #read(data) {
        this.#rest = Buffer.concat([this.#rest, data]);
        for (;;) {
            const end = this.#rest.indexOf('\r\n\r\n');
            if (end < 0)
                return;
            const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.subarray(0, end).toString())[1]);
            if (this.#rest.length < end + 4 + length)
                return;
            const body = this.#rest.subarray(end + 4, end + 4 + length);
            this.#rest = this.#rest.subarray(end + 4 + length);
            this.#take(JSON.parse(body.toString()));
        }
    }

    #take(message) {
        if (message.method === 'textDocument/publishDiagnostics')
            this.#published.get(message.params.uri)?.(message.params.diagnostics);
        else if (message.method && message.id !== undefined)
            this.#answer(message);
        else if (message.id !== undefined && message.error)
            this.#asked.get(message.id)?.reject(new Error(message.error.message));
        else if (message.id !== undefined)
            this.#asked.get(message.id)?.resolve(message.result);
    }

    // What the server asks of the editor: its settings; anything else has no answer.
    #answer(message) {
        const settings = (item) => SETTINGS[item.section] ?? null;
        const result = message.method === 'workspace/configuration' ? message.params.items.map(settings) : null;
        this.#send({ id: message.id, result });
    }
}

function patient(promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`the language server did not answer within a minute: ${what}`)), PATIENCE);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
