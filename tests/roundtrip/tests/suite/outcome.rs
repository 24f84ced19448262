//! What came of the groups.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use restitch_build::ir::{Api, Scalar, Type, TypeDef, TypeKind};
use restitch_roundtrip_tests::{Failure, Program, equal};

use crate::document::{self, POINTER};
use crate::groups::{Draft, Group};

#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) groups: usize,
    /// Groups whose type is raw JSON, which holds any value.
    pub(crate) raw: usize,
    pub(crate) valid: usize,
    pub(crate) came_back: usize,
    pub(crate) invalid: usize,
    /// Types are no validators: how many invalid instances were read.
    pub(crate) invalid_read: usize,
    /// The codes of what was found, by group.
    found: BTreeMap<String, BTreeSet<&'static str>>,
    /// Why a valid instance did not come back, by instance.
    pub(crate) failures: BTreeMap<String, String>,
}

impl Outcome {
    pub(crate) fn run(&mut self, suite: &Path, draft: Draft, group: &Group) {
        self.groups += 1;
        let name = group.name();
        let report = document::report(suite, draft, group);
        let codes = report.diagnostics().iter().map(|found| found.code.as_str());
        self.found.insert(name.clone(), codes.collect());
        let typed = report.api().and_then(|api| Some((api, type_of(api)?)));
        let Some((api, def)) = typed else {
            return self.without_type(group, &name);
        };
        self.raw += usize::from(def.kind == TypeKind::Alias(Type::Scalar(Scalar::Json)));
        let program = Program::new(api);
        for instance in &group.tests {
            let text = instance.data.get();
            let result = came_back(program, &format!("[{text}]"));
            if instance.valid {
                self.valid += 1;
                match result {
                    Ok(()) => self.came_back += 1,
                    Err(why) => {
                        let instance = format!("{name} | {}", instance.description);
                        self.failures.insert(instance, format!("{text}: {why}"));
                    }
                }
            } else {
                self.invalid += 1;
                self.invalid_read += usize::from(result.is_ok());
            }
        }
    }

    /// The groups with faults or errors, and the codes of these.
    pub(crate) fn faults(&self) -> BTreeMap<&str, BTreeSet<&'static str>> {
        let groups = self.found.iter().map(|(group, codes)| {
            let codes = codes.iter().copied().filter(|code| !code.starts_with('N'));
            (group.as_str(), codes.collect::<BTreeSet<_>>())
        });
        groups.filter(|(_, codes)| !codes.is_empty()).collect()
    }

    /// Whether a code was found in the group of an instance.
    pub(crate) fn has(&self, instance: &str, code: &str) -> bool {
        let group = instance.rsplit_once(" | ").map_or("", |(group, _)| group);
        self.found
            .get(group)
            .is_some_and(|codes| codes.contains(code))
    }

    fn without_type(&mut self, group: &Group, name: &str) {
        for instance in &group.tests {
            if instance.valid {
                self.valid += 1;
                let instance = format!("{name} | {}", instance.description);
                self.failures.insert(instance, "no type".to_owned());
            } else {
                self.invalid += 1;
            }
        }
    }
}

/// The type of the group's schema.
fn type_of(api: &Api) -> Option<&TypeDef> {
    api.types
        .iter()
        .find(|def| def.name.pointer == POINTER || def.name.ident.as_str() == "Group")
}

fn came_back(program: &'static Program, text: &str) -> Result<(), String> {
    let written = match program
        .roundtrip("Values", text.as_bytes())
        .expect("a type")
    {
        Ok(written) => String::from_utf8(written).map_err(|e| e.to_string())?,
        Err(Failure::Decode(error)) => return Err(error.to_string()),
        Err(Failure::Encode(error)) => return Err(error.to_string()),
    };
    if equal::equal(text, &written) {
        Ok(())
    } else {
        Err(format!("came back as {written}"))
    }
}
