// What is sent of a parameter, a line: {"parameter": {"name": "v", "in": "query"}, "json": "[1]"}.
// The answer is the query, the rest of the path, the header or the cookie; null where there is none.
import { createInterface } from 'node:readline';
import SwaggerClient from 'swagger-client';

const built = (parameter, value) => {
    const path = parameter.in === 'path' ? '/x/{v}' : '/x';
    const spec = {
        openapi: '3.0.3', info: { title: '', version: '' }, servers: [{ url: 'http://h.test' }],
        paths: { [path]: { get: { operationId: 'op', parameters: [parameter], responses: {} } } },
    };
    return SwaggerClient.buildRequest({ spec, operationId: 'op', parameters: { v: value } });
};

const sent = (parameter, value) => {
    const { url, headers } = built(parameter, value);
    switch (parameter.in) {
        case 'path': return url.slice('http://h.test/x/'.length);
        case 'query': return url.includes('?') ? url.slice(url.indexOf('?') + 1) : null;
        case 'header': return headers.v ?? null;
        default: return headers.Cookie ?? null;
    }
};

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { parameter, json } = JSON.parse(line);
    console.log(JSON.stringify(sent(parameter, JSON.parse(json))));
}
