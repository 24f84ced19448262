// Expands a template of RFC 6570 a line: {"template": "{;v*}", "json": "[1]"}.
import { createInterface } from 'node:readline';
import { parseTemplate } from 'url-template';

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { template, json } = JSON.parse(line);
    console.log(JSON.stringify(parseTemplate(template).expand({ v: JSON.parse(json) })));
}
