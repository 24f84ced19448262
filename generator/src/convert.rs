//! Swagger 2.0 to `OpenAPI` 3.0. Until that exists, a refusal.

use crate::diag::{Code, Diagnostic, Sink};
use crate::tree::{FileId, Pointer, Tree};

/// Refuses a Swagger 2.0 document, and leaves any other as it is.
pub fn convert(tree: &mut Tree, sink: &mut Sink) {
    let Some(version) = tree.root().and_then(|root| root.get("swagger")) else {
        return;
    };
    let pointer = Pointer::root(FileId(0)).child("swagger");
    let message = "the document is Swagger 2.0, which is not read yet";
    sink.push(
        Diagnostic::new(Code::SWAGGER, message, pointer, Some(version.at)).help(
            "convert it to OpenAPI 3 first, for example with `npx swagger2openapi`, and pass the result",
        ),
    );
}
