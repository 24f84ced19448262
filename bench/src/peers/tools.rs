//! The generators, and how each is used by its own documentation.

use super::tool::{Install, Manifest, Mark, Tool};

/// A program that generates `spec` to `out`, which its first lines say.
macro_rules! spargen {
    ($where:literal) => {
        concat!(
            "fn main() {\n",
            $where,
            r#"
    // A driver has no manifest of a consumer to look into.
    let build = spargen::Spec::new(spec).build(out);
    let report = spargen::generate(&build.cargo(spargen::CargoIntegration::Off));
    eprint!("{report}");
    std::process::exit(i32::from(!report.succeeded()));
}
"#
        )
    };
}

/// For build scripts, the library is all there is.
const SPARGEN: &str = spargen!(
    "    let mut args = std::env::args().skip(1);
    let (spec, out) = (args.next().unwrap(), args.next().unwrap());"
);

/// A build script of its users, for a document.
pub(crate) const SPARGEN_SCRIPT: &str = spargen!(
    r#"    let spec = {spec};
    let out = std::env::var("OUT_DIR").unwrap() + "/api.rs";"#
);

/// As its documentation lists them, for all that it may emit.
pub(crate) const SPARGEN_NEEDS: &str = r#"[dependencies]
bytes = { version = "1.12.1", features = ["serde"] }
futures-core = "0.3.32"
quick-xml = { version = "0.41.0", features = ["serialize"] }
reqwest = { version = "0.12.28", default-features = false, features = ["json", "multipart", "stream"] }
secrecy = "0.10.3"
serde = { version = "1.0.229", features = ["derive"] }
serde_json = "1.0.151"
time = { version = "0.3.55", features = ["formatting", "parsing"] }
uuid = { version = "1.24.0", features = ["serde"] }

[features]
blocking = []
"#;

pub(crate) const TOOLS: &[Tool] = &[
    Tool {
        name: "restitch",
        version: env!("CARGO_PKG_VERSION"),
        install: Install::Checkout("cli"),
        run: &[
            "{tool}/bin/cargo-restitch",
            "restitch",
            "generate",
            "{spec}",
            "--crate",
            "{out}",
            "--name",
            "{name}",
            "--runtime",
            "{checkout}/runtime",
        ],
        manifest: Manifest::Emitted,
        mark: Mark::Code("rt::Call::new("),
    },
    Tool {
        name: "openapi-to-rust",
        version: "0.23.0",
        install: Install::Cargo("openapi-to-rust"),
        run: &[
            "{tool}/bin/openapi-to-rust",
            "generate",
            "{spec}",
            "--output-dir",
            "{out}/src/generated",
            "--module-name",
            "api",
        ],
        manifest: Manifest::Listed {
            list: "src/generated/REQUIRED_DEPS.toml",
            root: "pub mod generated;\n",
        },
        // An operation with several media types has several functions: held to what is declared.
        mark: Mark::Code("= req.send().await?"),
    },
    Tool {
        name: "progenitor",
        version: "0.15.1",
        install: Install::Cargo("cargo-progenitor"),
        run: &[
            "{tool}/bin/cargo-progenitor",
            "progenitor",
            "--input",
            "{spec}",
            "--output",
            "{out}",
            "--name",
            "{name}",
            "--version",
            "0.0.0",
        ],
        manifest: Manifest::Emitted,
        mark: Mark::Code("let info = OperationInfo {"),
    },
    Tool {
        name: "oas3-gen",
        version: "0.29.0",
        install: Install::Cargo("oas3-gen"),
        run: &[
            "{tool}/bin/oas3-gen",
            "generate",
            "client-mod",
            "--input",
            "{spec}",
            "--output",
            "{out}",
            "--workspace",
        ],
        manifest: Manifest::Emitted,
        mark: Mark::Code(".send()"),
    },
    Tool {
        name: "spargen",
        version: "0.5.0",
        install: Install::Library(SPARGEN),
        run: &["{tool}/bin/spargen-driver", "{spec}", "{out}/src/api.rs"],
        manifest: Manifest::Documented {
            dependencies: SPARGEN_NEEDS,
            root: "pub mod api;\n",
        },
        mark: Mark::Code("support::send("),
    },
    Tool {
        name: "ploidy",
        version: "0.15.0",
        install: Install::Cargo("ploidy"),
        run: &[
            "{tool}/bin/ploidy",
            "generate",
            "rust",
            "{spec}",
            "--output",
            "{out}",
            "--name",
            "{name}",
        ],
        manifest: Manifest::Emitted,
        mark: Mark::Code("request.send().await?"),
    },
    Tool {
        name: "openapi-generator",
        version: "7.26.0",
        install: Install::Pip("openapi-generator-cli"),
        run: &[
            "java",
            // For a program of seconds: no waiting for the better compiler.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx4g",
            // Else YAML of more than 3 MB is refused.
            "-DmaxYamlCodePoints=100000000",
            "-jar",
            "{tool}/openapi_generator_cli/openapi-generator.jar",
            "generate",
            "--generator-name",
            "rust",
            "--skip-validate-spec",
            "--input-spec",
            "{spec}",
            "--output",
            "{out}",
            "--additional-properties",
            // By itself it takes the document's version, which need not be one of cargo's.
            "packageName={name},packageVersion=0.0.0",
        ],
        manifest: Manifest::Emitted,
        // An operation has a function for each of its tags.
        mark: Mark::Pairs("let uri_str = format!(", "configuration.client.request("),
    },
];
