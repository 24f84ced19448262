use std::fmt::Write as _;
use std::fs;

use restitch_build::ir::Api;

use crate::package::{Package, checkout, runtime};
use crate::{Result, generate};

#[allow(unreachable_pub, reason = "other crates include it too")]
mod configured {
    include!("../../../tests/configured.rs");
}

/// What is measured: one document each, or a folder of them.
pub(super) const SUBJECTS: [&str; 3] = ["chaser", "features", "petstore"];

/// A client of one document, or of a folder of them with a module each, and a program.
pub(super) struct Subject {
    pub(super) name: &'static str,
    pub(super) documents: Vec<Document>,
}

/// A document, and what was generated of it.
pub(super) struct Document {
    /// `specs/features/maps.yaml`.
    pub(super) name: String,
    pub(super) code: String,
    api: Api,
}

pub(super) fn subjects() -> Result<Vec<Subject>> {
    SUBJECTS.into_iter().map(Subject::new).collect()
}

impl Subject {
    fn new(name: &'static str) -> Result<Self> {
        let folder = checkout().join("specs").join(name);
        let mut names = Vec::new();
        if folder.is_dir() {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                if entry.file_type()?.is_file() {
                    let file = entry.file_name();
                    names.push(format!("specs/{name}/{}", file.to_string_lossy()));
                }
            }
        } else {
            names.push(format!("specs/{name}.yaml"));
        }
        names.sort();
        let documents = names
            .into_iter()
            .map(Document::new)
            .collect::<Result<_>>()?;
        Ok(Self { name, documents })
    }

    /// Writes both, the program as the main program of the client's package.
    pub(super) fn package(&self) -> Result<Package> {
        let folder = checkout().join("target/cost").join(self.name);
        let features = r#""chrono", "jiff", "rust_decimal", "time", "uuid""#;
        let dependencies = runtime(features)
            + "serde = { version = \"1\", features = [\"derive\"] }\n\
               tokio = { version = \"1\", features = [\"rt\"] }\n";
        let tables = format!(
            "[lib]\nname = \"client\"\n\n[profile.dev]\ncodegen-units = 1\ndebug = false\n\n\
             [dependencies]\n{dependencies}"
        );
        let package = Package::new(&folder, self.name, &tables)?;
        match self.name {
            "chaser" => self.alone(package, include_str!("programs/chaser.rs")),
            "petstore" => self.alone(package, include_str!("programs/petstore.rs")),
            _ => self.modules(package),
        }
    }

    fn alone(&self, package: Package, program: &str) -> Result<Package> {
        let code = self.documents.first().map_or("", |d| d.code.as_str());
        package.source("lib.rs", code)?.source("main.rs", program)
    }

    fn modules(&self, mut package: Package) -> Result<Package> {
        // The types that the build script of `overrides.yaml` names.
        let money = checkout().join("tests/wire/src/money.rs");
        let mut library =
            fs::read_to_string(&money).map(|text| format!("pub mod money {{\n{text}}}\n"))?;
        for document in &self.documents {
            let module = document.module();
            // Writing to a `String` does not fail.
            let _ = writeln!(library, "pub mod {module};");
            package = package.source(&format!("{module}.rs"), &document.code)?;
        }
        package
            .source("lib.rs", &library)?
            .source("main.rs", &self.every_type())
    }

    /// A program that reads and writes every type of every document.
    fn every_type(&self) -> String {
        let mut text = String::from(
            "use std::io::{Read, Write};\n\nfn main() {\n    let mut input = Vec::new();\n    \
             std::io::stdin().read_to_end(&mut input).unwrap();\n    \
             let mut out = std::io::stdout();\n",
        );
        for document in &self.documents {
            let types = document.api.types.iter();
            for def in types.filter(|def| def.is_written() && def.kind.is_value()) {
                let (module, name) = (document.module(), def.name.ident.as_str());
                let _ = write!(
                    text,
                    "    if let Ok(value) = \
                     restitch::json::from_slice::<client::{module}::types::{name}>(&input) {{\n        \
                     out.write_all(&restitch::json::to_vec(&value).unwrap()).unwrap();\n    }}\n"
                );
            }
        }
        text + "}\n"
    }
}

impl Document {
    fn new(name: String) -> Result<Self> {
        let report = configured::configured(&name).check(checkout().join(&name))?;
        let api = report
            .api()
            .ok_or_else(|| format!("{name} is refused"))?
            .clone();
        let code = generate::plain(&api);
        Ok(Self { name, code, api })
    }

    fn module(&self) -> String {
        let file = self.name.rsplit('/').next().unwrap_or_default();
        file.trim_end_matches(".yaml").replace('-', "_")
    }
}
