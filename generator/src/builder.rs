use std::env;
use std::path::{Path, PathBuf};

use crate::cargo;
use crate::config::Config;
use crate::diag::Grade;
use crate::error::Error;
use crate::formats::Format;
#[cfg(feature = "tools")]
use crate::generate::ledger;
use crate::generate::{Generated, generate};
#[cfg(feature = "tools")]
use crate::ledger::Ledger;
use crate::load::{Limits, Source};
use crate::outline;
use crate::report::Report;

/// Generates a client; see [`configure`].
#[derive(Clone, Debug)]
#[must_use]
pub struct Builder {
    config: Config,
    out_dir: Option<PathBuf>,
    file_name: String,
}

/// Starts the configuration of a generator.
///
/// In a build script:
///
/// ```no_run
/// fn main() -> Result<(), restitch_build::Error> {
///     restitch_build::configure().compile("specs/chaser.yaml")
/// }
/// ```
pub fn configure() -> Builder {
    Builder {
        config: Config::default(),
        out_dir: None,
        file_name: "client.rs".to_owned(),
    }
}

impl Builder {
    /// Whether a fault (a mistake of the document that costs a field, a type or an operation)
    /// fails the build, as an error does. Else it is a warning. Off unless said.
    pub fn strict(mut self, strict: bool) -> Self {
        self.config.strict = strict;
        self
    }

    /// Takes a kind of fault for granted, by its code: it is a note, which no build prints and
    /// `strict` lets pass.
    ///
    /// ```no_run
    /// restitch_build::configure()
    ///     .strict(true)
    ///     .allow("W0104")
    ///     .deny("N0204")
    ///     .compile("openapi.yaml")
    /// # .unwrap()
    /// ```
    ///
    /// Of `allow`, `warn` and `deny` the last that names a code counts. A code that there is not
    /// fails the build, and an error stays one.
    pub fn allow(self, code: impl Into<String>) -> Self {
        self.level(code.into(), Grade::Note)
    }

    /// Makes a kind of note, or of fault, a warning of the build.
    pub fn warn(self, code: impl Into<String>) -> Self {
        self.level(code.into(), Grade::Fault)
    }

    /// Makes a kind of note, or of fault, fail the build.
    pub fn deny(self, code: impl Into<String>) -> Self {
        self.level(code.into(), Grade::Error)
    }

    fn level(mut self, code: String, grade: Grade) -> Self {
        self.config.levels.set(code, grade);
        self
    }

