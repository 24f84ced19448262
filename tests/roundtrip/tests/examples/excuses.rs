//! Valid examples that do not come back, each with its reason.

const NO_TYPE: &str = "the schema has properties and no `type`: it is read as an object, which a \
                       note says, while JSON Schema lets any other value pass";
const TAG: &str = "its discriminator names a branch that it does not fit, which JSON Schema does \
                   not look at: a known tag with a broken body is an error";

/// Document, where the example stands, why. The list is exact.
pub(crate) const EXCUSES: &[(&str, &str, &str)] = &[
    (
        "apis-guru/mailscript.com.json",
        "#/paths/~1actions/post/responses/201/content/application~1json/examples/list/value",
        NO_TYPE,
    ),
    (
        "apis-guru/mailscript.com.json",
        "#/paths/~1domains/get/responses/200/content/application~1json/examples/list/value",
        NO_TYPE,
    ),
    (
        "apis-guru/mailscript.com.json",
        "#/paths/~1domains/post/responses/200/content/application~1json/examples/Add/value",
        NO_TYPE,
    ),
    (
        "apis-guru/mailscript.com.json",
        "#/paths/~1domains~1verify~1{domain}/get/responses/200/content/application~1json/examples/\
         Domain verification record/value",
        NO_TYPE,
    ),
    (
        "apis-guru/mailscript.com.json",
        "#/paths/~1domains~1verify~1{domain}/post/responses/200/content/application~1json/examples/\
         checkDomainVerify/value",
        NO_TYPE,
    ),
    (
        "github/api.github.com.json",
        "#/paths/~1orgs~1{org}~1{security_product}~1{enablement}/post/requestBody/content/\
         application~1json/examples/default/value",
        NO_TYPE,
    ),
    (
        "tmforum/TMF620-Product_Catalog_Management-v5.0.0.oas.yaml",
        "#/components/examples/Product_Offering_Create_example_request/value",
        TAG,
    ),
];

/// What of a document's failures is not as the list says, and how many are.
pub(crate) fn compare(name: &str, failures: &[(String, String)]) -> (Vec<String>, usize) {
    let listed = EXCUSES.iter().filter(|(document, ..)| *document == name);
    let listed: Vec<&str> = listed.map(|(_, at, _)| *at).collect();
    let new = failures.iter().filter(|(at, _)| !listed.contains(&&**at));
    let new: Vec<String> = new
        .map(|(at, what)| format!("{name}{at}: {what}"))
        .collect();
    let excused = failures.len() - new.len();
    let back = listed
        .into_iter()
        .filter(|at| !failures.iter().any(|(failed, _)| failed == at));
    let back = back.map(|at| format!("{name}{at}: listed, and comes back"));
    (new.into_iter().chain(back).collect(), excused)
}
