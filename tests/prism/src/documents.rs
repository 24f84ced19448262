//! Which documents.

/// A document of the corpus.
pub(crate) struct Document {
    /// What it is called here.
    pub(crate) name: &'static str,
    /// Its file, below `specs`.
    pub(crate) path: &'static str,
    /// What it has that the others have not. Only for readers.
    #[allow(dead_code)]
    pub(crate) why: &'static str,
}

/// Ten vendors' documents of middle size.
pub(crate) const DOCUMENTS: &[Document] = &[
    Document {
        name: "lakefs",
        path: "lakefs/api/swagger.yml",
        why: "134 operations of 3.0; keys in cookies, basic and bearer, bodies of bytes or parts",
    },
    Document {
        name: "velopayments",
        path: "apis-guru/velopayments.com.json",
        why: "100 of 3.0; patterns, UUIDs everywhere, dates, files in parts",
    },
    Document {
        name: "nomad",
        path: "nomad/v1/openapi.yaml",
        why: "99 of 3.0; large recursive types, many parameters in queries and headers",
    },
    Document {
        name: "adafruit",
        path: "apis-guru/adafruit.com.json",
        why: "71 of 3.0; 30 bodies of JSON or a form, keys in headers or the query",
    },
    Document {
        name: "xero",
        path: "xero/xero-payroll-nz.yaml",
        why: "71 of 3.0; dates, doubles, lists as bodies, OAuth",
    },
    Document {
        name: "qdrant",
        path: "qdrant/docs/redoc/master/openapi.json",
        why: "69 of 3.0; unions of unions, `nullable`, recursion",
    },
    Document {
        name: "e2b",
        path: "e2b/spec/openapi.yml",
        why: "64 of 3.0; alternatives of security, lists of enums in queries, no operationIds",
    },
    Document {
        name: "soundcloud",
        path: "apis-guru/soundcloud.com.json",
        why: "59 of 3.0; `deepObject`, forms, several media types of a body",
    },
    Document {
        name: "deepgram",
        path: "deepgram/openapi.yml",
        why: "50 of 3.1; unions in parameters of queries, lists of types",
    },
    Document {
        name: "figma",
        path: "figma/openapi/openapi.yaml",
        why: "47 of 3.1; discriminators, `allOf`, recursion, OAuth",
    },
];
