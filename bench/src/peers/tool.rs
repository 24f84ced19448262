//! What is known of a generator, as data.

/// A generator of Rust clients.
pub(crate) struct Tool {
    /// As the report and the command line call it.
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
    pub(crate) install: Install,
    /// The program and its arguments. `{tool}` is the folder it is installed in, `{spec}` the
    /// document, `{out}` the folder of the crate, `{name}` the crate's name, `{checkout}` this
    /// repository.
    pub(crate) run: &'static [&'static str],
    pub(crate) manifest: Manifest,
    pub(crate) mark: Mark,
}

/// How the operations that a client can call are counted in its text.
#[derive(Clone, Copy)]
pub(crate) enum Mark {
    /// Lines of code that hold this, of which an operation has just one.
    Code(&'static str),
    /// Where an operation may have several functions: the different pairs of a line that holds the
    /// first of these and has the path, and the next that holds the second and has the method.
    Pairs(&'static str, &'static str),
}

/// How a generator comes into its folder.
pub(crate) enum Install {
    /// `cargo install` of this package.
    Cargo(&'static str),
    /// `cargo install` from this repository.
    Checkout(&'static str),
    /// A library made for build scripts: a program with this `main.rs`, which is built without
    /// optimisation, as build scripts are.
    Library(&'static str),
    /// `pip install` of this package.
    Pip(&'static str),
}

/// Where the crate has its manifest from, and its root where the generator emits modules alone.
pub(crate) enum Manifest {
    /// The generator emits both.
    Emitted,
    /// The generator emits a list of dependencies, to be pasted in, and a module.
    Listed {
        list: &'static str,
        root: &'static str,
    },
    /// Its documentation lists them; it emits a module.
    Documented {
        dependencies: &'static str,
        root: &'static str,
    },
}

impl Tool {
    /// A template's text: an argument of `run`.
    pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
        let mut text = template.to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }
}
