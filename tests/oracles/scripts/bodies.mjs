// What is sent of a body with one member, a line: {"mediaType": "multipart/form-data", "encoding":
// {"v": {"style": "form"}}, "json": "[1]"}. The answer is the text of a form; of a multipart body the
// name, media type and text of each part; null where it fails.
import { createInterface } from 'node:readline';
import SwaggerClient from 'swagger-client';

const built = (mediaType, encoding, value) => {
    const content = { [mediaType]: { schema: { type: 'object', properties: { v: {} } }, encoding } };
    const spec = {
        openapi: '3.0.3', info: { title: '', version: '' }, servers: [{ url: 'http://h.test' }],
        paths: { '/x': { post: { operationId: 'op', requestBody: { content }, responses: {} } } },
    };
    const options = { spec, operationId: 'op', requestBody: { v: value }, requestContentType: mediaType };
    return SwaggerClient.buildRequest(options).body;
};

const parts = async (form) => {
    const all = [];
    for (const [name, value] of form.entries()) {
        all.push(typeof value === 'string' ? [name, '', value] : [name, value.type, await value.text()]);
    }
    return all;
};

const sent = async ({ mediaType, encoding, json }) => {
    try {
        const body = built(mediaType, encoding, JSON.parse(json));
        return typeof body === 'string' ? body : await parts(body);
    } catch {
        return null;
    }
};

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    console.log(JSON.stringify(await sent(JSON.parse(line))));
}