    /// The folder the code is written to. `OUT_DIR` unless said.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// The file's name in that folder, without folders. `client.rs` unless said; for another,
    /// `restitch::include_client!` takes it without `.rs`.
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = name.into();
        self
    }

    /// How large and deep a document may be.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.config.limits = limits;
        self
    }

    /// The folder that references between files stay in: one above the document's, where its parts
    /// stand beside it (`../schemas/common.yaml`). The document's own folder unless said; a file
    /// outside is never read.
    pub fn root(mut self, folder: impl Into<PathBuf>) -> Self {
        self.config.root = Some(folder.into());
        self
    }

    /// An `OpenAPI` Overlay (1.0 or 1.1) to apply to the document as it was written: a YAML or JSON
    /// file, relative to the package's folder. Several are applied in order.
    ///
    /// An action that selects nothing refuses the document. Objects are merged, arrays appended to,
    /// and primitive values replaced, in both versions by the rules of 1.1. Relative references in
    /// what an overlay adds are relative to the document.
    ///
    /// Without the feature `overlay` of this crate it is an error of the build.
    pub fn overlay(mut self, path: impl Into<PathBuf>) -> Self {
        self.config.overlays.push(path.into());
        self
    }

    /// The Rust type for values of a `format`: `time` or `jiff` in the place of chrono, plain
    /// strings where what a server sends is not what its document says, decimal numbers. What there
    /// is to choose, and what is chosen unless said, is in the table of [`Format`].
    ///
    /// ```no_run
    /// use restitch_build::{Dates, Format};
    ///
    /// restitch_build::configure()
    ///     .format("date-time", Format::DateTime(Dates::Jiff))
    ///     .format("uuid", Format::Text)
    ///     .format("money", Format::Decimal)
    ///     .compile("openapi.yaml")
    /// # .unwrap()
    /// ```
    ///
    /// A choice for `byte` and `base64url` is one for `contentEncoding: base64` and `base64url` too.
    /// A choice that can not be a type of the schemas with that format is an error of the build, and
    /// so is one for a format that is neither well known nor the document's.
    pub fn format(mut self, name: impl Into<String>, format: Format) -> Self {
        self.config.formats.choose(name.into(), format);
        self
    }

    /// Gives something a Rust name: a schema, property, enum value, operation, parameter, security
    /// scheme or server by its JSON pointer, a schema by its key alone too, an operation by its
    /// `operationId` or its method and path, and a tag by `#/tags/` and its name.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), restitch_build::Error> {
    /// restitch_build::configure()
    ///     .rename("pet_v2_final", "Pet")
    ///     .rename("#/components/schemas/pet_v2_final/properties/sts", "status")
    ///     .rename("#/components/schemas/pet_v2_final/properties/sts", "PetStatus")
    ///     .rename("GET /pets/{id}", "find_pet")
    ///     .compile("openapi.yaml")
    /// # }
    /// ```
    ///
    /// A property has two names where its schema is a type: one that begins with upper case is
    /// the type's.
    ///
    /// What is called after it is called after the new name: the types that stand in a schema, the
    /// call of an operation. A name that is no identifier, that something else has already, or that
    /// nothing in the document is called by, refuses the document.
    pub fn rename(mut self, of: impl Into<String>, name: impl Into<String>) -> Self {
        self.config.overrides.names.push((of.into(), name.into()));
        self
    }

    /// Uses a type of your own in the place of a schema's, wherever the schema is: `crate::Money`,
    /// `rust_decimal::Decimal`, `some_crate::Page<String>`. The schema is named by its key or
    /// pointer; the path begins with `crate` or the name of a crate.
    ///
    /// Fields and arguments are `restitch::Foreign` of it, which derefs to it. It is read and written
    /// by serde, and needs `Serialize`, `DeserializeOwned`, `Clone`, `Debug`, `PartialEq`.
    pub fn replace_type(mut self, schema: impl Into<String>, path: impl Into<String>) -> Self {
        let overrides = &mut self.config.overrides;
        overrides.types.push((schema.into(), path.into()));
        self
    }

    /// Lets a generated struct or enum derive more: `Eq`, `Hash`, `schemars::JsonSchema`. The schema
    /// is named by its key or pointer; `*` is every struct and enum.
    ///
    /// `Clone`, `Debug`, `PartialEq` and serde's traits are there anyway.
    pub fn derive(mut self, schema: impl Into<String>, path: impl Into<String>) -> Self {
        let overrides = &mut self.config.overrides;
        overrides.derives.push((schema.into(), path.into()));
        self
    }

    /// Generates some operations only, with the types that they reach: those that a glob matches. It
    /// is matched against `handle/function` as the outline prints it (`function` alone where there is
    /// no tag), against the `operationId`, and against `METHOD /path`. `*` stands for anything but
    /// `/`, `**` for anything: `GET /v1/reports/**` is what lies below `/v1/reports`, without it.
    ///
    /// ```no_run
    /// restitch_build::configure()
    ///     .operations(["accounts/*", "createKey", "GET /v1/reports/**"])
    ///     .skip_deprecated()
    ///     .compile("openapi.yaml")
    /// # .unwrap()
    /// ```
    ///
    /// What any of `operations`, `tags` and `paths` names is chosen; each may be said several times.
    /// An operation is called the same whatever else is chosen. A glob that matches nothing refuses
    /// the document.
    pub fn operations(mut self, globs: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let chosen = &mut self.config.choice.operations;
        chosen.extend(globs.into_iter().map(Into::into));
        self
    }

    /// The same by tag: globs over the tags that an operation has in the document, and its handle.
    pub fn tags(mut self, globs: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let chosen = &mut self.config.choice.tags;
        chosen.extend(globs.into_iter().map(Into::into));
        self
    }

    /// The same by path: globs over path templates, `/v1/pets/{id}`, `/v1/**`.
    pub fn paths(mut self, globs: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let chosen = &mut self.config.choice.paths;
        chosen.extend(globs.into_iter().map(Into::into));
        self
    }

    /// Leaves out operations that are deprecated, chosen or not.
    pub fn skip_deprecated(mut self) -> Self {
        self.config.choice.skip_deprecated = true;
        self
    }

    /// Writes the client of a document, from a build script. `spec` is a YAML or JSON file, or a
    /// Markdown page (`.md`) with the document in a fenced block, relative to the package's folder.
    ///
    /// Tells cargo which files were read, and what was found in them: errors and faults come out
    /// as cargo's errors and warnings.
    ///
    /// # Errors
    /// The document was refused, or the file could not be written. What was written before stays.
    pub fn compile(self, spec: impl AsRef<Path>) -> Result<(), Error> {
        let spec = spec.as_ref();
        cargo::rerun_if_changed(spec);
        self.write(Source::Path(spec), &spec.display().to_string())
    }

    /// Writes the client of a document that the caller holds as `openapiv3` structures.
    ///
    /// # Errors
    /// As [`Builder::compile`].
    // Inline, so that it is compiled, with what writes all of `openapiv3`, where it is called.
    #[inline]
    pub fn compile_openapi(self, document: &openapiv3::OpenAPI) -> Result<(), Error> {
        let text =
            serde_json::to_string(document).map_err(|error| Error::new(error.to_string()))?;
        self.write(
            Source::Text {
                name: "openapi",
                text: &text,
            },
            "openapi",
        )
    }

    fn write(self, source: Source<'_>, name: &str) -> Result<(), Error> {
        let folder = self
            .out_dir
            .clone()
            .or_else(|| env::var_os("OUT_DIR").map(PathBuf::from));
        let Some(folder) = folder else {
            return Err(Error::new(
                "no OUT_DIR: call this from a build script, or set `out_dir`",
            ));
        };
        let is_plain = Path::new(&self.file_name).file_name() == Some(self.file_name.as_ref());
        if !is_plain {
            let message = format!(
                "file_name({:?}): it is no name of a file in the folder",
                self.file_name
            );
            return Err(Error::new(message));
        }
        let path = folder.join(&self.file_name);
        let report = Report {
            generated: self.generate(source, Some(&path))?,
        };
        cargo::announce(&report, self.config.strict);
        match report.api() {
            Some(_) => Ok(()),
            None => Err(report.refusal(name)),
        }
    }

    fn generate(&self, source: Source<'_>, file: Option<&Path>) -> Result<Generated, Error> {
        self.wrong()?;
        Ok(generate(source, &self.config, file)?)
    }

    /// What the caller says that can not be, whatever the document.
    fn wrong(&self) -> Result<(), Error> {
        match self.config.wrong() {
            Some(message) => Err(Error::new(message)),
            None => Ok(()),
        }
    }

    /// What is in a document and what is wrong with it; writes nothing.
    ///
    /// # Errors
    /// None that comes of the document: those are in the report.
    pub fn check(&self, spec: impl AsRef<Path>) -> Result<Report, Error> {
        Ok(Report {
            generated: self.generate(Source::Path(spec.as_ref()), None)?,
        })
    }

    /// The same for text in memory; `name` is how diagnostics call it.
    ///
    /// # Errors
    /// As [`Builder::check`].
    pub fn check_text(&self, name: &str, text: &str) -> Result<Report, Error> {
        let source = Source::Text { name, text };
        Ok(Report {
            generated: self.generate(source, None)?,
        })
    }

    /// What becomes of each node of a document: whether it is used, stands in documentation, or is
    /// ignored, and why. `None` where the document is refused. It generates the document some tens
    /// of times, to see what stays the same without parts of it. Behind the feature `tools`.
    ///
    /// # Errors
    /// None that comes of the document: those are in the report of [`Builder::check`].
    #[cfg(feature = "tools")]
    pub fn ledger(&self, spec: impl AsRef<Path>) -> Result<Option<Ledger>, Error> {
        self.wrong()?;
        Ok(ledger(Source::Path(spec.as_ref()), &self.config))
    }

    /// The same for text in memory; `name` is how the ledger calls it. Behind the feature `tools`.
    ///
    /// # Errors
    /// As [`Builder::ledger`].
    #[cfg(feature = "tools")]
    pub fn ledger_text(&self, name: &str, text: &str) -> Result<Option<Ledger>, Error> {
        self.wrong()?;
        Ok(ledger(Source::Text { name, text }, &self.config))
    }

    /// The public surface of a document's client, one line an item, for a snapshot test.
    ///
    /// # Errors
    /// The document was refused; the message holds the diagnostics.
    pub fn outline(&self, spec: impl AsRef<Path>) -> Result<String, Error> {
        let report = self.check(&spec)?;
        let api = report
            .api()
            .ok_or_else(|| report.refusal(&spec.as_ref().display().to_string()))?;
        Ok(outline::outline(api))
    }

    /// The code of a document's client, formatted for people.
    ///
    /// # Errors
    /// The document was refused; the message holds the diagnostics.
    #[cfg(feature = "pretty")]
    pub fn generate_to_string(&self, spec: impl AsRef<Path>) -> Result<String, Error> {
        let spec = spec.as_ref();
        let report = self.check(spec)?;
        report
            .code()
            .ok_or_else(|| report.refusal(&spec.display().to_string()))
    }
}
