//! Generates a client of each document of the `AutoRest` test server, where `AUTOREST_DOCUMENTS`
//! names their folder; `.ci/run autorest` does. Without it there is nothing here to compile.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use restitch_build::configure;

/// The documents whose operations are called; others are of Azure's own extensions, or variants.
const DOCUMENTS: &[&str] = &[
    "additionalProperties",
    "any-type",
    "azure-parameter-grouping",
    "azure-special-properties",
    "body-array",
    "body-binary",
    "body-boolean",
    "body-byte",
    "body-complex",
    "body-date",
    "body-datetime",
    "body-datetime-rfc1123",
    "body-dictionary",
    "body-duration",
    "body-file",
    "body-formdata",
    "body-formdata-urlencoded",
    "body-integer",
    "body-number",
    "body-string",
    "body-time",
    "client-enum",
    "constants",
    "custom-baseUrl-more-options",
    "dpg-customization",
    "dpg-initial",
    "dpg-update1",
    "error-with-secrets",
    "extensible-enums-swagger",
    "header",
    "httpInfrastructure",
    "incorrect-error-response",
    "lro",
    "media_types",
    "merge-patch",
    "model-flattening",
    "multiapi-v1",
    "multiapi-v1-custom-base-url",
    "multiapi-v2",
    "multiapi-v2-custom-base-url",
    "multiapi-v3",
    "multiple-inheritance",
    "non-string-enum",
    "object-type",
    "paging",
    "parameterized-endpoint",
    "required-optional",
    "reserved-words",
    "security-aad",
    "security-key",
    "subscriptionId-apiVersion",
    "url",
    "url-multi-collectionFormat",
    "validation",
    "xml-service",
    "xms-error-responses",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rustc-check-cfg=cfg(documents)");
    println!("cargo::rerun-if-env-changed=AUTOREST_DOCUMENTS");
    let Some(folder) = env::var_os("AUTOREST_DOCUMENTS") else {
        return Ok(());
    };
    println!("cargo::rustc-cfg=documents");
    let folder = PathBuf::from(folder);
    let mut modules = String::new();
    for document in DOCUMENTS {
        let name = document.replace(['-', '.'], "_").to_lowercase();
        configure()
            .file_name(format!("{name}.rs"))
            .compile(folder.join(format!("{document}.json")))?;
        writeln!(
            modules,
            "/// Generated.\npub mod {name} {{ restitch::include_client!(\"{name}\"); }}"
        )?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    fs::write(out.join("modules.rs"), modules)?;
    Ok(())
}
