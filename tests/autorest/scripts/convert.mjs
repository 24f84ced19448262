// Converts each Swagger 2.0 document of the folder `from` to OpenAPI 3.0, in the folder `to`.
// Documents that the converter refuses are named on standard error.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import converter from "swagger2openapi";

const [from, to] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from).filter((name) => name.endsWith(".json"))) {
  const document = JSON.parse(readFileSync(join(from, name), "utf8").replace(/^\uFEFF/, ""));
  // Without it the scheme is the one that the document came by (Swagger 2.0, Swagger object); the
  // converter needs it where the host is made of parameters.
  document.schemes ??= ["http"];
  try {
    const { openapi } = await converter.convertObj(document, { patch: true, warnOnly: true });
    writeFileSync(join(to, name), JSON.stringify(openapi, null, 2));
  } catch (error) {
    console.error(`${name}: ${error.message}`);
  }
}
