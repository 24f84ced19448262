// Writes a query a line: {"json": "{}"}.
import { createInterface } from 'node:readline';
import qs from 'qs';

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    console.log(JSON.stringify(qs.stringify({ v: JSON.parse(JSON.parse(line).json) })));
}
